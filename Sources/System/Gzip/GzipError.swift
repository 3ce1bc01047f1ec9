/// Why bytes could not be packed or unpacked.
package struct GzipError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as the end of a sentence.
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
