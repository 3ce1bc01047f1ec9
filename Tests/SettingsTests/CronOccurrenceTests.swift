import Model
import Settings
import Testing

struct CronOccurrenceTests {
  private static let schedules: [(cron: String, times: [String])] = [
    ("0 2 * * *", ["2026-04-01T02:00:00Z", "2026-04-02T02:00:00Z", "2026-04-03T02:00:00Z"]),
    ("17 3 * * 4", ["2026-04-02T03:17:00Z"]),
    ("17 3 * * thu", ["2026-04-02T03:17:00Z"]),
    ("0 0 3 4 *", ["2026-04-03T00:00:00Z"]),
    ("0 0 3 4 wed", ["2026-04-01T00:00:00Z", "2026-04-03T00:00:00Z"]),
    ("0 */12 1 * *", ["2026-04-01T00:00:00Z", "2026-04-01T12:00:00Z"]),
    ("50/5 23 2 apr *", ["2026-04-02T23:50:00Z", "2026-04-02T23:55:00Z"]),
    (
      "5,1 1-2 1 * *",
      [
        "2026-04-01T01:01:00Z", "2026-04-01T01:05:00Z", "2026-04-01T02:01:00Z",
        "2026-04-01T02:05:00Z",
      ]
    ),
    ("0 0 1 5 *", []),
  ]

  @Test(arguments: schedules)
  func `a schedule has its times`(_ row: (cron: String, times: [String])) throws {
    let cron = try #require(Cron(row.cron))
    let start = try #require(Timestamp("2026-04-01T00:00:00Z"))
    let end = try #require(Timestamp("2026-04-04T00:00:00Z"))
    #expect(cron.occurrences(from: start, to: end).map(\.description) == row.times)
  }

  @Test func `the first instant counts and the last does not`() throws {
    let two = try #require(Timestamp("2026-04-01T02:00:00Z"))
    #expect(Cron.daily.occurrences(from: two, to: two.advanced(bySeconds: 1)) == [two])
    #expect(Cron.daily.occurrences(from: two.advanced(bySeconds: -60), to: two) == [])
    #expect(Cron.daily.occurrences(from: two, to: two) == [])
  }
}
