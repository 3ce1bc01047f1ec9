package import Model

/// Where facts are kept between runs.
///
/// Every implementation answers ``apply(_:)`` in one transaction and gives back what was put in,
/// whoever reads; one contract suite runs against all of them.
package protocol MetricStore: Sendable {
  /// Writes everything in `changes`, or nothing when it throws.
  ///
  /// Applying the same changes twice leaves what applying them once leaves.
  func apply(_ changes: Changes) async throws

  /// Every repository that was ever collected, by id.
  func repositories() async throws -> [Repository]

  /// The repository that had `name` last before it got its present one; nil where none is known.
  func repository(formerly name: RepositoryName) async throws -> Repository?

  /// Where each stream of the repository stands; a stream that was never read is missing.
  func streams(of repository: RepositoryID) async throws -> [Stream: StreamState]

  /// How many rows of each stream are kept, what the tool wrote itself included.
  ///
  /// Counts forks, commits, issues, pulls and releases; the sum of the buckets for stars.
  func counts(of repository: RepositoryID) async throws -> [Stream: Int]

  /// Which of `commits` are kept already.
  func known(_ commits: [String], in repository: RepositoryID) async throws -> Set<String>

  /// Every row of a stream that can be removed one by one, in no particular order.
  ///
  /// Gives forks, commits, issues, pulls and releases.
  func rows(of stream: Stream, in repository: RepositoryID) async throws -> [Removal.Row]

  /// Everything of the repository, for computing; nil when it was never collected.
  func history(of repository: RepositoryID) async throws -> History?

  /// How the repository presents itself, as read last; nil when it was never read.
  func profile(of repository: RepositoryID) async throws -> Profile?

  /// Title and kind of the items with these numbers, by number; unknown ones are left out.
  func titles(of numbers: [Int], in repository: RepositoryID) async throws -> [ItemTitle]

  /// What the tool has brought to the repository, by kind, then subject.
  func deliveries(of repository: RepositoryID) async throws -> [Delivery]

  /// The alerts of the repository, over or not, by kind, then subject, then first day.
  func alerts(of repository: RepositoryID) async throws -> [AlertRecord]

  /// The scores that reports gave, by day.
  func publishedScores(of repository: RepositoryID) async throws -> [PublishedScore]

  /// The newest `count` run records as JSON documents, newest first.
  func runs(newest count: Int) async throws -> [String]

  /// The answer kept for a key of the response cache.
  func cachedResponse(for key: String) async throws -> CachedResponse?

  /// Keeps an answer in place of the one before, and of all answers the `count` stored last.
  func keep(_ response: CachedResponse, for key: String, atMost count: Int) async throws

  /// Folds everything into one file, where there is a file, and lets it go; nothing may follow.
  func close() async throws
}

/// What a report needs to name an item.
package struct ItemTitle: Hashable, Sendable {
  package var number: Int
  package var kind: Item.Kind
  package var title: String

  package init(number: Int, kind: Item.Kind, title: String) {
    self.number = number
    self.kind = kind
    self.title = title
  }
}

/// Something the tool keeps up to date on GitHub, such as the health issue.
package struct Delivery: Hashable, Sendable {
  /// As in `health`.
  package var kind: String
  /// What it is about within its kind; empty where there is only one.
  package var subject: String
  /// The issue that carries it.
  package var issue: Int
  package var url: String
  /// A digest of what was written last, so that an unchanged document is not written again.
  package var digest: String
  package var writtenAt: Timestamp

  package init(
    kind: String,
    subject: String = "",
    issue: Int,
    url: String,
    digest: String,
    writtenAt: Timestamp
  ) {
    self.kind = kind
    self.subject = subject
    self.issue = issue
    self.url = url
    self.digest = digest
    self.writtenAt = writtenAt
  }
}

/// The score that a report gave for its data date, to be compared with what later facts say of it.
package struct PublishedScore: Hashable, Sendable {
  package var day: Day
  package var score: Double

  package init(day: Day, score: Double) {
    self.day = day
    self.score = score
  }
}

/// An answer of the REST API with what is needed to ask whether it still holds.
package struct CachedResponse: Hashable, Sendable {
  package var etag: String?
  package var lastModified: String?
  /// The `Link` header, whose pages may change while the body does not.
  package var link: String?
  package var body: [UInt8]
  package var storedAt: Timestamp

  package init(
    etag: String?,
    lastModified: String?,
    link: String?,
    body: [UInt8],
    storedAt: Timestamp
  ) {
    self.etag = etag
    self.lastModified = lastModified
    self.link = link
    self.body = body
    self.storedAt = storedAt
  }
}
