import Model
import TestSupport

@testable import Analytics

extension History {
  /// A history of a few months with everything that makes windows difficult: equal instants,
  /// imported items and commits, drafts, rejections, bots, events at midnight, horizons.
  static func random(seed: UInt64) -> History {
    var writer = RandomHistory(seed: seed)
    return writer.history()
  }
}

private struct RandomHistory {
  private var generator: SeededGenerator
  private let creation = 1_700_000_000
  private let days: Int
  private let perDay: Double

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    days = Int.random(in: 100...400, using: &generator)
    perDay = [0.02, 0.3, 2].randomElement(using: &generator) ?? 1
  }

  mutating func history() -> History {
    var history = History(
      repository: .sample(
        createdAt: Timestamp(seconds: creation),
        hasIssues: !chance(0.1)
      ),
      streams: .complete(but: horizons())
    )
    history.accounts = (0..<8)
      .map { Account(id: $0, login: "person\($0)", kind: $0 == 7 ? .bot : .user) }
    for number in 1...(Int(Double(days) * perDay) + 2) {
      history.items.append(item(number))
      addConversation(to: &history, number - 1)
    }
    for _ in 0..<Int(Double(days) * perDay) {
      history.commits.append(
        HistoryCommit(author: author(), email: "someone@example.org", at: instant(-60))
      )
    }
    history.forks = (0..<Int(Double(days) * perDay / 4)).map { _ in instant() }.sorted()
    return history
  }

  private mutating func horizons() -> [Model.Stream: Horizon] {
    var horizons: [Model.Stream: Horizon] = [:]
    for stream in [Model.Stream.commits, .issues, .pulls, .forks] where chance(0.2) {
      horizons[stream] = chance(0.2) ? .nothing : .since(instant())
    }
    return horizons
  }

  private mutating func item(_ number: Int) -> HistoryItem {
    let isPull = chance(0.6)
    let created = instant()
    let closed: Timestamp? = chance(0.7) ? later(created) : nil
    return HistoryItem(
      number: number,
      kind: isPull ? .pull : .issue,
      author: author(),
      createdAt: created,
      closedAt: closed,
      mergedAt: isPull && chance(0.7) ? closed : nil,
      isDraft: isPull && chance(0.15)
    )
  }

  private mutating func addConversation(to history: inout History, _ item: Int) {
    let created = history.items[item].createdAt
    while chance(0.5) {
      history.comments.append(HistoryComment(item: item, author: author(), at: later(created)))
    }
    if history.items[item].kind == .pull, chance(0.5) {
      history.reviews.append(HistoryReview(item: item, author: author(), at: later(created)))
    }
    history.comments.sort { ($0.item, $0.at) < ($1.item, $1.at) }
  }

  private mutating func author() -> Int? {
    chance(0.1) ? nil : Int.random(in: 0..<8, using: &generator)
  }

  /// From so many days around the creation on; often the same second, or midnight.
  private mutating func instant(_ first: Int = 0) -> Timestamp {
    let day = (creation / 86_400 + Int.random(in: first...days, using: &generator)) * 86_400
    let second = [0, 43_200, 86_399, Int.random(in: 0..<86_400, using: &generator)]
    return Timestamp(seconds: day + (second.randomElement(using: &generator) ?? 0))
  }

  /// Minutes to months after an instant, and now and then before it.
  private mutating func later(_ instant: Timestamp) -> Timestamp {
    let spans = [-3_600, 0, 600, 900, 86_400, 7 * 86_400, 30 * 86_400, 120 * 86_400]
    let span = spans.randomElement(using: &generator) ?? 0
    return instant.advanced(bySeconds: chance(0.5) ? span : span / 7)
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }
}
