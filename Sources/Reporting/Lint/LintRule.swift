import Model

/// One thing that can be wrong with a Markdown document.
package struct LintRule: Sendable {
  /// A place where a rule is broken, and what to do about it.
  package struct Finding: Hashable, Sendable {
    package var message: String
    package var line: Int
    package var column: Int

    package init(_ message: String, line: Int, column: Int = 1) {
      self.message = message
      self.line = line
      self.column = column
    }

    func diagnostic(of rule: LintRule, file: String?) -> Diagnostic {
      Diagnostic(.error, "\(message) [\(rule.id)]", file: file, line: line, column: max(1, column))
    }
  }

  /// Lower case with hyphens, as in `table-cells`.
  package let id: String
  /// What the rule asks for, one sentence.
  package let summary: String
  package let check: @Sendable (LintSource) -> [Finding]

  /// Whether it asks for what holds wherever it stands, in YAML too.
  var readsBytes: Bool { ["characters", "encoding", "secret", "length"].contains(id) }

  package init(
    _ id: String,
    _ summary: String,
    check: @escaping @Sendable (LintSource) -> [Finding]
  ) {
    self.id = id
    self.summary = summary
    self.check = check
  }
}
