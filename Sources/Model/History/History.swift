/// Everything known of one repository, laid out for computing: no titles, people by index.
///
/// A store builds it from its rows. All arrays are sorted as said beside them, so that the same
/// facts always give the same value.
package struct History: Hashable, Sendable {
  package var repository: Repository
  /// Accounts seen anywhere, ordered by id, then login; the events below refer to them by index.
  package var accounts: [Account]
  /// By number; issues and pull requests together, without what the tool itself wrote.
  package var items: [HistoryItem]
  /// By item (an index into ``items``), then time, then id; without what the tool itself wrote.
  package var comments: [HistoryComment]
  /// By item, then time, then id.
  package var reviews: [HistoryReview]
  /// By time, then object id.
  package var commits: [HistoryCommit]
  /// Creation times of the forks that are still listed, ascending.
  package var forks: [Timestamp]
  /// Published releases and pre-releases by publication time; drafts are not among them.
  package var releases: [Timestamp]
  /// Ascending; days inside the star stream's reach without an entry had no star.
  package var stars: [StarDay]
  /// Ascending by day.
  package var snapshots: [Snapshot]
  /// Ascending by day.
  package var downloads: [DownloadDay]
  /// Ascending by day, then kind; a day without an entry was never read whole.
  package var traffic: [TrafficDay]
  /// A stream that is missing here was never read.
  package var streams: [Stream: StreamState]

  package init(
    repository: Repository,
    accounts: [Account] = [],
    items: [HistoryItem] = [],
    comments: [HistoryComment] = [],
    reviews: [HistoryReview] = [],
    commits: [HistoryCommit] = [],
    forks: [Timestamp] = [],
    releases: [Timestamp] = [],
    stars: [StarDay] = [],
    snapshots: [Snapshot] = [],
    downloads: [DownloadDay] = [],
    traffic: [TrafficDay] = [],
    streams: [Stream: StreamState] = [:]
  ) {
    self.repository = repository
    self.accounts = accounts
    self.items = items
    self.comments = comments
    self.reviews = reviews
    self.commits = commits
    self.forks = forks
    self.releases = releases
    self.stars = stars
    self.snapshots = snapshots
    self.downloads = downloads
    self.traffic = traffic
    self.streams = streams
  }
}

/// An issue or a pull request in a ``History``.
package struct HistoryItem: Hashable, Sendable {
  package var number: Int
  package var kind: Item.Kind
  /// An index into the accounts; nil when the account was deleted.
  package var author: Int?
  package var createdAt: Timestamp
  package var closedAt: Timestamp?
  package var mergedAt: Timestamp?
  package var isDraft: Bool
  /// Nil for issues and where GitHub did not say.
  package var size: ChangeSize?

  package init(
    number: Int,
    kind: Item.Kind,
    author: Int?,
    createdAt: Timestamp,
    closedAt: Timestamp? = nil,
    mergedAt: Timestamp? = nil,
    isDraft: Bool = false,
    size: ChangeSize? = nil
  ) {
    self.number = number
    self.kind = kind
    self.author = author
    self.createdAt = createdAt
    self.closedAt = closedAt
    self.mergedAt = mergedAt
    self.isDraft = isDraft
    self.size = size
  }
}

/// A conversation comment in a ``History``.
package struct HistoryComment: Hashable, Sendable {
  /// An index into the items.
  package var item: Int
  /// An index into the accounts; nil when the account was deleted.
  package var author: Int?
  package var at: Timestamp

  package init(item: Int, author: Int?, at: Timestamp) {
    self.item = item
    self.author = author
    self.at = at
  }
}

/// A submitted review in a ``History``.
package struct HistoryReview: Hashable, Sendable {
  /// An index into the items.
  package var item: Int
  /// An index into the accounts; nil when the account was deleted.
  package var author: Int?
  package var at: Timestamp

  package init(item: Int, author: Int?, at: Timestamp) {
    self.item = item
    self.author = author
    self.at = at
  }
}

/// A commit in a ``History``.
package struct HistoryCommit: Hashable, Sendable {
  /// An index into the accounts; nil where GitHub links no account to the address.
  package var author: Int?
  package var email: String
  package var at: Timestamp

  package init(author: Int?, email: String, at: Timestamp) {
    self.author = author
    self.email = email
    self.at = at
  }
}

/// Downloads of all release files as read for one data date.
package struct DownloadDay: Hashable, Sendable {
  package var day: Day
  /// Downloads ever, over all files ever seen; one that was taken away keeps its last count.
  package var total: Int
  /// Downloads since the reading for the day before, never negative; nil without that reading.
  package var gain: Int?

  package init(day: Day, total: Int, gain: Int?) {
    self.day = day
    self.total = total
    self.gain = gain
  }
}
