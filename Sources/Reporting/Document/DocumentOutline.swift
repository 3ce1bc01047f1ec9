import CommonMark

/// What a document must show once it is rendered: its headings, and its tables cell by cell.
package struct DocumentOutline: Hashable, Sendable {
  /// In order, without their level.
  package var headings: [String]
  /// In order: for each table its rows below the header.
  package var tables: [[[String]]]

  package init(headings: [String] = [], tables: [[[String]]] = []) {
    self.headings = headings
    self.tables = tables
  }

  /// What a parsed document shows.
  init(of tree: MarkdownNode) {
    headings = tree.all(.heading).map { Self.seen($0.plainText) }
    tables = tree.all(.table)
      .map { table in
        table.children.filter { $0.kind == .tableRow }
          .map { row in
            row.children.map { Self.seen($0.plainText) }
          }
      }
  }

  /// Adds a heading and the tables below it.
  mutating func append(_ section: ReportSection?) {
    guard let section else { return }
    headings.append(section.title)
    append(section.tables.map(\.table))
  }

  /// Adds tables without a heading of their own; one without rows is not shown.
  mutating func append(_ tables: [ReportTable]) {
    for table in tables where !table.rows.isEmpty {
      self.tables.append(table.rows.map { $0.map { Self.seen($0.plain) } })
    }
  }

  /// Where the two part, one sentence each; nothing when they agree.
  func differences(from expected: DocumentOutline) -> [String] {
    var differences: [String] = []
    if headings.map(Self.seen) != expected.headings.map(Self.seen) {
      differences.append("The headings are \(headings), not \(expected.headings).")
    }
    if tables.count != expected.tables.count {
      let found = CountText.plain(tables.count, "table")
      differences.append("The document has \(found), not \(expected.tables.count).")
    }
    for (index, (found, meant)) in zip(tables, expected.tables).enumerated() where found != meant {
      let row = zip(found, meant).enumerated().first { $0.element.0 != $0.element.1 }
      let place = row.map { "row \($0.offset + 1) reads \($0.element.0), not \($0.element.1)" }
      let rows = place ?? "it has \(CountText.plain(found.count, "row")), not \(meant.count)"
      differences.append("In table \(index + 1) \(rows).")
    }
    return differences
  }

  /// Text without the joiners that keep GitHub from linking, and without blanks at its ends.
  private static func seen(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0 != MarkdownText.wordJoiner }
    return Array(String(String.UnicodeScalarView(scalars)).utf8).trimmed.text
  }
}
