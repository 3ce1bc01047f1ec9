import CommonMark

extension LintRule {
  static let placeholder = LintRule(
    "placeholder",
    "No tag of a template is left outside code."
  ) { source in
    let charts = source.codeBlocks.filter { $0.isMermaid && $0.literal.contains("xychart") }
    return source.lines.indices.compactMap { index in
      let line = index + 1
      let isChart = charts.contains { ($0.line...max($0.line, $0.endLine)).contains(line) }
      guard isChart || !source.isCode(line: line) else { return nil }
      let bytes = isChart ? source.lines[index] : source.lines[index].withoutCode
      guard let tag = templateTag(in: bytes, isChart ? tags.prefix(2) : tags[...]) else {
        return nil
      }
      return Finding("`\(tag.text)` was not filled in.", line: line, column: tag.column)
    }
  }

  static let missingValue = LintRule(
    "missing-value",
    "No `undefined`, `null`, `NaN` or `[object Object]` where a value should stand."
  ) { source in
    let texts = source.inlineTexts.flatMap { block in
      block.lines.compactMap { line, number in
        missingValue(in: line, isWhole: block.kind == .heading)
          .map { (value: $0, line: number) }
      }
    }
    let strong = source.tree.all(.strong)
      .compactMap { node in
        nothing.contains(node.plainText) ? (value: node.plainText, line: node.line) : nil
      }
    let cells = source.tree.all(.table).flatMap(missingCells)
    let targets = (source.tree.all(.link) + source.tree.all(.image))
      .compactMap { link -> (value: String, line: Int)? in
        let parts = link.url.utf8.split { "/=?&#".utf8.contains($0) }
        return parts.first { nothing.contains(String(Substring($0))) }
          .map { (String(Substring($0)), link.line) }
      }
    return (texts + strong + cells + targets)
      .map { Finding("`\($0.value)` stands where a value should.", line: $0.line) }
  }

  /// Cells of nothing but such a word; in a column of defaults or types it is one.
  private static func missingCells(in table: MarkdownNode) -> [(value: String, line: Int)] {
    let titles = table.children.first?.children.map { $0.plainText.lowercased() } ?? []
    guard !titles.contains(where: isReference) else { return [] }
    return table.children.dropFirst()
      .flatMap { row in
        row.children.compactMap { cell in
          guard cell.all(.code).isEmpty else { return nil }
          let text = Array(cell.plainText.utf8)[...].trimmed.text
          return nothing.contains(text) ? (text, row.line) : nil
        }
      }
  }

  /// Whether words speak of a programming interface, where such values are meant.
  private static func isReference(_ title: String) -> Bool {
    ["default", "type", "value", "option", "param", "return", "result"]
      .contains { title.contains($0) }
  }

  /// How tags of the usual languages of templates open and close.
  private static let tags: [(opening: StaticString, closing: StaticString)] = [
    ("{{", "}}"), ("${", "}"), ("{%", "%}"), ("<%", "%>"), ("#{", "}"), ("%{", "}"), ("%(", ")s"),
    ("@", "@"),
    ("%", "%"), ("Optional(", ")"), ("{", "}"),
  ]

  private static func templateTag(
    in line: [UInt8],
    _ tags: ArraySlice<(opening: StaticString, closing: StaticString)>
  ) -> (text: String, column: Int)? {
    guard line.contains(where: { "{%@(".utf8.contains($0) }) else { return nil }
    for (opening, closing) in tags {
      guard let start = line.offset(of: opening) else { continue }
      let isEscaped = start > 0 && line[start - 1] == UInt8(ascii: "\\")
      let inside = line[(start + opening.utf8CodeUnitCount)...]
      guard !isEscaped, let length = inside.offset(of: closing) else { continue }
      let name = inside.prefix(length)
      guard isName(name, opening) else { continue }
      let end = start + opening.utf8CodeUnitCount + length + closing.utf8CodeUnitCount
      return (line[start..<end].text, start + 1)
    }
    return nil
  }

  /// Whether such words stand between the marks; else it is a picture, a formula or a share.
  private static func isName(_ name: ArraySlice<UInt8>, _ opening: StaticString) -> Bool {
    switch opening.description {
    case "@", "%":
      // `%E2%80%` is part of an address.
      name.count > 2
        && name.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") || $0.isDigit }
        && name.first?.isDigit == false
    case "{": !name.isEmpty && name.allSatisfy(\.isDigit)
    case "Optional(": true
    default: name.contains(where: \.isLetter)
    }
  }

  /// What languages print in place of a value.
  private static let nothing: Set<String> = ["undefined", "null", "NaN", "nan", "None", "nil"]

  /// A value that is missing: alone in a cell or heading, or before what needs a number.
  private static func missingValue(in line: ArraySlice<UInt8>, isWhole: Bool) -> String? {
    if line.contains("[object Object]") { return "[object Object]" }
    let words = line.split { $0.isBlank || $0 == 0xA0 || $0 == 0xC2 }
    if isWhole, words.count == 1, nothing.contains(words[0].text) { return words[0].text }
    for (index, word) in words.enumerated() {
      let core = word.drop { !$0.isWordByte }.prefix(while: \.isWordByte)
      guard nothing.contains(core.text) else { continue }
      let after = word[core.endIndex...]
      let before = word[..<core.startIndex]
      let isLast = index == words.count - 1 && after.allSatisfy { !$0.isWordByte }
      let label = index > 0 ? words[index - 1] : []
      let isLabelled =
        isLast && index > 0 && label.last == UInt8(ascii: ":")
        && !isReference(label.dropLast().text.lowercased())
      let next = words.indices.contains(index + 1) ? words[index + 1].text : ""
      // `None of 4 issues` is a sentence.
      let isSentence = core.text == "None" && (index == 0 || ".!?".utf8.contains(label.last ?? 0))
      let needsNumber =
        isLabelled || after.first == UInt8(ascii: "%")
        || before.last.map { "#@".utf8.contains($0) } == true
        || (after.isEmpty && units.contains(next))
        || (after.isEmpty && next == "of" && !isSentence
          && words.dropFirst(index + 2).first?.first?.isDigit == true)
      if needsNumber { return core.text }
    }
    return nil
  }

  private static let units: Set<String> = [
    "day", "days", "h", "hours", "min", "minutes", "points", "issues", "stars", "forks", "commits",
    "people", "lines", "files", "%", "d", "months", "weeks", "years", "contributors",
  ]
}
