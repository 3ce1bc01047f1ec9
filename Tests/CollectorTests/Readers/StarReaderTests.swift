import FoundationEssentials
import GitHub
import Model
import Testing

@testable import Collector

struct StarReaderTests {
  private let now = FakeRepository.time(2_000)
  private let older = URL(string: "https://api.github.com/older")

  private func page(_ counts: [(daysAgo: Int, count: Int)], next: URL?) -> StarHistoryPage {
    let days = counts.map { StarDay(day: now.day.advanced(by: -$0.daysAgo), count: $0.count) }
    return StarHistoryPage(days: days, next: next)
  }

  private func complete(daysAgo: Int, stored: Int, count: Int?) -> StarReader {
    let read = StreamState.Attempt(at: now.advanced(bySeconds: -daysAgo * 86_400), failure: nil)
    let state = StreamState(horizon: .complete, lastAttempt: read)
    return StarReader(state, stored: stored, count: count, now: now)
  }

  @Test func `a first run reads to the last page, its horizon moving with it`() {
    var reader = StarReader(nil, stored: 0, count: 5, now: now)
    #expect(!reader.isDone)
    #expect(reader.next == nil)
    _ = reader.receive(page([(7, 1), (6, 2)], next: older))
    reader.settle(stored: 3)
    #expect(!reader.isDone)
    #expect(reader.next == older)
    #expect(reader.state.horizon == .since(now.day.advanced(by: -7).start))
    #expect(reader.state.cursor == older?.absoluteString)
    _ = reader.receive(page([(9, 2)], next: nil))
    reader.settle(stored: 5)
    #expect(reader.isDone)
    #expect(reader.state.horizon == .complete)
    #expect(reader.state.cursor == nil)
    #expect(reader.state.total == 5)
  }

  @Test func `days that are still to come are left out`() {
    var reader = StarReader(nil, stored: 0, count: 1, now: now)
    let days = reader.receive(page([(1, 1), (0, 0), (-1, 0), (-2, 0)], next: nil))
    #expect(days.map(\.day) == [now.day.advanced(by: -1), now.day])
  }

  /// Days since the last reading, what is stored and counted, and whether nothing is due.
  private static let due: [(daysAgo: Int, stored: Int, count: Int?, isDone: Bool)] = [
    (1, 5, 5, true), (6, 5, 5, true), (7, 5, 5, false), (1, 5, 6, false), (1, 5, 4, false),
    (1, 5, nil, true), (7, 5, nil, false),
  ]

  @Test(arguments: due)
  func `a later run reads weekly, and when the number of stars has changed`(
    _ row: (daysAgo: Int, stored: Int, count: Int?, isDone: Bool)
  ) {
    let reader = complete(daysAgo: row.daysAgo, stored: row.stored, count: row.count)
    #expect(reader.isDone == row.isDone)
    #expect(reader.next == nil)
  }

  @Test func `a number that still differs is followed to older pages`() {
    var reader = complete(daysAgo: 1, stored: 5, count: 4)
    _ = reader.receive(page([(1, 2)], next: older))
    reader.settle(stored: 5)
    #expect(!reader.isDone)
    #expect(reader.next == older)
    _ = reader.receive(page([(20, 2)], next: older))
    reader.settle(stored: 4)
    #expect(reader.isDone)
    #expect(reader.state.horizon == .complete)
    #expect(reader.state.cursor == nil)
  }

  @Test func `a run that was cut off goes on at its page, then reads what came since`() {
    let state = StreamState(
      horizon: .since(now.day.advanced(by: -9).start),
      cursor: older?.absoluteString
    )
    var reader = StarReader(state, stored: 3, count: 7, now: now)
    #expect(reader.next == older)
    _ = reader.receive(page([(20, 2)], next: nil))
    reader.settle(stored: 5)
    #expect(!reader.isDone)
    #expect(reader.next == nil)
    _ = reader.receive(page([(0, 2)], next: older))
    reader.settle(stored: 7)
    #expect(reader.isDone)
  }
}
