import Model
import SQLite
import Storage

extension Connection {
  /// Writes everything in `changes`, or nothing when it throws.
  func apply(_ changes: Changes) throws {
    let changes = changes.withoutNULs
    try transaction {
      let before = changes.mayRename ? try repository(changes.repository)?.name : nil
      if let record = changes.record { try write(record, id: changes.repository) }
      if changes.needsRecord { try requireRecord(of: changes.repository) }
      if changes.mayRename { try remember(changes, before: before) }
      let writer = FactWriter(repository: changes.repository)
      try writer.write(changes, to: self)
      for number in changes.ownItems { try markOwn(number, in: changes.repository) }
      for (stream, state) in changes.streams {
        try write(state, of: stream, in: changes.repository)
      }
      for delivery in changes.deliveries { try write(delivery, in: changes.repository) }
      for alert in changes.alerts { try write(alert, in: changes.repository) }
      for score in changes.publishedScores { try write(score, in: changes.repository) }
      if let run = changes.run {
        try self.run("INSERT OR REPLACE INTO runs VALUES (\(run.started), \(run.document))")
      }
    }
  }

  private func remember(_ changes: Changes, before: RepositoryName?) throws {
    for name in changes.formerNames(besides: before, now: changes.record?.name ?? before) {
      try run(
        "INSERT OR REPLACE INTO former_names VALUES (\(name.description), \(changes.repository))"
      )
    }
  }

  private func markOwn(_ number: Int, in repository: RepositoryID) throws {
    try run(
      "UPDATE items SET is_own = 1 WHERE repository = \(repository) AND number = \(number)"
    )
  }

  private func requireRecord(of repository: RepositoryID) throws {
    guard try hasRow("SELECT 1 FROM repositories WHERE id = \(repository)") else {
      throw StoreError.unknownRepository(repository)
    }
  }

  private func write(_ record: Repository, id: RepositoryID) throws {
    try run(
      """
      INSERT INTO repositories VALUES (\(id), \(record.name.description), \(record.createdAt),
        \(record.isPrivate), \(record.isFork), \(record.isArchived), \(record.hasIssues),
        \(record.defaultBranch))
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, created_at = excluded.created_at,
        is_private = excluded.is_private, is_fork = excluded.is_fork,
        is_archived = excluded.is_archived, has_issues = excluded.has_issues,
        default_branch = excluded.default_branch
      """
    )
  }

  private func write(
    _ state: StreamState,
    of stream: Model.Stream,
    in repository: RepositoryID
  ) throws {
    try run(
      """
      INSERT OR REPLACE INTO streams VALUES (\(repository), \(stream), \(state.watermark),
        \(state.horizon.word), \(state.horizon.instant), \(state.cursor), \(state.total),
        \(state.lastAttempt?.at), \(state.lastAttempt?.failure))
      """
    )
  }

  private func write(_ delivery: Delivery, in repository: RepositoryID) throws {
    try run(
      """
      INSERT OR REPLACE INTO deliveries VALUES (\(repository), \(delivery.kind),
        \(delivery.subject), \(delivery.issue), \(delivery.url), \(delivery.digest),
        \(delivery.writtenAt))
      """
    )
  }
}

extension Connection {
  private func write(_ score: PublishedScore, in repository: RepositoryID) throws {
    try run(
      "INSERT OR REPLACE INTO published_scores VALUES (\(repository), \(score.day), \(score.score))"
    )
  }
}

extension Horizon {
  /// How the store writes the case.
  fileprivate var word: String {
    switch self {
    case .nothing: "nothing"
    case .since: "since"
    case .complete: "complete"
    }
  }
}
