import Model
import SQLite
import Storage

extension Connection {
  func repositories() throws -> [Repository] {
    try rows("SELECT * FROM repositories ORDER BY id") { try repository(from: $0) }
  }

  func repository(_ id: RepositoryID) throws -> Repository? {
    try first("SELECT * FROM repositories WHERE id = \(id)") { try repository(from: $0) }
  }

  func repository(formerly name: RepositoryName) throws -> Repository? {
    try first(
      """
      SELECT repositories.* FROM former_names JOIN repositories ON id = repository
      WHERE former_names.name = \(name.description)
      """
    ) { try repository(from: $0) }
  }

  func streams(of repository: RepositoryID) throws -> [Model.Stream: StreamState] {
    let pairs = try rows(
      """
      SELECT stream, horizon, since, watermark, cursor, total, attempted_at, failure
      FROM streams WHERE repository = \(repository)
      """
    ) { row in
      let horizon: Horizon =
        switch row.text(1) {
        case "complete": .complete
        case "since": .since(row.timestamp(2))
        default: .nothing
        }
      let state = StreamState(
        watermark: row.optionalTimestamp(3),
        horizon: horizon,
        cursor: row.optionalText(4),
        total: row.optionalInt(5),
        lastAttempt: row.optionalTimestamp(6)
          .map {
            StreamState.Attempt(at: $0, failure: row.optionalText(7))
          }
      )
      return (try row.word(0, as: Model.Stream.self), state)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  func counts(of repository: RepositoryID) throws -> [Model.Stream: Int] {
    let queries: [(Model.Stream, SQL)] = [
      (.stars, "SELECT ifnull(sum(count), 0) FROM star_days WHERE repository = \(repository)"),
      (.forks, "SELECT count(*) FROM forks WHERE repository = \(repository)"),
      (.commits, "SELECT count(*) FROM commits WHERE repository = \(repository)"),
      (.issues, countOfItems(.issue, in: repository)),
      (.pulls, countOfItems(.pull, in: repository)),
      (.releases, "SELECT count(*) FROM releases WHERE repository = \(repository)"),
    ]
    var counts: [Model.Stream: Int] = [:]
    for (stream, query) in queries { counts[stream] = try first(query) { $0.int(0) } }
    return counts
  }

  func known(_ commits: [String], in repository: RepositoryID) throws -> Set<String> {
    Set(
      try commits.filter { oid in
        try hasRow("SELECT 1 FROM commits WHERE repository = \(repository) AND oid = \(oid)")
      }
    )
  }

  func rows(of stream: Model.Stream, in repository: RepositoryID) throws -> [Removal.Row] {
    switch stream {
    case .commits:
      try rows("SELECT oid FROM commits WHERE repository = \(repository)") {
        .commit(oid: $0.text(0))
      }
    case .forks:
      try rows("SELECT id FROM forks WHERE repository = \(repository)") { .fork(id: $0.text(0)) }
    case .releases:
      try rows("SELECT id FROM releases WHERE repository = \(repository)") {
        .release(id: $0.int(0))
      }
    case .issues: try itemRows(.issue, in: repository)
    case .pulls: try itemRows(.pull, in: repository)
    case .snapshot, .stars, .traffic: []
    }
  }

  private func itemRows(_ kind: Item.Kind, in repository: RepositoryID) throws -> [Removal.Row] {
    try rows(
      "SELECT number FROM items WHERE repository = \(repository) AND kind = \(kind)"
    ) { .item(number: $0.int(0)) }
  }

  func titles(of numbers: [Int], in repository: RepositoryID) throws -> [ItemTitle] {
    try Set(numbers).sorted()
      .compactMap { number in
        try first(
          "SELECT kind, title FROM items WHERE repository = \(repository) AND number = \(number)"
        ) { ItemTitle(number: number, kind: try $0.word(0), title: $0.text(1)) }
      }
  }

  func deliveries(of repository: RepositoryID) throws -> [Delivery] {
    try rows(
      """
      SELECT kind, subject, issue, url, digest, written_at FROM deliveries
      WHERE repository = \(repository) ORDER BY kind, subject
      """
    ) {
      Delivery(
        kind: $0.text(0),
        subject: $0.text(1),
        issue: $0.int(2),
        url: $0.text(3),
        digest: $0.text(4),
        writtenAt: $0.timestamp(5)
      )
    }
  }

  func publishedScores(of repository: RepositoryID) throws -> [PublishedScore] {
    try rows(
      "SELECT day, score FROM published_scores WHERE repository = \(repository) ORDER BY day"
    ) { PublishedScore(day: $0.day(0), score: $0.double(1)) }
  }

  func runs(newest count: Int) throws -> [String] {
    try rows("SELECT document FROM runs ORDER BY started DESC LIMIT \(max(0, count))") {
      $0.text(0)
    }
  }

  func cachedResponse(for key: String) throws -> CachedResponse? {
    try first(
      """
      SELECT etag, last_modified, link, body, stored_at FROM cached_responses WHERE key = \(key)
      """
    ) {
      CachedResponse(
        etag: $0.optionalText(0),
        lastModified: $0.optionalText(1),
        link: $0.optionalText(2),
        body: $0.blob(3),
        storedAt: $0.timestamp(4)
      )
    }
  }

  func removals(of repository: RepositoryID) throws -> [Removal] {
    try rows(
      """
      SELECT kind, key, noticed_at FROM tombstones
      WHERE repository = \(repository) ORDER BY kind, key
      """
    ) { row in
      let kind = try row.word(0, as: Removal.Row.Kind.self)
      guard let removed = Removal.Row(kind: kind, key: row.text(1)) else {
        throw SQLiteError(
          code: .mismatch,
          message: "the key is none of its kind",
          action: "read a tombstone"
        )
      }
      return Removal(removed, noticedAt: row.timestamp(2))
    }
  }

  private func countOfItems(_ kind: Item.Kind, in repository: RepositoryID) -> SQL {
    "SELECT count(*) FROM items WHERE repository = \(repository) AND kind = \(kind)"
  }

  private func repository(from row: borrowing Row) throws -> Repository {
    guard let name = RepositoryName(row.text(1)) else {
      throw SQLiteError(
        code: .mismatch,
        message: "the name is none of a repository",
        action: "read repositories"
      )
    }
    return Repository(
      id: RepositoryID(rawValue: row.int(0)),
      name: name,
      createdAt: row.timestamp(2),
      isPrivate: row.bool(3),
      isFork: row.bool(4),
      isArchived: row.bool(5),
      hasIssues: row.bool(6),
      defaultBranch: row.optionalText(7)
    )
  }
}
