import Model
import SQLite
import Storage

/// Writes the facts of one repository, inside a transaction.
struct FactWriter {
  let repository: RepositoryID
  let accounts = AccountWriter()

  init(repository: RepositoryID) {
    self.repository = repository
  }

  func write(_ changes: Changes, to connection: borrowing Connection) throws {
    if let snapshot = changes.snapshot { try write(snapshot, to: connection) }
    try replaceStars(changes, in: connection)
    for commit in changes.commits { try write(commit, to: connection) }
    for fork in changes.forks { try write(fork, to: connection) }
    for item in changes.items { try write(item, to: connection) }
    for release in changes.releases { try write(release, to: connection) }
    if let day = changes.downloadsDay {
      try writeDownloads(of: changes.releases, on: day, to: connection)
    }
    for day in changes.traffic { try write(day, to: connection) }
    for removal in changes.removals { try remove(removal, from: connection) }
  }

  private func write(_ snapshot: Snapshot, to connection: borrowing Connection) throws {
    try connection.run(
      """
      INSERT INTO snapshots VALUES (\(repository), \(snapshot.day), \(snapshot.readAt),
        \(snapshot.stars), \(snapshot.forks), \(snapshot.watchers), \(snapshot.openIssues),
        \(snapshot.openPulls), \(snapshot.size))
      ON CONFLICT (repository, day) DO UPDATE SET stars = ifnull(stars, excluded.stars),
        forks = ifnull(forks, excluded.forks), watchers = ifnull(watchers, excluded.watchers),
        open_issues = ifnull(open_issues, excluded.open_issues),
        open_pulls = ifnull(open_pulls, excluded.open_pulls), size = ifnull(size, excluded.size)
      """
    )
  }

  private func replaceStars(_ changes: Changes, in connection: borrowing Connection) throws {
    guard let range = changes.starRange else { return }
    try connection.run(
      """
      DELETE FROM star_days WHERE repository = \(repository)
        AND day BETWEEN \(range.lowerBound) AND \(range.upperBound)
      """
    )
    for bucket in changes.stars {
      try connection.run(
        "INSERT OR REPLACE INTO star_days VALUES (\(repository), \(bucket.day), \(bucket.count))"
      )
    }
  }

  private func write(_ traffic: TrafficDay, to connection: borrowing Connection) throws {
    try connection.run(
      """
      INSERT INTO traffic_days VALUES (\(repository), \(traffic.day), \(traffic.kind),
        \(traffic.count), \(traffic.uniques))
      ON CONFLICT (repository, day, kind) DO UPDATE SET count = max(count, excluded.count),
        uniques = max(uniques, excluded.uniques)
      """
    )
  }

  private func write(_ commit: Commit, to connection: borrowing Connection) throws {
    let author = try accounts.key(for: commit.author, in: connection)
    try connection.run(
      """
      INSERT OR REPLACE INTO commits
      VALUES (\(repository), \(commit.oid), \(commit.committedAt), \(author), \(commit.email))
      """
    )
    try unbury(.commit(oid: commit.oid), in: connection)
  }

  private func write(_ fork: Fork, to connection: borrowing Connection) throws {
    try connection.run(
      "INSERT OR REPLACE INTO forks VALUES (\(repository), \(fork.id), \(fork.createdAt))"
    )
    try unbury(.fork(id: fork.id), in: connection)
  }
}
