import CommonMark
package import Model

/// A Markdown document that shows on GitHub as it was meant.
package struct ValidatedDocument: Hashable, Sendable {
  package let text: String

  /// Checks `text` against the lint rules about structure and, where it is given, against what it must show.
  ///
  /// - Parameters:
  ///   - text: The whole document.
  ///   - name: What to call the document in findings.
  ///   - outline: What the model put in; nil for a template of the user's own layout.
  ///   - isBody: False for a file, which may be longer than the body of an issue.
  /// - Throws: ``InvalidDocument`` with every finding.
  package init(
    _ text: String,
    name: String,
    outline: DocumentOutline?,
    isBody: Bool = true
  ) throws(InvalidDocument) {
    let rules = MarkdownLint.structure.filter { isBody || $0.id != LintRule.length.id }
    var findings = MarkdownLint.findings(in: text, file: name, rules: rules).map(\.diagnostic)
    if let outline, let tree = try? CommonMark.parse(text) {
      findings += DocumentOutline(of: tree).differences(from: outline)
        .map { Diagnostic(.error, $0, file: name) }
    }
    guard findings.isEmpty else { throw InvalidDocument(name: name, findings: findings) }
    self.text = text
  }
}

/// Why a document was not written or sent.
package struct InvalidDocument: Error, Hashable, Sendable, CustomStringConvertible {
  package var name: String
  /// Never empty.
  package var findings: [Diagnostic]

  package var description: String {
    let first = findings.first.map { ": \($0.message)" } ?? ""
    return "`\(name)` would not show as meant, in "
      + "\(CountText.plain(findings.count, "place")); it was not written" + first
  }
}
