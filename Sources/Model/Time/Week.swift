/// A week as ISO 8601 has it, from Monday to Sunday, named by the Sunday that ends it.
package struct Week: Hashable, Comparable, Sendable {
  package let sunday: Day

  package var monday: Day { sunday.advanced(by: -6) }

  /// The week that a day belongs to.
  package init(containing day: Day) {
    sunday = day.advanced(by: 6 - day.weekday)
  }

  /// The last week that is over at the end of a day.
  package init(endedBy day: Day) {
    sunday = day.advanced(by: day.weekday == 6 ? 0 : -day.weekday - 1)
  }

  /// Reads the Sunday of a week; nil for any other day.
  package init?(_ text: some StringProtocol) {
    guard let day = Day(text), day.weekday == 6 else { return nil }
    sunday = day
  }

  package static func < (left: Self, right: Self) -> Bool { left.sunday < right.sunday }
}

extension Week: CustomStringConvertible {
  /// The Sunday, as in `2026-04-05`.
  package var description: String { sunday.description }
}
