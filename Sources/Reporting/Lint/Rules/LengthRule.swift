import CommonMark

extension LintRule {
  /// Measured limits of an issue's body: 65,536 code points; some clients count UTF-16 units.
  static let length = LintRule(
    "length",
    "At most \(DocumentLimit.codePoints) code points and \(DocumentLimit.utf16Units) UTF-16 units."
  ) { source in
    guard !source.isPage else { return [] }
    guard !DocumentLimit.holds(source.text) else { return [] }
    let codePoints = source.text.unicodeScalars.count
    let units = source.text.utf16.count
    let message =
      "The document has \(codePoints) code points and \(units) UTF-16 units; an issue or a comment "
      + "takes \(DocumentLimit.codePoints) and \(DocumentLimit.utf16Units)."
    return [Finding(message, line: source.lines.count)]
  }
}

/// How long the body of an issue may be.
package enum DocumentLimit {
  package static let codePoints = 65_000
  package static let utf16Units = 65_536

  static func holds(_ text: String) -> Bool {
    text.unicodeScalars.count <= codePoints && text.utf16.count <= utf16Units
  }
}
