package import Model

/// An issue or a pull request that is open, without what bots and the tool itself opened.
package struct OpenItem: Hashable, Sendable {
  package var number: Int
  package var kind: Item.Kind
  /// As GitHub returns it.
  package var title: String
  package var createdAt: Timestamp
  package var isDraft: Bool
  /// When a person other than the author first replied or reviewed; nil when nobody has.
  package var firstResponseAt: Timestamp?
  package var reviews: Int
  /// The newest of creation, comments and reviews by people.
  package var lastActivityAt: Timestamp
  /// True for an issue that has been silent for more than 60 days.
  package var isStale: Bool

  package init(
    number: Int,
    kind: Item.Kind,
    title: String,
    createdAt: Timestamp,
    isDraft: Bool = false,
    firstResponseAt: Timestamp? = nil,
    reviews: Int = 0,
    lastActivityAt: Timestamp? = nil,
    isStale: Bool = false
  ) {
    self.number = number
    self.kind = kind
    self.title = title
    self.createdAt = createdAt
    self.isDraft = isDraft
    self.firstResponseAt = firstResponseAt
    self.reviews = reviews
    self.lastActivityAt = lastActivityAt ?? createdAt
    self.isStale = isStale
  }
}

/// A person who was never active before, with the first thing they opened.
package struct Newcomer: Hashable, Sendable {
  package var login: String
  package var number: Int
  package var kind: Item.Kind
  package var title: String
  package var openedAt: Timestamp
  /// Nil when nobody has replied or reviewed yet.
  package var firstResponseAt: Timestamp?
  package var state: Item.State

  package init(
    login: String,
    number: Int,
    kind: Item.Kind,
    title: String,
    openedAt: Timestamp,
    firstResponseAt: Timestamp? = nil,
    state: Item.State = .open
  ) {
    self.login = login
    self.number = number
    self.kind = kind
    self.title = title
    self.openedAt = openedAt
    self.firstResponseAt = firstResponseAt
    self.state = state
  }
}
