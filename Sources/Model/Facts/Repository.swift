/// GitHub's numeric id of a repository, which a rename or transfer keeps.
package struct RepositoryID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package var description: String { String(rawValue) }
}

/// What GitHub says of a repository as a whole at the last collection.
package struct Repository: Hashable, Sendable {
  package var id: RepositoryID
  /// Spelled as GitHub spells it now.
  package var name: RepositoryName
  package var createdAt: Timestamp
  package var isPrivate: Bool
  package var isFork: Bool
  package var isArchived: Bool
  /// False makes every metric of issues unknown.
  package var hasIssues: Bool
  /// Nil in an empty repository.
  package var defaultBranch: String?

  package init(
    id: RepositoryID,
    name: RepositoryName,
    createdAt: Timestamp,
    isPrivate: Bool = false,
    isFork: Bool = false,
    isArchived: Bool = false,
    hasIssues: Bool = true,
    defaultBranch: String? = "main"
  ) {
    self.id = id
    self.name = name
    self.createdAt = createdAt
    self.isPrivate = isPrivate
    self.isFork = isFork
    self.isArchived = isArchived
    self.hasIssues = hasIssues
    self.defaultBranch = defaultBranch
  }
}

/// The counts that GitHub shows only as of now, as read for one data date.
package struct Snapshot: Hashable, Sendable {
  /// The last complete day before the reading.
  package var day: Day
  package var readAt: Timestamp
  /// Nil where GitHub did not say.
  package var stars: Int?
  /// Forks that are listed, not the whole network.
  package var forks: Int?
  package var watchers: Int?
  package var openIssues: Int?
  package var openPulls: Int?
  /// Kilobytes on disk.
  package var size: Int?

  package init(
    day: Day,
    readAt: Timestamp,
    stars: Int? = nil,
    forks: Int? = nil,
    watchers: Int? = nil,
    openIssues: Int? = nil,
    openPulls: Int? = nil,
    size: Int? = nil
  ) {
    self.day = day
    self.readAt = readAt
    self.stars = stars
    self.forks = forks
    self.watchers = watchers
    self.openIssues = openIssues
    self.openPulls = openPulls
    self.size = size
  }
}
