/// An option of the command line that sets a key.
package struct Flag: Hashable, Sendable {
  /// As in `--store`.
  package var name: String
  /// The key, as in `storage.connection_string`.
  package var path: String
  /// Several for an option that may be repeated.
  package var values: [String]

  package init(_ name: String, sets path: String, to values: [String]) {
    self.name = name
    self.path = path
    self.values = values
  }
}
