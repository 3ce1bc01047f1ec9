import Model
import Testing

@testable import Analytics

/// What a deed promises, against the score of a history in which it was done.
struct DeedTests {
  private static let seeds = 1...25 as ClosedRange<UInt64>

  /// Day 200 of the random histories.
  private func day(of history: History) -> Day {
    history.repository.createdAt.day.advanced(by: 200)
  }

  private func score(_ history: History) -> Double? {
    Analysis(history).score(on: day(of: history)).score
  }

  private func open(_ history: History, _ kind: Item.Kind) -> [OpenItem] {
    Analysis(history).openItems(on: day(of: history)).filter { $0.kind == kind }
  }

  @Test(arguments: seeds) func `merging and closing`(seed: UInt64) throws {
    let history = History.random(seed: seed)
    let pulls = open(history, .pull).map(\.number)
    let last = day(of: history).end.advanced(bySeconds: -1)
    var (merged, closed) = (history, history)
    for number in pulls {
      merged.items[number - 1].closedAt = last
      merged.items[number - 1].mergedAt = last
      closed.items[number - 1].closedAt = last
      closed.items[number - 1].mergedAt = nil
    }
    let analysis = Analysis(history)
    let before = try #require(score(history))
    let merging = try #require(analysis.effect(of: .merge(pulls), on: day(of: history)))
    let closing = try #require(analysis.effect(of: .close(pulls), on: day(of: history)))
    #expect(abs(merging - (try #require(score(merged)) - before)) < 1e-9)
    #expect(abs(closing - (try #require(score(closed)) - before)) < 1e-9)
  }

  @Test func `an answer counts as the score will count it when its issue is a week old`() throws {
    var history = History(repository: .sample(), streams: .complete())
    history.accounts = [Account(id: 1, login: "ann", kind: .user)]
    history.items = (1...26)
      .map {
        HistoryItem(
          number: $0,
          kind: .issue,
          author: nil,
          createdAt: ("2025-04-10" as Timestamp) + Double(24 * $0)
        )
      }
    history.commits = (0..<18)
      .map {
        HistoryCommit(author: 0, email: "", at: ("2025-01-10" as Timestamp) + Double(24 * 7 * $0))
      }
    history.comments = (0..<25)
      .filter { $0.isMultiple(of: 2) }
      .map { HistoryComment(item: $0, author: 0, at: history.items[$0].createdAt + 1) }
    // The last is four days old at the end of 10 May, and a week old by the 14th.
    let analysis = Analysis(history)
    let promised = try #require(analysis.effect(of: .answer([26]), on: "2025-05-10"))
    var answered = history
    answered.comments.append(HistoryComment(item: 25, author: 0, at: "2025-05-11"))
    let before = try #require(analysis.score(on: "2025-05-14").score)
    let after = try #require(Analysis(answered).score(on: "2025-05-14").score)
    #expect(promised > 0.2)
    #expect(abs(after - before - promised) < 0.5)
  }

  @Test func `without a score there is no effect, and what is closed already moves nothing`() {
    let empty = Analysis(History(repository: .sample(), streams: .complete()))
    #expect(empty.effect(of: .merge([1]), on: "2025-01-02") == nil)
    let analysis = Analysis(.random(seed: 3))
    let day = analysis.repository.createdAt.day.advanced(by: 200)
    #expect(analysis.effect(of: .merge([]), on: day) == 0)
    #expect(analysis.effect(of: .answer([999_999]), on: day) == 0)
  }
}
