/// The facts of a store as text, which is the same for the same facts however they got there.
///
/// Rows carry GitHub's ids instead of the store's own keys and are sorted by their bytes. What a run
/// leaves behind is not among them: runs, cached responses, deliveries, streams, tombstones. Nor is
/// what depends on the instants of the readings: traffic and profiles.
package struct FactDump: Hashable, Sendable {
  /// One table: its rows, ascending by the bytes of their lines.
  package struct Table: Hashable, Sendable {
    package var name: String
    /// The columns of each row; nil for NULL.
    package private(set) var rows: [[String?]]

    /// Takes the rows in any order.
    package init(name: String, rows: [[String?]]) {
      self.name = name
      self.rows = rows.map { (row: $0, line: ExactText(Self.line($0))) }
        .sorted { $0.line < $1.line }
        .map(\.row)
    }

    /// The columns of each row between tabs; NULL is `\N`.
    package var lines: [String] { rows.map(Self.line) }

    private static func line(_ row: [String?]) -> String {
      row.map { $0?.escapedCell ?? "\\N" }.joined(separator: "\t")
    }
  }

  /// By name.
  package var tables: [Table]

  package init(tables: [Table]) {
    self.tables = tables
  }

  /// The dump without the tables that two collections need not share, such as `snapshots`.
  package func without(_ names: Set<String>) -> FactDump {
    FactDump(tables: tables.filter { !names.contains($0.name) })
  }

  /// `== name`, the lines of the table, and so on.
  package var text: String {
    tables.map { table in
      (["== \(table.name)"] + table.lines).map { $0 + "\n" }.joined()
    }
    .joined()
  }
}

extension String {
  /// Without what would end the cell or the line.
  fileprivate var escapedCell: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
