package import Model

/// Everything that one page of a collection changes in the store: facts and the cursor together.
///
/// What is empty or nil changes nothing.
package struct Changes: Hashable, Sendable {
  package var repository: RepositoryID
  /// Replaces what is kept of the repository itself; must come before its first facts, or with
  /// them.
  package var record: Repository?
  /// Names from which GitHub led to the repository; a name that the record changes becomes one by
  /// itself.
  package var formerNames: [RepositoryName]
  /// Kept unless a reading of the same UTC day is there already.
  ///
  /// The first reading of a day counts. A nil count of the kept reading is filled from this one.
  package var snapshot: Snapshot?
  /// Replaces the profile; what this one lacks stays as it was.
  package var profile: Profile?
  /// Replaces the days from the first to the last of these, a day of 0 stars included.
  package var stars: [StarDay]
  package var commits: [Commit]
  package var forks: [Fork]
  /// Replaces items of the same number, their comments and reviews as ``Nested`` says; what was
  /// once the tool's own stays its own.
  package var items: [Item]
  /// Numbers of items that turned out to be the tool's own; unknown ones change nothing.
  package var ownItems: [Int]
  package var releases: [Release]
  /// The data date for which the downloads in ``releases`` were read; the first reading counts.
  package var downloadsDay: Day?
  /// Whole days alone; of two readings of a day the larger count stays, and the larger of people.
  package var traffic: [TrafficDay]
  package var removals: [Removal]
  /// Replaces the states of these streams and leaves the others.
  package var streams: [Stream: StreamState]
  /// Alone they need no record: the tool may write to a repository that it does not collect.
  package var deliveries: [Delivery]
  /// Replaces alerts of the same kind, subject and first day.
  package var alerts: [AlertRecord]
  /// Replace those of the same days.
  package var publishedScores: [PublishedScore]
  /// A finished run as its JSON document, with its start as the key.
  package var run: FinishedRun?

  package init(
    repository: RepositoryID,
    record: Repository? = nil,
    formerNames: [RepositoryName] = [],
    snapshot: Snapshot? = nil,
    profile: Profile? = nil,
    stars: [StarDay] = [],
    commits: [Commit] = [],
    forks: [Fork] = [],
    items: [Item] = [],
    ownItems: [Int] = [],
    releases: [Release] = [],
    downloadsDay: Day? = nil,
    traffic: [TrafficDay] = [],
    removals: [Removal] = [],
    streams: [Stream: StreamState] = [:],
    deliveries: [Delivery] = [],
    alerts: [AlertRecord] = [],
    publishedScores: [PublishedScore] = [],
    run: FinishedRun? = nil
  ) {
    self.repository = repository
    self.record = record
    self.formerNames = formerNames
    self.snapshot = snapshot
    self.profile = profile
    self.stars = stars
    self.commits = commits
    self.forks = forks
    self.items = items
    self.ownItems = ownItems
    self.releases = releases
    self.downloadsDay = downloadsDay
    self.traffic = traffic
    self.removals = removals
    self.streams = streams
    self.deliveries = deliveries
    self.alerts = alerts
    self.publishedScores = publishedScores
    self.run = run
  }
}

/// A row that GitHub no longer has.
///
/// The row leaves the facts; a tombstone with the time it was noticed stays.
package struct Removal: Hashable, Sendable {
  package enum Row: Hashable, Sendable {
    case item(number: Int)
    case fork(id: String)
    case commit(oid: String)
    case release(id: Int)
    case comment(id: Int)
    case review(id: Int)
  }

  package var row: Row
  package var noticedAt: Timestamp

  package init(_ row: Row, noticedAt: Timestamp) {
    self.row = row
    self.noticedAt = noticedAt
  }
}

/// The record of a run, as it is kept.
package struct FinishedRun: Hashable, Sendable {
  package var started: Timestamp
  /// The document `repo-vitals/run/1`.
  package var document: String

  package init(started: Timestamp, document: String) {
    self.started = started
    self.document = document
  }
}
