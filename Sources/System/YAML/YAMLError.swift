/// Why a text is not a YAML document that can be used.
package struct YAMLError: Error, Hashable, CustomStringConvertible {
  /// One sentence: what is wrong, and what to do.
  package var message: String
  package var mark: YAMLMark

  package init(_ message: String, at mark: YAMLMark) {
    self.message = message
    self.mark = mark
  }

  package var description: String { "line \(mark.line), column \(mark.column): \(message)" }
}
