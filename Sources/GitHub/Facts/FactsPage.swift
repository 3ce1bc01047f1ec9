package import Model

/// What one sending of ``FactsDocument`` told, in the words of the model.
package struct FactsPage: Hashable, Sendable {
  /// Nil where GitHub did not say enough to know the repository.
  package var repository: Repository?
  /// The login the token acts as.
  package var viewer: String?
  /// Counts as of now; nil where they were not asked for or not told.
  package var counts: Counts?
  /// Nil where it was not asked for or not told.
  package var profile: Profile?
  /// Nil where the connection was not asked for or not told; an empty page is not nil.
  package var issues: Rows<Item>?
  package var pulls: Rows<Item>?
  package var commits: CommitRows?
  package var forks: Rows<Fork>?
  package var releases: Rows<Release>?
  package var ownIssues: Rows<OwnIssue>?
  /// Items that were read again because their inside had been cut off.
  package var recut: [Item]
  /// Items of this page, those read again included, with more inside than was asked for.
  package var cut: [CutItem]
  /// Sections that were refused, and why.
  package var refusals: [FactsSection: FactsRefusal]

  package init(
    repository: Repository? = nil,
    viewer: String? = nil,
    counts: Counts? = nil,
    profile: Profile? = nil,
    issues: Rows<Item>? = nil,
    pulls: Rows<Item>? = nil,
    commits: CommitRows? = nil,
    forks: Rows<Fork>? = nil,
    releases: Rows<Release>? = nil,
    ownIssues: Rows<OwnIssue>? = nil,
    recut: [Item] = [],
    cut: [CutItem] = [],
    refusals: [FactsSection: FactsRefusal] = [:]
  ) {
    self.repository = repository
    self.viewer = viewer
    self.counts = counts
    self.profile = profile
    self.issues = issues
    self.pulls = pulls
    self.commits = commits
    self.forks = forks
    self.releases = releases
    self.ownIssues = ownIssues
    self.recut = recut
    self.cut = cut
    self.refusals = refusals
  }

  /// The counts that GitHub shows of a repository.
  package struct Counts: Hashable, Sendable {
    package var stars: Int?
    package var forks: Int?
    package var watchers: Int?
    package var openIssues: Int?
    package var openPulls: Int?
    /// Kilobytes.
    package var size: Int?

    package init(
      stars: Int? = nil,
      forks: Int? = nil,
      watchers: Int? = nil,
      openIssues: Int? = nil,
      openPulls: Int? = nil,
      size: Int? = nil
    ) {
      self.stars = stars
      self.forks = forks
      self.watchers = watchers
      self.openIssues = openIssues
      self.openPulls = openPulls
      self.size = size
    }
  }

  /// The parts of the model's profile that come with a page; nil where one did not.
  package struct Profile: Hashable, Sendable {
    package var languages: [Model.Profile.Language]?
    package var licence: String?
    package var topics: [String]?
    package var discussions: Int?

    package init(
      languages: [Model.Profile.Language]? = nil,
      licence: String? = nil,
      topics: [String]? = nil,
      discussions: Int? = nil
    ) {
      self.languages = languages
      self.licence = licence
      self.topics = topics
      self.discussions = discussions
    }
  }

  /// A page of a connection.
  package struct Rows<Row: Hashable & Sendable>: Hashable, Sendable {
    package var rows: [Row]
    /// Rows of the whole connection, whatever states the page was asked for.
    package var total: Int?
    /// When the newest row of the whole connection changed; nil where it was not asked for.
    package var newest: Timestamp?
    /// The cursor of the next page; nil on the last.
    package var next: String?

    package init(_ rows: [Row], total: Int?, newest: Timestamp? = nil, next: String?) {
      self.rows = rows
      self.total = total
      self.newest = newest
      self.next = next
    }
  }

  /// A page of the history behind a commit.
  package struct CommitRows: Hashable, Sendable {
    /// The commit the history was read from; nil in an empty repository.
    package var head: String?
    package var page: Rows<Commit>

    package init(head: String?, page: Rows<Commit>) {
      self.head = head
      self.page = page
    }
  }
}

extension FactsPage {
  /// The first connection that was asked for and did not come, though nothing refused it.
  ///
  /// Unknown is not empty. A commit that is no longer there is not counted: nothing will come of
  /// asking for it again.
  package func missingSection(of request: FactsRequest) -> FactsSection? {
    let sections: [(FactsSection, isAsked: Bool, hasCome: Bool)] = [
      (.issues, request.issues != nil, issues != nil),
      (.pulls, request.pulls != nil, pulls != nil),
      (.commits, request.commits.map { $0.head == nil } ?? false, commits != nil),
      (.forks, request.forks != nil, forks != nil),
      (.releases, request.releases != nil, releases != nil),
      (.own, request.ownIssues != nil, ownIssues != nil),
    ]
    return sections.first { section, isAsked, hasCome in
      isAsked && !hasCome && !request.refused.contains(section) && refusals[section] == nil
    }?
    .0
  }
}

/// An item that has more comments or reviews than came with it.
package struct CutItem: Hashable, Sendable {
  /// The node id.
  package var id: String
  package var item: Item
  /// True when the largest page was asked for already.
  package var isLong: Bool

  package init(id: String, item: Item, isLong: Bool) {
    self.id = id
    self.item = item
    self.isLong = isLong
  }
}

/// An issue under the tool's label, with what is needed to know whose it is.
package struct OwnIssue: Hashable, Sendable {
  package var number: Int
  package var url: String
  package var title: String
  package var body: String
  package var isOpen: Bool
  /// Nil when the account was deleted.
  package var author: String?
  /// True when the account of the token wrote it.
  package var isByViewer: Bool
  package var labels: [String]

  package init(
    number: Int,
    url: String,
    title: String,
    body: String,
    isOpen: Bool,
    author: String?,
    isByViewer: Bool,
    labels: [String] = []
  ) {
    self.number = number
    self.url = url
    self.title = title
    self.body = body
    self.isOpen = isOpen
    self.author = author
    self.isByViewer = isByViewer
    self.labels = labels
  }
}
