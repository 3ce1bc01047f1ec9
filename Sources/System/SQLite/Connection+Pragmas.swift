/// How changes reach the file.
package enum JournalMode: String, Sendable {
  case delete
  case wal
}

extension Connection {
  /// The number that tells whose file this is (`PRAGMA application_id`).
  package var applicationID: Int {
    get throws { try pragma("PRAGMA application_id") }
  }

  /// The version that the application gave its schema (`PRAGMA user_version`).
  package var userVersion: Int {
    get throws { try pragma("PRAGMA user_version") }
  }

  package func setApplicationID(_ id: Int32) throws(SQLiteError) {
    try execute(script: "PRAGMA application_id = \(id)")
  }

  package func setUserVersion(_ version: Int32) throws(SQLiteError) {
    try execute(script: "PRAGMA user_version = \(version)")
  }

  /// Makes references between tables binding, which they are not of themselves.
  package func enforceForeignKeys() throws(SQLiteError) {
    try execute(script: "PRAGMA foreign_keys = ON")
  }

  /// Changes the journal mode; needs to be the only connection to leave WAL.
  package func setJournalMode(_ mode: JournalMode) throws(SQLiteError) {
    try execute(script: "PRAGMA journal_mode = \(mode.rawValue)")
  }

  /// Writes the whole write-ahead log into the file and empties it.
  package func checkpoint() throws(SQLiteError) {
    try run("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// What is wrong with the pages of the file, at most `limit` sentences; empty when sound.
  package func quickCheck(limit: Int = 20) throws -> [String] {
    var found: [String] = []
    try forEach("SELECT quick_check FROM pragma_quick_check(\(limit))") { row in
      found.append(row.text(0))
    }
    return found == ["ok"] ? [] : found
  }

  /// How SQLite would run `sql`, one step a line (`EXPLAIN QUERY PLAN`).
  package func plan(of sql: SQL) throws -> [String] {
    try rows(SQL(stringLiteral: "EXPLAIN QUERY PLAN " + sql.text)) { $0.text(3) }
  }

  private func pragma(_ sql: SQL) throws -> Int {
    try first(sql) { $0.int(0) } ?? 0
  }
}
