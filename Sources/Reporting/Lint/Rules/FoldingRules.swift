import CommonMark

extension LintRule {
  static let foldingSummary = LintRule(
    "folding-summary",
    "Every `<details>` begins with a `<summary>` that says something, which stands nowhere else."
  ) { source in
    let tags = source.tags.filter { $0.form == .opening || $0.form == .closing }
    var findings: [Finding] = []
    var depth = 0
    for (index, tag) in tags.enumerated() {
      switch (tag.name, tag.form) {
      case ("details", .opening):
        depth += 1
        if tags.indices.contains(index + 1), tags[index + 1].name == "summary" {
          findings += emptySummary(tags[(index + 1)...], in: source)
          continue
        }
        findings.append(
          Finding(
            "This `<details>` has no `<summary>`, so GitHub calls it \"Details\"; add one below it.",
            line: tag.line,
            column: tag.column
          )
        )
      case ("details", .closing): depth = max(0, depth - 1)
      case ("summary", .opening) where depth == 0:
        findings.append(
          Finding(
            "This `<summary>` stands outside `<details>`, where it folds nothing.",
            line: tag.line,
            column: tag.column
          )
        )
      default: break
      }
    }
    return findings
  }

  /// A finding when nothing stands between the first tag and its end tag.
  private static func emptySummary(_ tags: ArraySlice<HTMLTag>, in source: LintSource) -> [Finding]
  {
    guard
      let opening = tags.first, let closing = tags.dropFirst().first, closing.name == "summary",
      closing.form == .closing, closing.line == opening.line, closing.node == opening.node
    else { return [] }
    let between = source.bytes(line: opening.line, from: opening.column).drop { $0 != 0x3E }
      .dropFirst().prefix { $0 != 0x3C }
    guard between.trimmed.isEmpty else { return [] }
    return [
      Finding(
        "This `<summary>` is empty; name what is folded.",
        line: opening.line,
        column: opening.column
      )
    ]
  }
}
