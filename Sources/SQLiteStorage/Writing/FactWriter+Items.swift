import Model
import SQLite
import Storage

extension FactWriter {
  /// Writes an item with what is below it, unless a newer reading of it is there already.
  func write(_ item: Item, to connection: borrowing Connection) throws {
    let stored = try connection.first(
      "SELECT updated_at FROM items WHERE repository = \(repository) AND number = \(item.number)"
    ) { $0.timestamp(0) }
    guard item.mayReplace(updatedAt: stored) else { return }
    try writeRow(of: item, to: connection)
    try unbury(.item(number: item.number), in: connection)
    for comment in item.comments.elements {
      try write(comment, of: item.number, to: connection)
    }
    for review in item.reviews.elements {
      try write(review, of: item.number, to: connection)
    }
    guard stored != nil else { return }
    if item.comments.isWhole { try dropUnlistedComments(of: item, in: connection) }
    if item.reviews.isWhole { try dropUnlistedReviews(of: item, in: connection) }
  }

  private func writeRow(of item: Item, to connection: borrowing Connection) throws {
    let author = try accounts.key(for: item.author, in: connection)
    // Not REPLACE, which would delete the row first and what is below it with it.
    try connection.run(
      """
      INSERT INTO items VALUES (\(repository), \(item.number), \(item.kind), \(item.title),
        \(author), \(item.createdAt), \(item.updatedAt), \(item.state), \(item.closedAt),
        \(item.mergedAt), \(item.isDraft), \(item.isLocked), \(item.isOwn),
        \(item.size?.additions), \(item.size?.deletions), \(item.size?.files))
      ON CONFLICT (repository, number) DO UPDATE SET kind = excluded.kind, title = excluded.title,
        author = excluded.author, created_at = excluded.created_at,
        updated_at = excluded.updated_at, state = excluded.state, closed_at = excluded.closed_at,
        merged_at = excluded.merged_at, is_draft = excluded.is_draft,
        is_locked = excluded.is_locked, is_own = max(is_own, excluded.is_own), additions = excluded.additions,
        deletions = excluded.deletions, files = excluded.files
      """
    )
  }

  private func write(
    _ comment: Comment,
    of item: Int,
    to connection: borrowing Connection
  ) throws {
    let author = try accounts.key(for: comment.author, in: connection)
    try connection.run(
      """
      INSERT OR REPLACE INTO comments VALUES (\(repository), \(item), \(comment.id), \(author),
        \(comment.createdAt), \(comment.isOwn))
      """
    )
    try unbury(.comment(id: comment.id), in: connection)
  }

  private func write(_ review: Review, of item: Int, to connection: borrowing Connection) throws {
    let author = try accounts.key(for: review.author, in: connection)
    try connection.run(
      """
      INSERT OR REPLACE INTO reviews VALUES (\(repository), \(item), \(review.id), \(author),
        \(review.state), \(review.submittedAt))
      """
    )
    try unbury(.review(id: review.id), in: connection)
  }

  /// Removes the comments that a whole list no longer has; the item's update says when.
  private func dropUnlistedComments(of item: Item, in connection: borrowing Connection) throws {
    let listed = Set(item.comments.elements.map(\.id))
    let kept = try connection.rows(
      "SELECT id FROM comments WHERE repository = \(repository) AND item = \(item.number)"
    ) { $0.int(0) }
    for id in kept where !listed.contains(id) {
      try remove(Removal(.comment(id: id), noticedAt: item.updatedAt), from: connection)
    }
  }

  /// Removes the reviews that a whole list no longer has; the item's update says when.
  private func dropUnlistedReviews(of item: Item, in connection: borrowing Connection) throws {
    let listed = Set(item.reviews.elements.map(\.id))
    let kept = try connection.rows(
      "SELECT id FROM reviews WHERE repository = \(repository) AND item = \(item.number)"
    ) { $0.int(0) }
    for id in kept where !listed.contains(id) {
      try remove(Removal(.review(id: id), noticedAt: item.updatedAt), from: connection)
    }
  }
}
