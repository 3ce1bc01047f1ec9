import CommonMark

extension LintRule {
  /// Only a list that begins with 1 may follow a paragraph at once:
  /// https://spec.commonmark.org/0.29/#list-items.
  static let listRecognised = LintRule(
    "list-recognised",
    "Items are set as a list: a blank line above it, and a space behind each mark."
  ) { source in
    source.inlineTexts.flatMap { block -> [Finding] in
      guard block.kind == .paragraph else { return [] }
      let lines = block.lines
      if let run = firstRun(in: lines, of: { isNumbered($0) }), run > 0 {
        return [
          Finding(
            "This is not a list; put a blank line above it.",
            line: lines[run].number
          )
        ]
      }
      guard let run = firstRun(in: lines, of: { isUnspacedItem($0) }) else { return [] }
      return [
        Finding("This is not a list; put a space behind each mark.", line: lines[run].number)
      ]
    }
  }

  static let taskRecognised = LintRule(
    "task-recognised",
    "A task has a space or an x between its brackets, and a space behind them."
  ) { source in
    source.tree.all(.item)
      .compactMap { item in
        guard let paragraph = item.children.first, paragraph.kind == .paragraph else { return nil }
        let line = source.bytes(line: paragraph.line, from: paragraph.column)
        guard
          line.starts(with: "[]") || line.starts(with: "[ ]") || line.starts(with: "[x]")
            || line.starts(with: "[X]") || line.starts(with: "[ x") || line.starts(with: "[x ")
        else { return nil }
        let end = line.firstIndex(of: UInt8(ascii: "]")).map { line.index(after: $0) }
        guard let end, end < line.endIndex, ![0x28, 0x5B, 0x3A].contains(line[end]) else {
          return nil
        }
        return Finding(
          "This is not a task; write `- [ ] ` or `- [x] `.",
          line: paragraph.line,
          column: paragraph.column
        )
      }
  }

  /// https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts.
  static let alertRecognised = LintRule(
    "alert-recognised",
    "An alert is a NOTE, TIP, IMPORTANT, WARNING or CAUTION alone on its line."
  ) { source in
    source.tree.all(.blockQuote)
      .compactMap { quote in
        guard let paragraph = quote.children.first, paragraph.kind == .paragraph else { return nil }
        let line = source.bytes(line: paragraph.line, from: paragraph.column)
        guard line.starts(with: "[!"), let end = line.firstIndex(of: UInt8(ascii: "]")) else {
          return nil
        }
        let name = line[line.startIndex + 2..<end].text.uppercased()
        let message: String
        if !alerts.contains(name) {
          message = "GitHub knows no alert `\(name)`; use \(alerts.joined(separator: ", "))."
        } else if !line[(end + 1)...].trimmed.isEmpty
          || quote.children.count == 1 && paragraph.endLine == paragraph.line
        {
          message = "An alert's mark stands alone on its line, with the text on the next."
        } else {
          return nil
        }
        return Finding(message, line: paragraph.line, column: paragraph.column)
      }
  }

  private static let alerts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]

  /// The first of two lines that follow each other and are both such items.
  private static func firstRun(
    in lines: [(text: ArraySlice<UInt8>, number: Int)],
    of isItem: (ArraySlice<UInt8>) -> Bool
  ) -> Int? {
    lines.indices.dropLast().first { isItem(lines[$0].text) && isItem(lines[$0 + 1].text) }
  }

  private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix(while: \.isDigit).count
    let rest = line.dropFirst(digits)
    guard (1...9).contains(digits), let mark = rest.first, mark == 0x2E || mark == 0x29 else {
      return false
    }
    return rest.dropFirst().first?.isBlank == true
  }

  /// `-text`, `1.text` or `-[ ] text`, which is neither an option such as `-v` nor emphasis.
  private static func isUnspacedItem(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix(while: \.isDigit).count
    if digits > 0 {
      let rest = line.dropFirst(digits)
      return rest.first == UInt8(ascii: ".") && rest.dropFirst().first?.isLetter == true
    }
    guard let mark = line.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else {
      return false
    }
    if line.dropFirst().starts(with: "[ ] ") || line.dropFirst().starts(with: "[x] ") {
      return true
    }
    let word = line.dropFirst().prefix(while: \.isWordByte)
    return word.count > 1 && !line.dropFirst().contains(mark)
  }
}
