/// A fork that GitHub lists, whoever made it.
package struct Fork: Hashable, Sendable {
  /// The fork's node id: GraphQL gives no number for ids above 2³¹.
  package var id: String
  package var createdAt: Timestamp

  package init(id: String, createdAt: Timestamp) {
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
