package import Model

/// Spans of time as the reports write them.
package enum DurationText {
  /// The mean month of the Gregorian calendar.
  private static let daysPerMonth = 365.2425 / 12

  /// `35 min`, `36 h` (below 48 h), `6 d 5 h` (below 14 d), `60 d`, `8 months` (from 120 d).
  package static func of(hours: Double) -> String {
    guard hours.isFinite else { return "unknown" }
    let minutes = Int((max(0, hours) * 60).rounded())
    if minutes < 60 { return unit(minutes, "min") }
    let whole = Int(hours.rounded())
    if whole < 48 { return unit(whole, "h") }
    if whole < 14 * 24 {
      let (days, rest) = whole.quotientAndRemainder(dividingBy: 24)
      return unit(days, "d") + (rest > 0 ? " " + unit(rest, "h") : "")
    }
    return long(days: Int((hours / 24).rounded()))
  }

  /// Whole days that have passed; whole hours on the first day.
  package static func waiting(from start: Timestamp, to end: Timestamp) -> String {
    let seconds = max(0, end.seconds - start.seconds)
    guard seconds >= 86_400 else { return unit(seconds / 3_600, "h") }
    return long(days: seconds / 86_400)
  }

  private static func long(days: Int) -> String {
    guard days >= 120 else { return unit(days, "d") }
    return unit(Int((Double(days) / daysPerMonth).rounded()), "months")
  }

  private static func unit(_ count: Int, _ unit: String) -> String {
    NumberText.count(count) + NumberText.space + unit
  }
}
