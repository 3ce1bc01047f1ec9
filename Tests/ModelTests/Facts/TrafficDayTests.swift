import Testing

@testable import Model

struct TrafficDayTests {
  private static let reaches: [(read: String, first: String, count: Int)] = [
    // A reply of 06:00 begins at 06:00 of its first day, which is not whole.
    ("2026-04-01T06:00:00Z", "2026-03-19", 13), ("2026-04-01T00:00:00Z", "2026-03-18", 14),
    ("2026-04-01T00:00:01Z", "2026-03-19", 13), ("2026-04-01T23:59:59Z", "2026-03-19", 13),
  ]

  @Test(arguments: reaches) func `a reply covers the days between its ends`(
    _ reach: (read: String, first: String, count: Int)
  ) throws {
    let days = TrafficDay.wholeDays(readAt: try #require(Timestamp(reach.read)))
    #expect(days.lowerBound.description == reach.first)
    #expect(days.count == reach.count)
  }

  @Test func `a whole day that is missing is zero, and one that is not whole is left out`() throws {
    let now = try #require(Timestamp("2026-04-01T06:00:00Z"))
    let reply = [18, 20, 32].map { views(on: $0) }
    let days = TrafficDay.whole(of: reply, kind: .views, readAt: now)
    #expect(days.map(\.day) == (19...31).map(march))
    #expect(days.map(\.count) == [0, 5] + Array(repeating: 0, count: 11))
    #expect(days.map(\.uniques) == [0, 2] + Array(repeating: 0, count: 11))
  }

  @Test func `of two readings each number is the larger`() {
    let one = TrafficDay(day: march(1), kind: .clones, count: 7, uniques: 1)
    let two = TrafficDay(day: march(1), kind: .clones, count: 5, uniques: 3)
    let larger = TrafficDay(day: march(1), kind: .clones, count: 7, uniques: 3)
    #expect(one.larger(of: two) == larger)
    #expect(two.larger(of: one) == larger)
  }

  private func march(_ day: Int) -> Day {
    // 2026-02-28.
    Day(number: 20_512 + day)
  }

  private func views(on day: Int) -> TrafficDay {
    TrafficDay(day: march(day), kind: .views, count: 5, uniques: 2)
  }
}
