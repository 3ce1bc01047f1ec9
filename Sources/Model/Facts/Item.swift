/// An issue or a pull request, with the conversation and the reviews below it.
package struct Item: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case issue
    case pull
  }

  package enum State: String, Hashable, Sendable, CaseIterable {
    case open
    case closed
    case merged
  }

  /// Unique in the repository over both kinds.
  package var number: Int
  package var kind: Kind
  package var title: String
  /// Nil when the account was deleted.
  package var author: Account?
  package var createdAt: Timestamp
  package var updatedAt: Timestamp
  package var state: State
  /// Erased by a reopening.
  package var closedAt: Timestamp?
  package var mergedAt: Timestamp?
  package var isDraft: Bool
  package var isLocked: Bool
  /// True for what the tool itself wrote, which counts nowhere.
  package var isOwn: Bool
  /// Lines and files of a pull request; nil for issues and where GitHub did not say.
  package var size: ChangeSize?
  package var comments: Nested<Comment>
  package var reviews: Nested<Review>

  package init(
    number: Int,
    kind: Kind,
    title: String = "",
    author: Account?,
    createdAt: Timestamp,
    updatedAt: Timestamp,
    state: State = .open,
    closedAt: Timestamp? = nil,
    mergedAt: Timestamp? = nil,
    isDraft: Bool = false,
    isLocked: Bool = false,
    isOwn: Bool = false,
    size: ChangeSize? = nil,
    comments: Nested<Comment> = .none,
    reviews: Nested<Review> = .none
  ) {
    self.number = number
    self.kind = kind
    self.title = title
    self.author = author
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.state = state
    self.closedAt = closedAt
    self.mergedAt = mergedAt
    self.isDraft = isDraft
    self.isLocked = isLocked
    self.isOwn = isOwn
    self.size = size
    self.comments = comments
    self.reviews = reviews
  }
}

/// How much a pull request changes.
package struct ChangeSize: Hashable, Sendable {
  package var additions: Int
  package var deletions: Int
  package var files: Int

  /// Lines added and lines taken away together.
  package var lines: Int { additions + deletions }

  package init(additions: Int, deletions: Int, files: Int) {
    self.additions = additions
    self.deletions = deletions
    self.files = files
  }
}

/// The rows of a connection inside an item, all of them or the first ones.
package struct Nested<Element: Hashable & Sendable>: Hashable, Sendable {
  package var elements: [Element]
  /// True when `elements` is everything GitHub has.
  ///
  /// The store then drops what is not among them. False makes the store keep what it knew and add these.
  package var isWhole: Bool

  package init(_ elements: [Element], isWhole: Bool) {
    self.elements = elements
    self.isWhole = isWhole
  }

  /// GitHub has no such row.
  package static var none: Nested { Nested([], isWhole: true) }
}

/// A remark in the conversation of an issue or a pull request.
package struct Comment: Hashable, Sendable {
  package var id: Int
  /// Nil when the account was deleted.
  package var author: Account?
  package var createdAt: Timestamp
  /// True for what the tool itself wrote.
  package var isOwn: Bool

  package init(id: Int, author: Account?, createdAt: Timestamp, isOwn: Bool = false) {
    self.id = id
    self.author = author
    self.createdAt = createdAt
    self.isOwn = isOwn
  }
}

/// A submitted review of a pull request; one that is pending is not stored.
package struct Review: Hashable, Sendable {
  package enum State: String, Hashable, Sendable, CaseIterable {
    case approved = "APPROVED"
    case changesRequested = "CHANGES_REQUESTED"
    case commented = "COMMENTED"
    case dismissed = "DISMISSED"
  }

  package var id: Int
  /// Nil when the account was deleted.
  package var author: Account?
  package var state: State
  package var submittedAt: Timestamp

  package init(id: Int, author: Account?, state: State, submittedAt: Timestamp) {
    self.id = id
    self.author = author
    self.state = state
    self.submittedAt = submittedAt
  }
}
