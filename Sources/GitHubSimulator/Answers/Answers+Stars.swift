import Model

extension Answers {
  /// A page of the star history: whole weeks that begin on Sundays, newest first.
  ///
  /// - Parameters:
  ///   - page: Counted from 1.
  ///   - size: Weeks a page.
  /// - Returns: The weeks, and whether there are older ones.
  func starHistory(page: Int, size: Int) -> (weeks: [JSONValue], hasMore: Bool) {
    var counts: [Day: Int] = [:]
    for star in life.stars.prefix(while: { $0 <= now }) { counts[star.day, default: 0] += 1 }
    let oldest = life.repository.createdAt.day.sunday
    let sundays = Array(stride(from: now.day.sunday, through: oldest, by: -7))
    let weeks = sundays.dropFirst((page - 1) * size)
    let shown = weeks.prefix(size)
      .map { sunday -> JSONValue in
        let days = (0..<7).map { counts[sunday.advanced(by: $0)] ?? 0 }
        return [
          "week": .int(sunday.start.seconds), "total": .int(days.reduce(0, +)),
          "days": .array(days.map(JSONValue.int)),
        ]
      }
    return (shown, weeks.count > size)
  }
}

extension Day {
  /// The Sunday on or before the day.
  fileprivate var sunday: Day { advanced(by: -((weekday + 1) % 7)) }
}
