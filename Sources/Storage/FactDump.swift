/// The facts of a store as text, which is the same for the same facts however they got there.
///
/// Rows carry GitHub's ids instead of the store's own keys and are sorted by their bytes. What a run
/// leaves behind is not among them: runs, cached responses, deliveries, streams, tombstones. Nor is
/// traffic, which depends on the instants of the readings.
package struct FactDump: Hashable, Sendable {
  /// One table: a line for each row, ascending.
  package struct Table: Hashable, Sendable {
    package var name: String
    package var lines: [String]

    package init(name: String, lines: [String]) {
      self.name = name
      self.lines = lines
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
