import Model
import Testing

struct TimestampTests {
  /// A text and the seconds since 1970 that it stands for.
  private static let readable: [(text: String, seconds: Int)] = [
    ("1970-01-01T00:00:00Z", 0),
    ("1969-12-31T23:59:59Z", -1),
    ("2026-04-01T06:00:00Z", 1_775_023_200),
    ("2026-04-01t06:00:00z", 1_775_023_200),
    ("2026-04-01 06:00:00Z", 1_775_023_200),
    ("2026-04-01T08:00:00+02:00", 1_775_023_200),
    ("2026-04-01T08:00:00+0200", 1_775_023_200),
    ("2026-03-31T22:30:00-07:30", 1_775_023_200),
    ("2026-04-01T06:00:00-00:00", 1_775_023_200),
    ("2026-04-01T06:00:00.999Z", 1_775_023_200),
    ("2026-04-01T06:00:00,123456789012345678901234567890Z", 1_775_023_200),
    ("2024-02-29T00:00:00Z", 1_709_164_800),
    ("2000-02-29T12:00:00Z", 951_825_600),
    ("2016-12-31T23:59:60Z", 1_483_228_800),
    ("0001-01-01T00:00:00Z", -62_135_596_800),
    ("0000-01-01T00:00:00Z", -62_167_219_200),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ]

  @Test(arguments: readable)
  func `an instant is read with its offset, its fraction cut off`(
    _ row: (text: String, seconds: Int)
  ) {
    #expect(Timestamp(row.text)?.seconds == row.seconds)
  }

  private static let refused: [String] = [
    "", "2026-04-01", "2026-04-01T06:00:00", "2026-04-01T06:00Z", "2026-04-01T24:00:00Z",
    "2026-04-01T06:60:00Z", "2026-04-01T06:00:61Z", "2026-04-31T06:00:00Z",
    "2026-02-29T06:00:00Z", "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-04-01T06:00:00.Z",
    "2026-04-01T06:00:00Z ", " 2026-04-01T06:00:00Z", "2026-04-01T06:00:00+2:00",
    "2026-04-01T06:00:00+24:00", "2026-04-01T06:00:00+02:60", "2026-4-1T06:00:00Z",
    "+2026-04-01T06:00:00Z", "-001-04-01T06:00:00Z", "12026-04-01T06:00:00Z",
    "２０２６-04-01T06:00:00Z", "2026-04-01T06:00:00Zé", "null",
  ]

  @Test(arguments: refused)
  func `anything else is refused`(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `what is printed reads back as the same instant`() {
    for seconds in stride(
      from: -62_167_219_200,
      through: 253_402_300_799,
      by: 86_400_000 * 7 + 12_345
    ) {
      let instant = Timestamp(seconds: seconds)
      #expect(Timestamp(instant.description) == instant)
    }
  }

  @Test func `an instant before 1970 belongs to the day before`() {
    let instant = Timestamp(seconds: -1)
    #expect(instant.day == Day(number: -1))
    #expect(instant.secondOfDay == 86_399)
    #expect(instant.description == "1969-12-31T23:59:59Z")
  }

  @Test func `a year of five digits is printed in full`() {
    #expect(Timestamp(seconds: 253_402_300_800).description == "10000-01-01T00:00:00Z")
  }

  @Test func `adding beyond the edge stays at the edge`() {
    #expect(Timestamp(seconds: .max).advanced(bySeconds: 1).seconds == .max)
    #expect(Timestamp(seconds: .min).advanced(bySeconds: -1).seconds == .min)
    #expect(Timestamp(seconds: .max - 1).advanced(bySeconds: 1).seconds == .max)
  }

  @Test(arguments: [Int.min, .min + 1, .max - 1, .max])
  func `an instant at the edge can be printed and compared`(_ seconds: Int) {
    let instant = Timestamp(seconds: seconds)
    #expect(instant.description.hasSuffix("Z"))
    #expect((0..<86_400).contains(instant.secondOfDay))
    #expect(instant.day.start <= instant)
    #expect(instant <= instant.day.end)
    let epoch = Timestamp(seconds: 0)
    #expect(instant.hours(since: epoch) == -epoch.hours(since: instant))
    #expect(instant.days(since: Timestamp(seconds: -seconds.signum())) != 0)
  }

  @Test func `differences keep their fraction`() {
    let start = Timestamp(seconds: 0)
    #expect(Timestamp(seconds: 5_400).hours(since: start) == 1.5)
    #expect(Timestamp(seconds: -43_200).days(since: start) == -0.5)
  }
}
