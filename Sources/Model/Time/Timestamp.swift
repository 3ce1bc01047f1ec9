/// An instant in whole seconds, the precision of GitHub's API.
///
/// Every instant of the product is UTC; a clock enters at the top as a value and is never read
/// below.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, negative before.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.seconds < right.seconds
  }

  /// The UTC day that contains the instant.
  package var day: Day {
    Day(number: seconds.flooredQuotient(by: 86_400))
  }

  /// Seconds since the midnight before, 0 to 86,399.
  package var secondOfDay: Int {
    let remainder = seconds % 86_400
    return remainder < 0 ? remainder + 86_400 : remainder
  }

  /// The instant that lies `seconds` later, or earlier when negative.
  ///
  /// Instants at the edge of what an `Int` holds stay there, so that no date of a foreign commit
  /// can overflow.
  package func advanced(bySeconds seconds: Int) -> Timestamp {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    guard overflow else { return Timestamp(seconds: sum) }
    return Timestamp(seconds: seconds < 0 ? .min : .max)
  }

  /// Hours from `earlier` to this instant, with their fraction.
  package func hours(since earlier: Timestamp) -> Double {
    (Double(seconds) - Double(earlier.seconds)) / 3_600
  }

  /// Days from `earlier` to this instant, with their fraction.
  package func days(since earlier: Timestamp) -> Double {
    (Double(seconds) - Double(earlier.seconds)) / 86_400
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC, as in `2026-04-01T06:00:00Z`.
  package var description: String {
    let second = secondOfDay
    let clock = [second / 3_600, second / 60 % 60, second % 60].map(\.twoDigits)
    return "\(day)T\(clock.joined(separator: ":"))Z"
  }
}

extension Timestamp {
  /// Reads an ISO 8601 instant with a zone, as in `2026-04-01T06:00:00Z` or
  /// `2026-04-01T08:00:00.250+02:00`; a fraction is cut off.
  ///
  /// Parsing goes over bytes by hand: a formatter needs two thousand times as long for the dates
  /// of a large repository.
  ///
  /// - Parameter text: Date, `T` or a space, time, and `Z` or an offset.
  package init?(_ text: some StringProtocol) {
    var reader = DateReader(text)
    guard
      let day = reader.day(), reader.skip("T", "t", " "),
      let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
      let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
      let second = reader.number(digits: 2), second <= 60
    else { return nil }
    if reader.skip(".", ",") {
      guard reader.skipDigits() else { return nil }
    }
    guard let offset = reader.zoneOffset(), reader.isAtEnd else { return nil }
    let time = hour * 3_600 + minute * 60 + second
    self.init(seconds: day.start.seconds + time - offset)
  }
}
