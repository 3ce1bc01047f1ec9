import CommonMark

extension LintRule {
  /// Only a list that begins with 1 may follow a paragraph at once, and nothing indented by four
  /// spaces: https://spec.commonmark.org/0.29/#list-items.
  static let listRecognised = LintRule(
    "list-recognised",
    "Items are set as a list: a blank line above it, no deep indentation, and a space behind each mark."
  ) { source in
    source.inlineTexts.compactMap { block -> Finding? in
      guard block.kind == .paragraph else { return nil }
      return lostList(in: block.lines, of: source)
    } + source.all(.list).flatMap { lostItems(in: $0, of: source) }
  }

  private static func lostList(in lines: [InlineText.Line], of source: LintSource) -> Finding? {
    guard
      lines.contains(where: {
        $0.text.first.map { !$0.isLetter && $0 != UInt8(ascii: "|") } ?? false
      })
    else { return nil }
    func finding(_ advice: String, _ index: Int) -> Finding {
      Finding("This is not a list; \(advice).", line: lines[index].number)
    }
    if let run = firstRun(in: lines, of: { isNumbered($0) }), run > 0 {
      return finding("put a blank line above it", run)
    }
    if let item = deepItem(in: lines, of: source) { return finding("indent it less", item) }
    let isTask = { (line: InlineText.Line) in ListMark.isUnspacedTask(line.text) }
    if let run = firstRun(in: lines, of: { ListMark.isUnspaced($0) })
      ?? lines.firstIndex(where: isTask),
      source.bytes(line: lines[run].number).trimmed.first != UInt8(ascii: "\\")
    {
      return finding("put a space behind each mark", run)
    }
    let run = firstRun(in: lines) { ListMark.isBullet($0) || ListMark.isBareTask($0) }
    guard let run, !source.breaks(afterLine: lines[run].number) else { return nil }
    let isWritten =
      ListMark.isBullet(lines[run].text) || source.writes("[", line: lines[run].number)
    return isWritten ? finding("begin each item with `- `", run) : nil
  }

  /// The first item that its indentation makes a part of the paragraph above it.
  private static func deepItem(in lines: [InlineText.Line], of source: LintSource) -> Int? {
    let isDeep = lines.map { line in
      guard ListMark.isSpaced(line.text) else { return false }
      let written = source.bytes(line: line.number).drop { $0 == UInt8(ascii: ">") }
      let indentation = written.prefix(while: \.isBlank)
      let isWritten = written[indentation.endIndex...].first == line.text.first
      return isWritten && indentation.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) } >= 4
    }
    return lines.indices.dropFirst()
      .first { index in
        isDeep[index]
          && (lines[index - 1].text.last == UInt8(ascii: ":")
            || isDeep.indices.contains(index + 1) && isDeep[index + 1])
      }
  }

  /// Lines within an item that stand where the next item would, without a space.
  private static func lostItems(in list: MarkdownNode, of source: LintSource) -> [Finding] {
    list.children.flatMap { item -> [Finding] in
      guard let paragraph = item.children.first, paragraph.kind == .paragraph,
        paragraph.endLine > paragraph.line
      else { return [] }
      let mark = source.bytes(line: item.line, from: item.column).first
      return (paragraph.line + 1...paragraph.endLine)
        .compactMap { number in
          let line = source.bytes(line: number, from: item.column)
          let above = source.bytes(line: number).prefix(item.column - 1)
          guard above.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: ">") }),
            isAlike(line.first, mark),
            ListMark.isUnspaced(line) || line.count == 2 && line.last?.isLetter == true
          else { return nil }
          return Finding("This is not an item; put a space behind its mark.", line: number)
        }
    }
  }

  /// Whether two items begin with a number, or with any of the marks.
  private static func isAlike(_ first: UInt8?, _ second: UInt8?) -> Bool {
    guard let first, let second else { return false }
    return first.isDigit ? second.isDigit : "-*+".utf8.contains(first) && !second.isDigit
  }

  /// The first of two lines that follow each other and are both such items.
  private static func firstRun(
    in lines: [InlineText.Line],
    of isItem: (ArraySlice<UInt8>) -> Bool
  ) -> Int? {
    lines.indices.dropLast().first { isItem(lines[$0].text) && isItem(lines[$0 + 1].text) }
  }

  private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
    ListMark.isSpaced(line) && line.first?.isDigit == true
  }
}

/// What a line of a list begins with, or was meant to.
enum ListMark {
  /// `- text` or `1. text`.
  static func isSpaced(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix(while: \.isDigit).count
    let rest = line.dropFirst(digits)
    guard digits <= 9, let mark = rest.first, rest.dropFirst().first?.isBlank == true else {
      return false
    }
    return (digits > 0 ? ".)" : "-*+").utf8.contains(mark)
  }

  /// `-text`, `1.text` or `-[ ] text`, which is neither an option such as `-v` nor emphasis.
  static func isUnspaced(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix(while: \.isDigit).count
    if digits > 0 {
      let rest = line.dropFirst(digits)
      return digits < 4 && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
        && rest.dropFirst().first?.isLetter == true
    }
    guard let mark = line.first, "-*+".utf8.contains(mark) else { return false }
    if isUnspacedTask(line) { return true }
    let word = line.dropFirst().prefix(while: \.isWordByte)
    return word.count > 1 && word.first?.isDigit == false && !line.dropFirst().contains(mark)
  }

  /// `-[ ] text`.
  static func isUnspacedTask(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, "-*+".utf8.contains(mark) else { return false }
    return isBareTask(line.dropFirst())
  }

  /// `[ ] text` or `[x] text`.
  static func isBareTask(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "[ ] ") || line.starts(with: "[x] ") || line.starts(with: "[X] ")
  }

  /// A bullet that is none in Markdown.
  static func isBullet(_ line: ArraySlice<UInt8>) -> Bool {
    ["•", "◦", "‣", "▪", "●"].contains { line.starts(with: $0.utf8) && line.count > 3 }
  }
}
