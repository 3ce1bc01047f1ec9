import Model
import SQLite
import Storage

extension Connection {
  func history(of id: RepositoryID) throws -> History? {
    guard let repository = try repository(id) else { return nil }
    var builder = HistoryBuilder(repository: repository)
    try addItems(of: id, to: &builder)
    try addComments(of: id, to: &builder)
    try addReviews(of: id, to: &builder)
    try addCommits(of: id, to: &builder)
    builder.add(
      forks: try forks(of: id),
      releases: try releases(of: id),
      stars: try stars(of: id),
      snapshots: try snapshots(of: id),
      downloads: try downloads(of: id),
      traffic: try traffic(of: id),
      streams: try streams(of: id)
    )
    return try builder.build { key in
      try first("SELECT id, login, kind FROM accounts WHERE key = \(key)") {
        Account(id: $0.optionalInt(0), login: $0.text(1), kind: try $0.word(2))
      }
    }
  }

  private func addItems(of id: RepositoryID, to builder: inout HistoryBuilder) throws {
    try forEach(
      """
      SELECT number, kind, author, created_at, closed_at, merged_at, is_draft, additions, deletions,
        files
      FROM items WHERE repository = \(id) AND is_own = 0
      """
    ) {
      builder.add(
        HistoryItem(
          number: $0.int(0),
          kind: try $0.word(1),
          author: $0.optionalInt(2),
          createdAt: $0.timestamp(3),
          closedAt: $0.optionalTimestamp(4),
          mergedAt: $0.optionalTimestamp(5),
          isDraft: $0.bool(6),
          size: $0.changeSize(from: 7)
        )
      )
    }
  }

  private func addComments(of id: RepositoryID, to builder: inout HistoryBuilder) throws {
    try forEach(
      """
      SELECT id, item, author, created_at FROM comments WHERE repository = \(id) AND is_own = 0
      """
    ) {
      builder.add(
        HistoryComment(item: $0.int(1), author: $0.optionalInt(2), at: $0.timestamp(3)),
        id: $0.int(0)
      )
    }
  }

  private func addReviews(of id: RepositoryID, to builder: inout HistoryBuilder) throws {
    try forEach("SELECT id, item, author, submitted_at FROM reviews WHERE repository = \(id)") {
      builder.add(
        HistoryReview(item: $0.int(1), author: $0.optionalInt(2), at: $0.timestamp(3)),
        id: $0.int(0)
      )
    }
  }

  private func addCommits(of id: RepositoryID, to builder: inout HistoryBuilder) throws {
    try forEach("SELECT oid, author, email, committed_at FROM commits WHERE repository = \(id)") {
      builder.add(
        HistoryCommit(author: $0.optionalInt(1), email: $0.text(2), at: $0.timestamp(3)),
        oid: $0.text(0)
      )
    }
  }

  private func forks(of id: RepositoryID) throws -> [Timestamp] {
    try rows("SELECT created_at FROM forks WHERE repository = \(id)") { $0.timestamp(0) }
  }

  private func releases(of id: RepositoryID) throws -> [Timestamp] {
    try rows(
      """
      SELECT published_at FROM releases
      WHERE repository = \(id) AND is_draft = 0 AND published_at IS NOT NULL
      """
    ) { $0.timestamp(0) }
  }

  private func stars(of id: RepositoryID) throws -> [StarDay] {
    try rows("SELECT day, count FROM star_days WHERE repository = \(id) ORDER BY day") {
      StarDay(day: $0.day(0), count: $0.int(1))
    }
  }

  private func snapshots(of id: RepositoryID) throws -> [Snapshot] {
    try rows(
      """
      SELECT day, read_at, stars, forks, watchers, open_issues, open_pulls, size
      FROM snapshots WHERE repository = \(id) ORDER BY day
      """
    ) {
      Snapshot(
        day: $0.day(0),
        readAt: $0.timestamp(1),
        stars: $0.optionalInt(2),
        forks: $0.optionalInt(3),
        watchers: $0.optionalInt(4),
        openIssues: $0.optionalInt(5),
        openPulls: $0.optionalInt(6),
        size: $0.optionalInt(7)
      )
    }
  }

  private func traffic(of id: RepositoryID) throws -> [TrafficDay] {
    try rows("SELECT day, kind, count, uniques FROM traffic_days WHERE repository = \(id)") {
      TrafficDay(day: $0.day(0), kind: try $0.word(1), count: $0.int(2), uniques: $0.int(3))
    }
  }

  private func downloads(of id: RepositoryID) throws -> [DownloadDay] {
    DownloadHistory.days(
      readings: try rows("SELECT day FROM download_readings WHERE repository = \(id)") {
        $0.day(0)
      },
      counts: try rows(
        """
        SELECT asset, first_day, last_day, count FROM download_counts WHERE repository = \(id)
        """
      ) {
        DownloadCount(
          asset: $0.text(0),
          first: $0.day(1),
          last: $0.day(2),
          count: $0.int(3)
        )
      }
    )
  }
}
