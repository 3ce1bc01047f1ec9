package import Model

/// The rows of a table in a report, by the names under which a template finds the cells.
package struct ReportTable: Hashable, Sendable {
  package var columns: [String]
  /// The name of a list of the cells behind ``columns``, where their number varies.
  package var rest: String?
  package var rows: [[Inline]]

  package init(columns: [String], rest: String? = nil, rows: [[Inline]]) {
    self.columns = columns
    self.rest = rest
    self.rows = rows
  }

  /// One object a row, the cells as Markdown.
  package var json: JSONValue {
    .array(
      rows.map { row in
        let cells = row.map { JSONValue.string($0.markdown) }
        let others = rest.map { name -> JSONValue.Member in
          .init(name, .array(Array(cells.dropFirst(columns.count))))
        }
        return .object(zip(columns, cells).map { .init($0, $1) } + [others].compactMap(\.self))
      }
    )
  }
}

/// A part of a report with a heading of its own.
package struct ReportSection: Hashable, Sendable {
  package var title: String
  /// What the template finds besides `title`.
  package var values: [JSONValue.Member]
  /// In the order in which they stand in the document, below their names.
  package var tables: [(name: String, table: ReportTable)] {
    zip(tableNames, tableValues).map { ($0, $1) }
  }
  private var tableNames: [String]
  private var tableValues: [ReportTable]

  package init(
    _ title: String,
    values: [JSONValue.Member] = [],
    tables: [(name: String, table: ReportTable)] = []
  ) {
    self.title = title
    self.values = values
    tableNames = tables.map(\.name)
    tableValues = tables.map(\.table)
  }

  package var json: JSONValue {
    .object(
      [JSONValue.Member("title", .string(title))] + values
        + tables.map { JSONValue.Member($0.name, $0.table.json) }
    )
  }
}
