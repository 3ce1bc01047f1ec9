package import Model

/// A pull request that someone looks at now, as GitHub shows it now.
package struct PullSubject: Hashable, Sendable {
  package var number: Int
  /// Nil when the account was deleted.
  package var author: Account?
  package var createdAt: Timestamp
  package var isDraft: Bool
  /// Nil where GitHub did not say.
  package var size: ChangeSize?
  /// Whether a person other than the author has reviewed it or replied.
  package var isAnswered: Bool
  /// Whether GitHub knows earlier work of the author in the repository; nil where it does not say.
  package var isKnownAuthor: Bool?

  package init(
    number: Int,
    author: Account?,
    createdAt: Timestamp,
    isDraft: Bool = false,
    size: ChangeSize? = nil,
    isAnswered: Bool = false,
    isKnownAuthor: Bool? = nil
  ) {
    self.number = number
    self.author = author
    self.createdAt = createdAt
    self.isDraft = isDraft
    self.size = size
    self.isAnswered = isAnswered
    self.isKnownAuthor = isKnownAuthor
  }
}
