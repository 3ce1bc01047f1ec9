package import Model

/// Dates as the reports write them, in UTC.
package enum DateText {
  /// `20 August`.
  package static func day(_ day: Day) -> String {
    "\(day.components.day)\(NumberText.space)\(day.monthName)"
  }

  /// `20 August 2023`.
  package static func dayAndYear(_ day: Day) -> String {
    "\(self.day(day)) \(day.components.year)"
  }

  /// `August 2023`.
  package static func month(_ day: Day) -> String {
    "\(day.monthName) \(day.components.year)"
  }

  /// With the year only where it is another one than that of `reference`.
  package static func day(_ day: Day, near reference: Day) -> String {
    day.components.year == reference.components.year ? self.day(day) : dayAndYear(day)
  }

  /// `21 August, 06:17`.
  package static func instant(_ instant: Timestamp) -> String {
    let minute = instant.secondOfDay / 60
    return "\(day(instant.day)), \(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
