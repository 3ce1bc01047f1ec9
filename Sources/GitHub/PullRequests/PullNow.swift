package import Model

/// A pull request as GitHub shows it now, with what was said on it.
package struct PullNow: Hashable, Sendable {
  package var repository: RepositoryID
  package var number: Int
  /// Nil when the account was deleted.
  package var author: Account?
  package var createdAt: Timestamp
  package var isDraft: Bool
  package var isOpen: Bool
  /// Nil where GitHub did not say.
  package var size: ChangeSize?
  /// The commit at its head.
  package var head: String
  /// Whether GitHub knows earlier work of the author in the repository; nil where it does not say.
  package var isKnownAuthor: Bool?
  /// Who has submitted a review.
  package var reviewers: [Account?]
  /// In order, all of them.
  package var comments: [PostedComment]

  package init(
    repository: RepositoryID,
    number: Int,
    author: Account?,
    createdAt: Timestamp,
    isDraft: Bool = false,
    isOpen: Bool = true,
    size: ChangeSize? = nil,
    head: String = "",
    isKnownAuthor: Bool? = nil,
    reviewers: [Account?] = [],
    comments: [PostedComment] = []
  ) {
    self.repository = repository
    self.number = number
    self.author = author
    self.createdAt = createdAt
    self.isDraft = isDraft
    self.isOpen = isOpen
    self.size = size
    self.head = head
    self.isKnownAuthor = isKnownAuthor
    self.reviewers = reviewers
    self.comments = comments
  }

  /// Whether a person other than the author has reviewed it or replied.
  package var isAnswered: Bool {
    let speakers = comments.filter { OwnMarker(in: $0.body) == nil }.map(\.author)
    return (reviewers + speakers)
      .contains { account in
        guard let account, account.kind != .bot else { return false }
        if let id = account.id, let other = author?.id { return id != other }
        return account.login.lowercased() != author?.login.lowercased()
      }
  }
}

/// A comment in the conversation of a pull request.
package struct PostedComment: Hashable, Sendable {
  package var id: Int
  package var url: String
  package var body: String
  /// Nil when the account was deleted.
  package var author: Account?
  /// Whether the token's own account wrote it.
  package var isByViewer: Bool

  package init(id: Int, url: String, body: String, author: Account?, isByViewer: Bool) {
    self.id = id
    self.url = url
    self.body = body
    self.author = author
    self.isByViewer = isByViewer
  }
}
