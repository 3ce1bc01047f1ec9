import CommonMark
package import Model

/// Finds what would not show on GitHub as it was meant.
package enum MarkdownLint {
  /// Every rule, in the order of the documentation.
  package static let rules: [LintRule] = structure + words

  /// The rules about what is shown as what.
  ///
  /// Text from outside that was escaped breaks none of them, whatever it says.
  static let structure: [LintRule] = [
    .tableCells, .tableRecognised, .tableDelimiter, .tableIndented,
    .fenceClosed, .fenceNested,
    .commentClosed, .htmlBalanced, .htmlAllowed, .blankLineBeforeMarkdown, .blankLineInPre,
    .foldingSummary,
    .linkText, .linkTarget, .linkRecognised, .footnotes,
    .placeholder, .mergeConflict,
    .headingOrder, .headingText, .headingRecognised, .headingUnderline,
    .listRecognised, .taskRecognised, .alertRecognised,
    .characters,
    .length,
    .mermaidDiagram, .mermaidValues, .mermaidPoints, .mermaidQuoting,
  ]

  /// The rules about what the words are, which a title may say rightly.
  static let words: [LintRule] = [
    .missingValue, .encoding, .codeClosed, .strongClosed, .escapes, .secret,
  ]

  /// The findings in `text`, by line, then column, then rule; none when all is well.
  ///
  /// - Parameters:
  ///   - text: The whole document.
  ///   - file: The name of what was read; each finding carries it.
  ///   - rules: Those that must hold.
  /// - Returns: Each with its rule.
  package static func findings(
    in text: String,
    file: String? = nil,
    rules: [LintRule] = rules
  ) -> [LintFinding] {
    let source: LintSource
    do {
      source = try LintSource(text, file: file)
    } catch {
      let problem = Diagnostic(.error, error.description, file: file, line: 1, column: 1)
      return [LintFinding(rule: "readable", diagnostic: problem)]
    }
    return
      rules.flatMap { rule in
        // GitHub shows the YAML that a file begins with as a table.
        let start = rule.readsBytes ? 0 : source.endOfFrontMatter
        return rule.check(source).filter { $0.line > start }.map { (rule: rule, finding: $0) }
      }
      .enumerated()
      .sorted { left, right in
        (left.element.finding.line, left.element.finding.column, left.offset)
          < (right.element.finding.line, right.element.finding.column, right.offset)
      }
      .map { _, found in
        LintFinding(
          rule: found.rule.id,
          diagnostic: found.finding.diagnostic(of: found.rule, file: file)
        )
      }
  }

  /// The same as ``findings(in:file:rules:)``, for a person.
  package static func check(_ text: String, file: String? = nil) -> [Diagnostic] {
    findings(in: text, file: file).map(\.diagnostic)
  }
}

/// A place in a document where a rule is broken.
package struct LintFinding: Hashable, Sendable {
  /// As in `table-cells`.
  package var rule: String
  /// Its message ends with the rule in brackets.
  package var diagnostic: Diagnostic

  package init(rule: String, diagnostic: Diagnostic) {
    self.rule = rule
    self.diagnostic = diagnostic
  }
}
