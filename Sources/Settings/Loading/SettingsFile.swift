/// A file of settings as it was read from the disk.
package struct SettingsFile: Hashable, Sendable {
  /// As messages name it.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
