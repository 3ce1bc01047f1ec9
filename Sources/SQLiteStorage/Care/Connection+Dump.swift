import SQLite
import Storage

extension Connection {
  /// Every table of facts with its rows by GitHub's ids.
  func dumpFacts() throws -> FactDump {
    FactDump(
      tables: try Self.factQueries.map { name, query in
        FactDump.Table(name: name, rows: try cells(of: query))
      }
    )
  }

  /// The queries by name of the table.
  ///
  /// An account is its id, or its login where it has none; `read_at` is of
  /// the run and not a fact. What the tool wrote itself is not among them.
  private static var factQueries: KeyValuePairs<String, SQL> {
    [
      "accounts": """
      SELECT ifnull(id, login), login, kind FROM accounts WHERE key IN (
        SELECT author FROM items WHERE is_own = 0 UNION SELECT author FROM comments
        UNION SELECT author FROM reviews UNION SELECT author FROM commits)
      """,
      "assets": "SELECT repository, release, id, name FROM assets",
      "comments": """
      SELECT repository, item, comments.id, ifnull(accounts.id, login), created_at, is_own
      FROM comments LEFT JOIN accounts ON key = author
      WHERE is_own = 0 AND NOT EXISTS (
        SELECT 1 FROM items AS owner WHERE owner.repository = comments.repository
        AND owner.number = item AND owner.is_own = 1)
      """,
      "commits": """
      SELECT repository, oid, committed_at, ifnull(accounts.id, login), email
      FROM commits LEFT JOIN accounts ON key = author
      """,
      "download_counts": """
      SELECT repository, asset, first_day, last_day, count FROM download_counts
      """,
      "download_readings": "SELECT repository, day FROM download_readings",
      "forks": "SELECT repository, id, created_at FROM forks",
      "items": """
      SELECT repository, number, items.kind, title, ifnull(accounts.id, login), created_at,
        updated_at, state, closed_at, merged_at, is_draft, is_locked, additions, deletions, files
      FROM items LEFT JOIN accounts ON key = author WHERE is_own = 0
      """,
      "releases": """
      SELECT repository, id, tag, is_draft, is_prerelease, created_at, published_at FROM releases
      """,
      "repositories": """
      SELECT id, name, created_at, is_private, is_fork, is_archived, has_issues, default_branch
      FROM repositories
      """,
      "reviews": """
      SELECT repository, item, reviews.id, ifnull(accounts.id, login), state, submitted_at
      FROM reviews LEFT JOIN accounts ON key = author WHERE NOT EXISTS (
        SELECT 1 FROM items AS owner WHERE owner.repository = reviews.repository
        AND owner.number = item AND owner.is_own = 1)
      """,
      "snapshots": """
      SELECT repository, day, stars, forks, watchers, open_issues, open_pulls, size
      FROM snapshots
      """,
      "star_days": "SELECT repository, day, count FROM star_days WHERE count > 0",
    ]
  }

  private func cells(of query: SQL) throws -> [[String?]] {
    try rows(query) { row in
      var cells: [String?] = []
      for column in 0..<row.count { cells.append(row.optionalText(column)) }
      return cells
    }
  }
}
