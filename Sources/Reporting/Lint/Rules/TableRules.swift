import CommonMark

extension LintRule {
  /// cmark-gfm pads short rows and drops surplus cells without a word, so the source is counted.
  static let tableCells = LintRule(
    "table-cells",
    "Every row of a table has as many cells as its header."
  ) { source in
    source.tree.all(.table)
      .flatMap { table -> [Finding] in
        guard let header = table.children.first else { return [] }
        let columns = header.children.count
        return table.children.dropFirst()
          .compactMap { row in
            let count = TableRow.cells(in: source.bytes(line: row.line, from: row.column))
            guard count != columns else { return nil }
            return Finding(
              "This row has \(cells(count)) where its header has \(columns); "
                + (count > columns ? "write `|` inside a cell as `\\|`." : "add the missing ones."),
              line: row.line,
              column: row.column
            )
          }
      }
  }

  static let tableRecognised = LintRule(
    "table-recognised",
    "A header and a delimiter row of the same width make a table."
  ) { source in
    source.tree.all(.paragraph)
      .flatMap { paragraph -> [Finding] in
        guard paragraph.endLine > paragraph.line else { return [] }
        return (paragraph.line + 1...paragraph.endLine)
          .compactMap { line in
            let row = source.bytes(line: line).drop { $0 == UInt8(ascii: ">") || $0.isBlank }
            guard TableRow.isDelimiter(row) else { return nil }
            let header = TableRow.cells(in: source.bytes(line: line - 1))
            return Finding(
              "This is not a table: its delimiter row has \(cells(TableRow.cells(in: row))), "
                + "the line above has \(header); make them equal.",
              line: line
            )
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
      for (header, row) in zip(lines, lines.dropFirst())
      where TableRow.isBordered(header) && TableRow.isDelimiter(row) {
        return Finding(
          "This table is indented so far that it is code; indent it less.",
          line: block.line
        )
      }
      return nil
    }
  }

  static let tableDelimiter = LintRule(
    "table-delimiter",
    "Rows of cells have a delimiter row below their header, and no blank line between them."
  ) { source in
    source.tree.children.enumerated()
      .flatMap { index, block -> [Finding] in
        guard block.kind == .paragraph, block.line > 0 else { return [] }
        let rows = (block.line...max(block.line, block.endLine))
          .filter { TableRow.isBordered(source.bytes(line: $0)) }
        guard rows.count == max(block.line, block.endLine) - block.line + 1 else { return [] }
        let follows = index > 0 && source.tree.children[index - 1].kind == .table
        guard rows.count > 1 || follows else { return [] }
        // The delimiter row that does not fit is another rule's.
        guard !rows.contains(where: { TableRow.isDelimiter(source.bytes(line: $0)) }) else {
          return []
        }
        let advice =
          follows ? "remove the blank line above it" : "add a row such as `| --- | --- |` below it"
        return [Finding("This row is no part of a table; \(advice).", line: block.line)]
      }
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

  /// True for `| --- | :-: |`, false for a mere line of dashes.
  static func isDelimiter(_ line: some Collection<UInt8>) -> Bool {
    let row = Array(line)[...].trimmed
    guard row.contains(UInt8(ascii: "|")), row.contains(UInt8(ascii: "-")) else { return false }
    return row.allSatisfy {
      $0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
    }
  }
}
