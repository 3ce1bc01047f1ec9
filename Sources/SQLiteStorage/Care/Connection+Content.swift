import Model
import SQLite

extension Connection {
  /// A digest of everything that the store knows, the same as long as nothing was learned.
  ///
  /// Left out are the records of runs, kept answers, when something was read or written, and the
  /// tool's own issues, which each run may change.
  func contentDigest() throws -> String {
    var digest = SHA256()
    for table in try tables() where !Self.passingTables.contains(table) {
      let columns = try rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid") {
        $0.text(0)
      }
      .filter { !Self.passingColumns.contains($0) }
      digest.update("\(table)\n".utf8)
      let cells = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
      let others =
        table == "accounts"
        ? Self.strangersLeftOut : columns.contains("is_own") ? "WHERE is_own = 0" : ""
      let order = columns.joined(separator: ", ")
      let query = "SELECT \(cells) FROM \(table) \(others) ORDER BY \(order)"
      try forEach(SQL(stringLiteral: query)) { digest.update("\($0.text(0))\n".utf8) }
    }
    return digest.hexDigest()
  }

  /// Takes out what may not be read by `audience`, and what a copy does not need, page by page.
  ///
  /// To everybody neither views and clones nor a private repository's facts are shown.
  func leaveOut(for audience: Audience) throws {
    try run("DELETE FROM cached_responses")
    if audience == .everybody { try removePrivateFacts() }
    // Deleted rows stay in free pages until the file is written anew.
    try execute(script: "VACUUM")
  }

  /// Whether there is anything that everybody must not read.
  func hasPrivateFacts() throws -> Bool {
    try hasRow("SELECT 1 FROM traffic_days")
      || hasRow("SELECT 1 FROM repositories WHERE is_private = 1")
      || hasRow("SELECT 1 FROM cached_responses WHERE key LIKE '%/traffic/%'")
  }

  /// Removes views and clones and everything of private repositories.
  func removePrivateFacts() throws {
    // With them on, each table would have to wait for those that refer to it.
    try execute(script: "PRAGMA foreign_keys = OFF")
    try transaction {
      try run("DELETE FROM traffic_days")
      try run("DELETE FROM streams WHERE stream = 'traffic'")
      try run("DELETE FROM cached_responses")
      let hidden = try rows("SELECT id, name FROM repositories WHERE is_private = 1") {
        (id: $0.int(0), name: $0.text(1))
      }
      let tables = try tables()
      for repository in hidden {
        for table in tables where try hasRepositories(table) {
          try run(SQL(stringLiteral: "DELETE FROM \(table) WHERE repository = \(repository.id)"))
        }
        try run("DELETE FROM repositories WHERE id = \(repository.id)")
        try run("DELETE FROM runs WHERE instr(document, \(repository.name)) > 0")
      }
      if !hidden.isEmpty { try removeStrangers() }
    }
  }

  /// Removes the accounts of which nothing is left.
  private func removeStrangers() throws {
    try run(
      """
      DELETE FROM accounts WHERE key NOT IN (
        SELECT author FROM items WHERE author IS NOT NULL
        UNION SELECT author FROM comments WHERE author IS NOT NULL
        UNION SELECT author FROM reviews WHERE author IS NOT NULL
        UNION SELECT author FROM commits WHERE author IS NOT NULL)
      """
    )
  }

  private func tables() throws -> [String] {
    try rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ) { $0.text(0) }
  }

  private func hasRepositories(_ table: String) throws -> Bool {
    try hasRow("SELECT 1 FROM pragma_table_info(\(table)) WHERE name = 'repository'")
  }

  /// Not the account that the tool writes under, unless it did something else.
  private static var strangersLeftOut: String {
    """
    WHERE key IN (SELECT author FROM items WHERE is_own = 0
      UNION SELECT author FROM comments WHERE is_own = 0
      UNION SELECT author FROM reviews UNION SELECT author FROM commits)
    """
  }

  /// What is there anew after each run.
  private static var passingTables: Set<String> { ["cached_responses", "runs"] }
  private static var passingColumns: Set<String> {
    ["attempted_at", "community_read_at", "read_at", "total", "watermark", "written_at"]
  }
}
