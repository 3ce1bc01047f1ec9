import CommonMark
package import Model

/// Finds what would not show on GitHub as it was meant.
package enum MarkdownLint {
  /// Every rule, in the order of the documentation.
  package static let rules: [LintRule] = [
    .tableCells, .tableRecognised,
    .fenceClosed,
    .commentClosed, .htmlBalanced, .htmlAllowed, .blankLineBeforeMarkdown, .blankLineInPre,
    .linkText, .linkTarget,
    .placeholder,
    .headingOrder,
    .length,
    .mermaidValues, .mermaidQuoting,
  ]

  /// The findings in `text`, by line, then column, then rule; none when all is well.
  ///
  /// Each carries `file` as the name of what was read.
  package static func check(_ text: String, file: String? = nil) -> [Diagnostic] {
    let source: LintSource
    do {
      source = try LintSource(text)
    } catch {
      return [Diagnostic(.error, error.description, file: file, line: 1, column: 1)]
    }
    let findings = rules.flatMap { rule in
      rule.check(source).map { (rule: rule, finding: $0) }
    }
    return
      findings
      .enumerated()
      .sorted { left, right in
        (left.element.finding.line, left.element.finding.column, left.offset)
          < (right.element.finding.line, right.element.finding.column, right.offset)
      }
      .map { $0.element.finding.diagnostic(of: $0.element.rule, file: file) }
  }
}
