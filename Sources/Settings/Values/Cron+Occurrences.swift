package import Model

extension Cron {
  /// The times of the schedule in an interval, ascending; UTC.
  ///
  /// Where both day and weekday are restricted, either of them is enough, as POSIX says:
  /// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html
  ///
  /// - Parameters:
  ///   - start: The first instant that counts.
  ///   - end: The first that does not.
  /// - Returns: At most one a minute.
  package func occurrences(from start: Timestamp, to end: Timestamp) -> [Timestamp] {
    guard start < end else { return [] }
    let fields = text.split(separator: " ")
    let sets = zip(fields, Self.fields).map { $1.values(of: $0) }
    let times = sets[1].sorted()
      .flatMap { hour in sets[0].sorted().map { hour * 3_600 + $0 * 60 } }
    var found: [Timestamp] = []
    var day = start.day
    while day.start < end {
      if matches(day, days: sets[2], months: sets[3], weekdays: sets[4], fields) {
        found += times.map { day.start.advanced(bySeconds: $0) }
          .filter { $0 >= start && $0 < end }
      }
      day = day.advanced(by: 1)
    }
    return found
  }

  private func matches(
    _ day: Day,
    days: Set<Int>,
    months: Set<Int>,
    weekdays: Set<Int>,
    _ fields: [Substring]
  ) -> Bool {
    let parts = day.description.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.contains(parts[1]) else { return false }
    // The first of January 1970 was a Thursday.
    let weekday = (day.number % 7 + 11) % 7
    let isDay = days.contains(parts[2])
    let isWeekday = weekdays.contains(weekday)
    let areBothRestricted = !fields[2].hasPrefix("*") && !fields[4].hasPrefix("*")
    return areBothRestricted ? isDay || isWeekday : isDay && isWeekday
  }
}
