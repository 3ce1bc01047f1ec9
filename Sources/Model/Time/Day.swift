/// A calendar day in UTC.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.number < right.number
  }

  /// Midnight at which the day begins.
  ///
  /// The first and the last day of what a ``Timestamp`` can hold begin and end at its edges.
  package var start: Timestamp {
    let (seconds, overflow) = number.multipliedReportingOverflow(by: 86_400)
    guard overflow else { return Timestamp(seconds: seconds) }
    return Timestamp(seconds: number < 0 ? .min : .max)
  }

  /// Midnight at which the day ends, which belongs to the next one.
  package var end: Timestamp {
    advanced(by: 1).start
  }

  /// Days since Monday, 0 to 6.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let shifted = number + 3
    return shifted - shifted.flooredQuotient(by: 7) * 7
  }
}

extension Day: Strideable {
  package func distance(to other: Day) -> Int {
    other.number - number
  }

  package func advanced(by days: Int) -> Day {
    Day(number: number + days)
  }
}

extension Day {
  /// Year, month (1 to 12) and day of the month in the proleptic Gregorian calendar.
  ///
  /// Source: Howard Hinnant, `civil_from_days`,
  /// https://howardhinnant.github.io/date_algorithms.html#civil_from_days.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of a date of the proleptic Gregorian calendar, nil when there is no such date.
  ///
  /// Source: Howard Hinnant, `days_from_civil`, same page as ``components``.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
    guard components == (year, month, day) else { return nil }
  }

  /// Reads `2026-04-01`.
  package init?(_ text: some StringProtocol) {
    var reader = DateReader(text)
    guard let day = reader.day(), reader.isAtEnd else { return nil }
    self = day
  }
}

extension Day: CustomStringConvertible {
  /// `2026-04-01`.
  package var description: String {
    let (year, month, day) = components
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(year < 0 ? "-" : "")\(padded)-\(month.twoDigits)-\(day.twoDigits)"
  }
}

extension Int {
  /// The quotient rounded towards negative infinity; `divisor` is positive.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The last two digits with a leading zero.
  var twoDigits: String {
    self < 10 ? "0\(self)" : String(self)
  }
}
