import SQLite

extension Connection {
  /// What is wrong, one sentence each.
  func verify() throws -> [String] {
    var problems = try quickCheck().map { "Pages: \($0)." }
    try forEach("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check") { row in
      problems.append("A row of \(row.text(0)) refers to a row of \(row.text(1)) that is missing.")
    }
    for invariant in Invariant.all {
      let count = try first(invariant.violations) { $0.int(0) } ?? 0
      if count > 0 { problems.append("\(count) × \(invariant.complaint).") }
    }
    return problems
  }
}

/// Something that holds in every sound store and that the schema cannot say.
private struct Invariant {
  var complaint: String
  /// Counts the rows that break it.
  var violations: SQL

  static let all = [
    Invariant(
      complaint: "an item is both kept and marked as gone",
      violations: """
        SELECT count(*) FROM items JOIN tombstones AS gone
        ON gone.repository = items.repository AND gone.kind = 'item' AND gone.key = items.number
        """
    ),
    Invariant(
      complaint: "a commit is both kept and marked as gone",
      violations: """
        SELECT count(*) FROM commits JOIN tombstones AS gone
        ON gone.repository = commits.repository AND gone.kind = 'commit' AND gone.key = oid
        """
    ),
    Invariant(
      complaint: "an item is merged without a time of the merge",
      violations: "SELECT count(*) FROM items WHERE state = 'merged' AND merged_at IS NULL"
    ),
    Invariant(
      complaint: "an issue has reviews",
      violations: """
        SELECT count(*) FROM reviews JOIN items
        ON items.repository = reviews.repository AND items.number = reviews.item
        WHERE items.kind = 'issue'
        """
    ),
    Invariant(
      complaint: "a count of downloads lies outside the days that were read",
      violations: """
        SELECT count(*) FROM download_counts AS counts WHERE first_day > last_day
        OR NOT EXISTS (SELECT 1 FROM download_readings AS readings
          WHERE readings.repository = counts.repository AND readings.day = counts.last_day)
        """
    ),
  ]
}
