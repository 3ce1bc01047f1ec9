/// A commit on the default branch.
package struct Commit: Hashable, Sendable {
  /// The object id, 40 or 64 hexadecimal digits.
  package var oid: String
  /// The committer's date, which may be years off.
  package var committedAt: Timestamp
  /// The account that GitHub links to the author's address.
  package var author: Account?
  /// The author's address as it stands in the commit; empty where it has none.
  package var email: String

  package init(oid: String, committedAt: Timestamp, author: Account?, email: String) {
    self.oid = oid
    self.committedAt = committedAt
    self.author = author
    self.email = email
  }
}
