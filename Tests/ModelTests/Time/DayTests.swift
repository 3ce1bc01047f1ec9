import Model
import Testing

struct DayTests {
  @Test func `every day of eight centuries comes back from its date, text and midnight`() throws {
    var expected = (year: 1_600, month: 1, day: 1)
    let first = try #require(Day("1600-01-01"))
    var weekday = first.weekday
    for day in first..<first.advanced(by: 292_194) {
      let parts = day.components
      let isRight =
        parts == expected && Day(year: parts.year, month: parts.month, day: parts.day) == day
        && Day(day.description) == day && day.start.day == day && day.weekday == weekday
      // One expectation a day would take longer than all of the rest.
      try #require(isRight, "\(day)")
      weekday = (weekday + 1) % 7
      expected = next(expected)
    }
  }

  /// The day after, counted as a calendar does.
  private func next(
    _ date: (year: Int, month: Int, day: Int)
  ) -> (year: Int, month: Int, day: Int) {
    let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
    return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
  }

  /// A date with its number and the days since Monday.
  private static let known: [(text: String, number: Int, weekday: Int)] = [
    ("1970-01-01", 0, 3),
    ("1969-12-31", -1, 2),
    ("2026-04-01", 20_544, 2),
    ("2024-02-29", 19_782, 3),
    ("0000-03-01", -719_468, 2),
    ("9999-12-31", 2_932_896, 4),
  ]

  @Test(arguments: known)
  func `a known date has its number and its weekday`(
    _ row: (text: String, number: Int, weekday: Int)
  ) {
    let day = Day(number: row.number)
    #expect(day.description == row.text)
    #expect(day.weekday == row.weekday)
    #expect(Day(row.text) == day)
  }

  @Test(
    arguments: ["2023-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-1-01", "2026-01-01 "]
  )
  func `a date that does not exist is refused`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a day lasts from its midnight to the next`() {
    let day = Day(number: 20_544)
    #expect(day.start.description == "2026-04-01T00:00:00Z")
    #expect(day.end == day.advanced(by: 1).start)
    #expect(day.end.advanced(bySeconds: -1).day == day)
  }

  @Test func `days are counted in both directions`() {
    let day = Day(number: 5)
    #expect(day.advanced(by: -6) == Day(number: -1))
    #expect(day.distance(to: Day(number: -1)) == -6)
    #expect(Day(number: -1) < day)
  }
}
