import CommonMark

extension LintRule {
  /// cmark-gfm pads short rows and drops surplus cells without a word, so the source is counted.
  static let tableCells = LintRule(
    "table-cells",
    "Every row of a table has as many cells as its header."
  ) { source in
    source.all(.table)
      .flatMap { table -> [Finding] in
        guard let header = table.children.first else { return [] }
        let columns = header.children.count
        let hasPipes = source.bytes(line: header.line, from: header.column).contains(0x7C)
        return table.children.dropFirst()
          .compactMap { row in
            let line = source.bytes(line: row.line, from: row.column)
            let count = TableRow.cells(in: line)
            let message: String
            if hasPipes, !line.contains(UInt8(ascii: "|")) {
              message = "This line belongs to the table above it; put a blank line between them."
            } else if count == columns {
              return nil
            } else {
              message =
                "This row has \(cells(count)) where its header has \(columns); "
                + (count > columns ? "write `|` inside a cell as `\\|`." : "add the missing ones.")
            }
            return Finding(message, line: row.line, column: row.column)
          }
      }
  }

  static let tableRecognised = LintRule(
    "table-recognised",
    "A header and a delimiter row of the same width make a table."
  ) { source in
    source.all(.paragraph)
      .flatMap { paragraph -> [Finding] in
        guard paragraph.endLine > paragraph.line else { return [] }
        return (paragraph.line + 1...paragraph.endLine)
          .compactMap { line in
            let row = source.bytes(line: line).drop { $0 == UInt8(ascii: ">") || $0.isBlank }
            guard TableRow.isDelimiter(row) else { return nil }
            let header = TableRow.cells(in: source.bytes(line: line - 1))
            let width = TableRow.cells(in: row)
            let reason =
              header == width
              ? "put a blank line above its header, and give each cell of this row a `-`"
              : "its delimiter row has \(cells(width)), the line above has \(header); "
                + "make them equal"
            return Finding("This is not a table: \(reason).", line: line)
          }
      }
  }

  /// Four spaces make code of a table.
  static let tableIndented = LintRule(
    "table-indented",
    "A table is not indented by four spaces, which make it code."
  ) { source in
    source.codeBlocks.compactMap { block in
      guard !block.isFenced else { return nil }
      let lines = block.literal.utf8.split(separator: 0x0A).map { Array($0) }
      let isTable = zip(lines, lines.dropFirst())
        .contains { TableRow.isBordered($0) && TableRow.isDelimiter($1) }
      let above = source.bytes(line: block.line - 1)
      let continues =
        lines.first.map { TableRow.isBordered($0) } == true && TableRow.isBordered(above)
      guard isTable || continues else { return nil }
      return Finding(
        "This table is indented so far that it is code; indent it less.",
        line: block.line
      )
    }
  }

  static let tableDelimiter = LintRule(
    "table-delimiter",
    "Rows of cells have one delimiter row, below their header, and no blank line between them."
  ) { source in
    let afterTables = source.all(.table).isEmpty ? [] : linesAfterTables(below: source.tree)
    return source.inlineTexts.compactMap { block -> Finding? in
      guard block.kind == .paragraph else { return nil }
      return looseRows(in: block.lines, of: source, afterTables)
    } + source.all(.table).compactMap { secondDelimiter(in: $0, of: source) }
  }

  /// The first of some lines that were meant as rows.
  private static func looseRows(
    in lines: [InlineText.Line],
    of source: LintSource,
    _ afterTables: Set<Int>
  ) -> Finding? {
    let rows = lines.map { line in
      line.text.first.map { $0 == 0x7C || $0 == UInt8(ascii: "+") } == true
        && TableRow.isMeantAsRow(line.text) && !source.bytes(line: line.number).contains("\\|")
    }
    guard let first = rows.firstIndex(of: true) else { return nil }
    let run = rows[first...].prefix { $0 }.indices
    let follows = first == 0 && afterTables.contains(lines[0].number)
    let isLone =
      lines.count == 1 && TableRow.isBordered(lines[0].text)
      && TableRow.isDelimiter(lines[0].text)
    guard run.count > 1 || isLone || follows && lines.count == 1 else { return nil }
    let delimiters = run.filter { TableRow.isDelimiter(lines[$0].text) }
    // The delimiter row that does not fit is another rule's.
    guard delimiters.isEmpty || delimiters == [first] && first == 0 else { return nil }
    let advice =
      delimiters == [first]
      ? "put it right below its header"
      : follows ? "remove the blank line above it" : "add a row such as `| --- | --- |` below it"
    return Finding("This row is no part of a table; \(advice).", line: lines[first].number)
  }

  /// A delimiter row among the rows of a table: two tables without a blank line between them.
  private static func secondDelimiter(in table: MarkdownNode, of source: LintSource) -> Finding? {
    guard let header = table.children.first else { return nil }
    let own = source.bytes(line: header.line + 1, from: header.column).trimmed
    for row in table.children.dropFirst(2).dropLast() {
      let line = source.bytes(line: row.line, from: row.column).trimmed
      guard TableRow.isDelimiter(line), line.elementsEqual(own) || line.contains("--") else {
        continue
      }
      let message = "A second table begins above this row; put a blank line between them."
      return Finding(message, line: row.line, column: row.column)
    }
    return nil
  }

  /// Where the blocks begin that stand right behind a table.
  private static func linesAfterTables(below node: MarkdownNode) -> Set<Int> {
    var lines: Set<Int> = []
    node.walk { node in
      for (table, next) in zip(node.children, node.children.dropFirst()) where table.kind == .table
      {
        lines.insert(next.line)
      }
    }
    return lines
  }

  private static func cells(_ count: Int) -> String { CountText.plain(count, "cell") }
}

/// A line of a table in source text.
enum TableRow {
  /// How many cells cmark-gfm sees: a `|` parts cells unless a backslash stands before it.
  static func cells(in line: some Collection<UInt8>) -> Int {
    var row = Array(line)[...].trimmed
    if row.first == UInt8(ascii: "|") { row = row.dropFirst() }
    var count = 1
    var previous: UInt8 = 0
    var isLastPipe = false
    for byte in row {
      isLastPipe = byte == UInt8(ascii: "|") && previous != UInt8(ascii: "\\")
      if isLastPipe { count += 1 }
      previous = byte
    }
    return isLastPipe ? count - 1 : count
  }

  /// True for `| a | b |`, which nobody writes but for a table.
  static func isBordered(_ line: some Collection<UInt8>) -> Bool {
    let row = Array(line)[...].trimmed
    return row.count > 2 && row.first == UInt8(ascii: "|") && row.last == UInt8(ascii: "|")
      && cells(in: row) > 1
  }

  /// True for a bordered row, and for `|---+---|` and `+---+---+`, which other tools draw.
  static func isMeantAsRow(_ line: ArraySlice<UInt8>) -> Bool {
    if isBordered(line) { return true }
    let row = line.trimmed
    return row.count > 4 && row.contains("--") && row.last.map { "|+".utf8.contains($0) } == true
      && row.allSatisfy { "|+-=: ".utf8.contains($0) }
  }

  /// True for `| --- | :-: |`, false for a mere line of dashes.
  static func isDelimiter(_ line: some Collection<UInt8>) -> Bool {
    let row = Array(line)[...].trimmed
    guard row.contains(UInt8(ascii: "|")), row.contains(UInt8(ascii: "-")) else { return false }
    return row.allSatisfy {
      $0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
    }
  }
}
