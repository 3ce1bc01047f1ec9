/// An issue as computing needs it; instants that have not come are ``never``.
struct IssueFacts: Hashable, Sendable {
  var created: Int
  var closed: Int
  /// The first reply by a person other than the author, not before the creation.
  var firstResponse: Int
  /// Into the history's items.
  let item: Int32

  /// The earlier of first response and closing.
  var answered: Int { min(firstResponse, closed) }
  var resolved: Int { closed }
}

/// A pull request as computing needs it; instants that have not come are ``never``.
struct PullFacts: Hashable, Sendable {
  let created: Int
  var merged: Int
  /// Merging, or closing without it.
  var resolved: Int
  /// The first review or reply by a person other than the author, not before the creation.
  let firstReview: Int
  let isDraft: Bool
  /// Into the history's items.
  let item: Int32
}
