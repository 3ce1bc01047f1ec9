import Model

/// Turns a history's items with their conversations into facts, people's items only.
struct ItemReader {
  private(set) var issues: [IssueFacts] = []
  private(set) var pulls: [PullFacts] = []
  private(set) var comments: Conversation
  private(set) var reviews: Conversation
  /// Submission of every review that no bot made, with its person where there is one.
  private(set) var submissions: [(at: Int, person: Int32?)] = []
  private(set) var left = BotCount()

  init(_ history: History, _ roster: Roster) {
    let authors = history.items.map { roster.identity(of: $0.author) }
    var firstReply = [Int](repeating: never, count: history.items.count)
    var remarks: [(item: Int, at: Int)] = []
    for comment in history.comments where authors.indices.contains(comment.item) {
      let identity = roster.identity(of: comment.author)
      if identity == .bot { left.comments += 1 }
      guard case .person = identity else { continue }
      remarks.append((comment.item, comment.at.bounded))
      if identity != authors[comment.item] {
        firstReply[comment.item] = min(firstReply[comment.item], comment.at.bounded)
      }
    }
    comments = Conversation(remarks, items: authors.count)
    remarks = []
    for review in history.reviews where authors.indices.contains(review.item) {
      let identity = roster.identity(of: review.author)
      guard identity != .bot else {
        left.reviews += 1
        continue
      }
      submissions.append((review.at.bounded, identity.person))
      guard case .person = identity else { continue }
      remarks.append((review.item, review.at.bounded))
      if identity != authors[review.item] {
        firstReply[review.item] = min(firstReply[review.item], review.at.bounded)
      }
    }
    reviews = Conversation(remarks, items: authors.count)
    addItems(history, authors, firstReply)
  }

  private mutating func addItems(
    _ history: History,
    _ authors: [Roster.Identity],
    _ firstReply: [Int]
  ) {
    for (index, item) in history.items.enumerated() {
      guard authors[index] != .bot else {
        left.items += 1
        continue
      }
      let created = item.createdAt.bounded
      let reply = firstReply[index] == never ? never : max(firstReply[index], created)
      let closed = item.closedAt?.bounded ?? never
      let position = Int32(clamping: index)
      switch item.kind {
      case .issue:
        issues.append(
          IssueFacts(created: created, closed: closed, firstResponse: reply, item: position)
        )
      case .pull:
        let merged = item.mergedAt?.bounded ?? never
        pulls.append(
          PullFacts(
            created: created,
            merged: merged,
            resolved: merged == never ? closed : merged,
            firstReview: reply,
            isDraft: item.isDraft,
            item: position
          )
        )
      }
    }
    // The history is by number, so the position decides between items of one second.
    issues.sort { ($0.created, $0.item) < ($1.created, $1.item) }
    pulls.sort { ($0.created, $0.item) < ($1.created, $1.item) }
  }
}

/// How much of a history was left out because bots made it.
package struct BotCount: Hashable, Sendable {
  /// Different bots.
  package var accounts = 0
  package var items = 0
  package var comments = 0
  package var reviews = 0
  package var commits = 0
}
