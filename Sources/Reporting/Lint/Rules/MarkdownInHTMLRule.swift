import CommonMark

extension LintRule {
  /// An HTML block goes on to the next blank line, and nothing in it is read as Markdown:
  /// https://spec.commonmark.org/0.29/#html-blocks.
  static let blankLineBeforeMarkdown = LintRule(
    "blank-line-before-markdown",
    "A blank line parts HTML from the Markdown below it."
  ) { source in
    source.all(.htmlBlock).compactMap { block in markdown(in: block) }
  }

  private static func markdown(in block: MarkdownNode) -> Finding? {
    var scanner = RawTextScanner()
    let lines = block.literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The last line with a tag, below which the blank line is missing.
    var lastTag = 0
    for (index, bytes) in lines.enumerated() {
      let line = Array(bytes)[...].trimmed
      if line.starts(with: "<") { lastTag = index }
      guard let visible = scanner.visible(line) else { continue }
      let isBlock =
        index > 0 && !line.starts(with: "<") && beginsBlock(line)
        || line.starts(with: "<!--") && beginsBlock(visible[...].trimmed)
      guard isBlock || hasMarks(visible) else { continue }
      return Finding(
        "Markdown right below an HTML tag stays raw text; put a blank line between them.",
        line: block.line + lastTag
      )
    }
    return nil
  }

  /// A heading, a list item, a fence, a quote or a table's delimiter row.
  private static func beginsBlock(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "```") || line.starts(with: "~~~") || line.starts(with: "> ") {
      return true
    }
    if TableRow.isDelimiter(line) { return true }
    let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks) { return line.dropFirst(marks).first == 0x20 }
    if let mark = line.first, "-*+".utf8.contains(mark) { return line.dropFirst().first == 0x20 }
    let digits = line.prefix(while: \.isDigit).count
    return (1...3).contains(digits) && line.dropFirst(digits).starts(with: ". ")
  }

  /// A link, strong text or code inside a line.
  private static func hasMarks(_ line: [UInt8]) -> Bool {
    if let link = line.offset(of: "]("), line[..<link].contains(UInt8(ascii: "[")),
      line[link...].contains(UInt8(ascii: ")"))
    {
      return true
    }
    if let start = line.offset(of: "**"), let next = line.dropFirst(start + 2).first,
      next.isWordByte, line[(start + 2)...].contains("**")
    {
      return true
    }
    guard let start = line.firstIndex(of: UInt8(ascii: "`")) else { return false }
    return line[(start + 1)...].contains(UInt8(ascii: "`"))
  }
}
