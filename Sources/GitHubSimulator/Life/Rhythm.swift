import Model

/// When the people of the project are at work: weekends, holidays, growth, a burst and a slump.
struct Rhythm: Sendable {
  /// The first day of the project's life.
  let begin: Day

  /// The week in which the project was talked about.
  var burst: Range<Day> { begin.advanced(by: 526)..<begin.advanced(by: 540) }

  /// The weeks in which hardly anyone reviewed; they begin seven weeks before day 912.
  var slump: Range<Day> { begin.advanced(by: 863)..<begin.advanced(by: 898) }

  /// How busy a day is; 1 is a weekday of the grown project.
  func level(on day: Day) -> Double {
    let age = Double(begin.distance(to: day))
    var level = 0.3 + 0.7 * min(1, age / 540)
    if day.weekday >= 5 { level *= 0.28 }
    if isHoliday(day) { level *= 0.4 }
    if day.components.month == 8 { level *= 0.7 }
    if burst.contains(day) { level *= 2 }
    if slump.contains(day) { level *= 0.45 }
    return level
  }

  /// The days around Christmas and New Year.
  private func isHoliday(_ day: Day) -> Bool {
    let (_, month, date) = day.components
    return month == 12 && date >= 23 || month == 1 && date == 1
  }

  /// A moment of `day` at which somebody begins something.
  func moment(of day: Day, _ random: inout SplitMix64) -> Timestamp {
    let hours = random.chance(0.85) ? 7 + random.fraction() * 14 : random.fraction() * 24
    return day.start.advanced(bySeconds: Int(hours * 3_600))
  }

  /// When somebody gets round to what waits since `instant`; nights and weekends come on top of
  /// the median.
  func reply(
    since instant: Timestamp,
    medianHours: Double,
    _ random: inout SplitMix64
  ) -> Timestamp {
    let wait = max(60, Int(random.wait(median: medianHours) * 3_600))
    return atWork(instant.advanced(bySeconds: wait), &random)
  }

  /// As `reply`, of a maintainer: most of what falls into the slump waits until it is over.
  func review(
    since instant: Timestamp,
    medianHours: Double,
    _ random: inout SplitMix64
  ) -> Timestamp {
    let planned = reply(since: instant, medianHours: medianHours, &random)
    guard slump.contains(planned.day), random.chance(0.88) else { return planned }
    return reply(since: slump.upperBound.start, medianHours: 170, &random)
  }

  /// The instant itself, or the next morning of a working day after it.
  private func atWork(_ instant: Timestamp, _ random: inout SplitMix64) -> Timestamp {
    let hour = instant.secondOfDay / 3_600
    var day = instant.day
    if hour >= 21, random.chance(0.85) { day = day.advanced(by: 1) }
    if day.weekday >= 5, random.chance(0.8) { day = day.advanced(by: 7 - day.weekday) }
    if isHoliday(day), random.chance(0.8) { day = day.advanced(by: 10 + random.below(5)) }
    if day == instant.day, hour >= 7 || random.chance(0.15) { return instant }
    return day.start.advanced(bySeconds: 7 * 3_600 + random.below(5 * 3_600))
  }
}
