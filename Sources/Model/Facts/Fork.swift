/// A fork that GitHub lists, whoever made it.
package struct Fork: Hashable, Sendable {
  /// The fork's own repository id.
  package var id: RepositoryID
  package var createdAt: Timestamp

  package init(id: RepositoryID, createdAt: Timestamp) {
    self.id = id
    self.createdAt = createdAt
  }
}

/// Stars given on one day and still held when the history was read.
package struct StarDay: Hashable, Sendable {
  package var day: Day
  package var count: Int

  package init(day: Day, count: Int) {
    self.day = day
    self.count = count
  }
}
