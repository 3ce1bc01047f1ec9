import Model
import Testing

@testable import Analytics

/// Which items a step names, and in which order steps come.
struct StepTests {
  private static let now: Timestamp = "2026-03-31T06:00:00Z"
  private static let day: Day = "2026-03-30"

  private func item(
    _ number: Int,
    _ kind: Item.Kind,
    daysAgo days: Double,
    by author: Int? = 0,
    isDraft: Bool = false
  ) -> HistoryItem {
    HistoryItem(
      number: number,
      kind: kind,
      author: author,
      createdAt: Self.day.end + -24 * days,
      isDraft: isDraft
    )
  }

  private func steps(
    _ items: [HistoryItem],
    answered: Set<Int> = [],
    reviewed: Set<Int> = []
  ) -> [Step] {
    var history = History(repository: .sample(), streams: .complete())
    history.accounts = (1...3).map { (id: Int) in Account(id: id, login: "p\(id)", kind: .user) }
    // The authors are no newcomers.
    history.commits = [0, 2].map { HistoryCommit(author: $0, email: "", at: "2025-02-01") }
    history.items = items
    history.comments = items.enumerated()
      .filter { answered.contains($1.number) }
      .map { HistoryComment(item: $0, author: 1, at: $1.createdAt + 1) }
    history.reviews = items.enumerated()
      .filter { reviewed.contains($1.number) }
      .map { HistoryReview(item: $0, author: 1, at: $1.createdAt + 2) }
    return Analysis(history).steps(on: Self.day, now: Self.now)
  }

  @Test func `pull requests are settled, decided or reviewed`() {
    let steps = steps(
      [
        item(1, .pull, daysAgo: 80), item(2, .pull, daysAgo: 40, isDraft: true),
        item(3, .pull, daysAgo: 36), item(4, .pull, daysAgo: 20), item(5, .pull, daysAgo: 10),
        item(6, .pull, daysAgo: 9), item(7, .pull, daysAgo: 2), item(8, .pull, daysAgo: 5),
      ],
      answered: [3, 5, 6, 7, 8],
      reviewed: [3, 5, 6, 7, 8]
    )
    let items = Dictionary(uniqueKeysWithValues: steps.map { ($0.kind, $0.items) })
    #expect(items[.decidePulls] == [1, 3])
    #expect(items[.settlePulls] == [5, 6])
    #expect(items[.reviewPulls] == [1, 4])
    #expect(items[.answerIssues] == nil)
  }

  @Test func `a comment is no review`() {
    let steps = steps(
      [item(1, .pull, daysAgo: 20), item(2, .pull, daysAgo: 10), item(3, .pull, daysAgo: 9)],
      answered: [1, 2],
      reviewed: [2]
    )
    let items = Dictionary(uniqueKeysWithValues: steps.map { ($0.kind, $0.items) })
    #expect(items[.settlePulls] == [2])
    #expect(items[.reviewPulls] == [3])
  }

  @Test func `a step names the oldest, and knows how many there are`() {
    let steps = steps(
      (1...13).map { item($0, .pull, daysAgo: Double(60 - $0)) }
        + (14...17).map { item($0, .pull, daysAgo: Double(40 - $0)) }
        + (18...22).map { item($0, .issue, daysAgo: Double(24 - $0)) },
      answered: [14, 15, 16, 17],
      reviewed: [14, 15, 16, 17]
    )
    let named = Dictionary(uniqueKeysWithValues: steps.map { ($0.kind, $0) })
    #expect(named[.decidePulls]?.items == Array(1...9) && named[.decidePulls]?.total == 13)
    #expect(named[.settlePulls]?.items == [14, 15] && named[.settlePulls]?.total == 4)
    #expect(named[.answerIssues]?.items == [18, 19, 20] && named[.answerIssues]?.total == 5)
    #expect(named[.reviewPulls]?.items == [1, 2, 3] && named[.reviewPulls]?.total == 13)
  }

  @Test func `issues are answered while there is time, and old ones asked for`() {
    let steps = steps(
      [
        item(1, .issue, daysAgo: 70), item(2, .issue, daysAgo: 61), item(3, .issue, daysAgo: 8),
        item(4, .issue, daysAgo: 6.9), item(5, .issue, daysAgo: 6), item(6, .issue, daysAgo: 1),
      ],
      answered: [1, 6]
    )
    let items = Dictionary(uniqueKeysWithValues: steps.map { ($0.kind, $0.items) })
    // By now the week of the fourth has passed.
    #expect(items[.answerIssues] == [5])
    // The first had a reply, the second never.
    #expect(items[.oldQuestions] == [2])
  }

  @Test func `a newcomer's open item is welcomed`() {
    let steps = steps([item(1, .pull, daysAgo: 1, by: 1)])
    #expect(steps.first { $0.kind == .welcome }?.items == [1])
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `steps come by what an item brings, none without items`(seed: UInt64) {
    let analysis = Analysis(.random(seed: seed))
    let day = analysis.repository.createdAt.day.advanced(by: 150)
    let steps = analysis.steps(on: day, now: day.end)
    #expect(steps.map(\.pointsPerItem) == steps.map(\.pointsPerItem).sorted(by: >))
    #expect(Set(steps.map(\.kind)).count == steps.count)
    #expect(steps.allSatisfy { !$0.items.isEmpty })
  }
}
