import CommonMark

extension LintRule {
  static let foldingSummary = LintRule(
    "folding-summary",
    "Every `<details>` begins with one `<summary>` that says something, which stands nowhere else."
  ) { source in
    let tags = source.tags.filter { $0.form == .opening || $0.form == .closing }
    var findings: [Finding] = []
    /// The open `<details>`, and whether each has its summary.
    var open: [Bool] = []
    for (index, tag) in tags.enumerated() {
      switch (tag.name, tag.form) {
      case ("details", .opening):
        let hasSummary = tags.indices.contains(index + 1) && tags[index + 1].name == "summary"
        open.append(false)
        if !hasSummary {
          findings.append(
            finding(
              "This `<details>` has no `<summary>`, so GitHub calls it \"Details\"; add one below it.",
              tag
            )
          )
        } else if holdsText(from: tag, to: tags[index + 1], in: source) {
          findings.append(
            finding(
              "Text stands between this `<details>` and its `<summary>`; put it below that.",
              tag
            )
          )
        }
      case ("details", .closing): _ = open.popLast()
      case ("summary", .opening) where open.isEmpty:
        findings.append(
          finding("This `<summary>` stands outside `<details>`, where it folds nothing.", tag)
        )
      case ("summary", .opening) where open.last == true:
        findings.append(finding("This `<details>` has a `<summary>` already; keep one.", tag))
      case ("summary", .opening):
        open[open.count - 1] = true
        if isEmpty(tags[index...], in: source) {
          findings.append(finding("This `<summary>` is empty; name what is folded.", tag))
        }
      default: break
      }
    }
    return findings
  }

  private static func finding(_ message: String, _ tag: HTMLTag) -> Finding {
    Finding(message, line: tag.line, column: tag.column)
  }

  /// True when nothing stands between the first tag and its end tag.
  private static func isEmpty(_ tags: ArraySlice<HTMLTag>, in source: LintSource) -> Bool {
    guard let opening = tags.first, let closing = tags.dropFirst().first,
      closing.name == "summary", closing.form == .closing, closing.node == opening.node
    else { return false }
    return !holdsText(from: opening, to: closing, in: source)
  }

  /// Whether more than blanks and comments stands between two tags.
  private static func holdsText(
    from first: HTMLTag,
    to second: HTMLTag,
    in source: LintSource
  ) -> Bool {
    guard first.endLine <= second.line else { return false }
    var scanner = RawTextScanner()
    return (first.endLine...second.line)
      .contains { line in
        let start = line == first.endLine ? first.endColumn : 1
        let bytes = source.bytes(line: line, from: start)
        let end = line == second.line ? max(0, second.column - start) : bytes.count
        let text = (scanner.visible(bytes.prefix(end)) ?? []).text.replacing("&nbsp;", with: "")
        return text.utf8.contains { !$0.isBlank && $0 != UInt8(ascii: ">") }
      }
  }
}
