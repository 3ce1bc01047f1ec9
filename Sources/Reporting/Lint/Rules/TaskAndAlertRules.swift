import CommonMark

extension LintRule {
  static let taskRecognised = LintRule(
    "task-recognised",
    "A task has a space or an x between its brackets, and a space behind them."
  ) { source in
    source.all(.list)
      .flatMap { list -> [Finding] in
        let hasTasks = list.children.contains { $0.kind == .taskItem }
        return list.children.compactMap { item in
          guard item.kind == .item, let paragraph = item.children.first,
            paragraph.kind == .paragraph
          else { return nil }
          let line = source.bytes(line: paragraph.line, from: paragraph.column)
          guard isMeantAsTask(line, besideTasks: hasTasks) else { return nil }
          return Finding(
            "This is not a task; write `- [ ] ` or `- [x] `.",
            line: paragraph.line,
            column: paragraph.column
          )
        }
      }
  }

  private static func isMeantAsTask(_ line: ArraySlice<UInt8>, besideTasks: Bool) -> Bool {
    guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    let inside = line[(line.startIndex + 1)..<end]
    guard let next = line[(end + 1)...].first, ![0x28, 0x5B, 0x3A].contains(next) else {
      return false
    }
    let sign = inside.trimmed
    if sign.isEmpty || sign.elementsEqual("x".utf8) || sign.elementsEqual("X".utf8) { return true }
    guard next.isBlank else { return false }
    // Some lists begin with signs of their own, as `[+]` for what is new.
    return ["✓", "✔", "√", "☑"].contains(inside.text)
      || besideTasks && inside.count == 1 && "*vVoO-~/".utf8.contains(inside.first ?? 0)
  }

  /// https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts.
  static let alertRecognised = LintRule(
    "alert-recognised",
    "An alert is a NOTE, TIP, IMPORTANT, WARNING or CAUTION alone on the first line of a quote that "
      + "stands in nothing else."
  ) { source in
    source.all(.blockQuote).compactMap { alertProblem(in: $0, of: source) }
      + nestedAlerts(below: source.tree, isOutermost: true, of: source)
      + source.inlineTexts.flatMap { strayAlerts(in: $0, of: source) }
  }

  private static func alertProblem(in quote: MarkdownNode, of source: LintSource) -> Finding? {
    guard let (paragraph, name, rest) = alertMark(of: quote, in: source) else {
      return openAlert(quote, in: source)
    }
    let message: String
    if !alerts.contains(name) {
      message = "GitHub knows no alert `\(name)`; use \(alerts.joined(separator: ", "))."
    } else if !rest.isEmpty && !rest.elementsEqual("\\".utf8)
      || quote.children.count == 1 && paragraph.endLine == paragraph.line
    {
      message = "An alert's mark stands alone on its line, with the text on the next."
    } else {
      return nil
    }
    return Finding(message, line: paragraph.line, column: paragraph.column)
  }

  /// `> [!NOTE` without its bracket.
  private static func openAlert(_ quote: MarkdownNode, in source: LintSource) -> Finding? {
    guard let paragraph = quote.children.first, paragraph.kind == .paragraph else { return nil }
    let line = source.bytes(line: paragraph.line, from: paragraph.column)
    guard line.starts(with: "[!"), alerts.contains(line.dropFirst(2).trimmed.text) else {
      return nil
    }
    return Finding("This alert lacks its `]`.", line: paragraph.line, column: paragraph.column)
  }

  /// The paragraph that begins with `[!`, the name behind it, and what stands behind the mark.
  private static func alertMark(
    of quote: MarkdownNode,
    in source: LintSource
  ) -> (paragraph: MarkdownNode, name: String, rest: ArraySlice<UInt8>)? {
    guard let paragraph = quote.children.first, paragraph.kind == .paragraph else { return nil }
    let line = source.bytes(line: paragraph.line, from: paragraph.column)
    guard line.starts(with: "[!"), let end = line.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let name = line[line.startIndex + 2..<end].text.uppercased()
    return (paragraph, name, line[(end + 1)...].trimmed)
  }

  /// Quotes inside a list or another quote that begin as an alert does.
  private static func nestedAlerts(
    below node: MarkdownNode,
    isOutermost: Bool,
    of source: LintSource
  ) -> [Finding] {
    node.children.flatMap { child -> [Finding] in
      guard [.list, .item, .taskItem, .blockQuote].contains(child.kind) else { return [] }
      var findings = nestedAlerts(below: child, isOutermost: false, of: source)
      if child.kind == .blockQuote, !isOutermost, let mark = alertMark(of: child, in: source),
        alerts.contains(mark.name), alertProblem(in: child, of: source) == nil
      {
        let message = "An alert inside a list or a quote is shown as text; move it out."
        findings.append(Finding(message, line: child.line, column: child.column))
      }
      return findings
    }
  }

  /// `[!NOTE]` alone on a line that does not begin a quote.
  private static func strayAlerts(in block: InlineText, of source: LintSource) -> [Finding] {
    guard block.kind == .paragraph else { return [] }
    return block.lines.enumerated()
      .compactMap { index, line in
        guard line.text.starts(with: "[!"), line.text.last == UInt8(ascii: "]"),
          alerts.contains(line.text.dropFirst(2).dropLast().text),
          block.parent != .blockQuote || index > 0, source.writes("[!", line: line.number)
        else { return nil }
        return Finding("An alert begins a quote; write `> ` before it.", line: line.number)
      }
  }

  private static let alerts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
}
