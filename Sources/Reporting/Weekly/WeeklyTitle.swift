import Model

/// The title of a weekly issue.
enum WeeklyTitle {
  /// GitHub shows longer ones cut.
  private static let limit = 80

  /// As in `Weekly health, 7–13 June 2021: healthy, rising (75)`.
  static func text(_ input: ReportInput, _ weekly: WeeklyEdition, _ verdict: Verdict) -> String {
    guard weekly.isFirstReading(on: input.date) else {
      let start = "Weekly health, \(days(of: weekly.week)): "
      let title = start + verdict.shortState
      return title.count > limit ? start + verdict.shortState.withoutDirection : title
    }
    let rest = ", first reading: \(verdict.heading.lowercasedFirst.withoutState)"
    let title = "Health of \(input.repository.name.name)\(rest)"
    return title.count > limit ? "Health\(rest)" : title
  }

  /// `7–13 June 2021`, `28 June – 4 July 2021`, `28 December 2020 – 3 January 2021`.
  static func days(of week: Week) -> String {
    let (from, to) = (week.monday.components, week.sunday.components)
    let end = DateText.dayAndYear(week.sunday)
    if from.year != to.year { return "\(DateText.dayAndYear(week.monday)) – \(end)" }
    if from.month != to.month { return "\(DateText.day(week.monday)) – \(end)" }
    return "\(from.day)–\(end)"
  }
}

extension String {
  /// The state and the number of `healthy, heading for thriving (82)`.
  fileprivate var withoutDirection: String {
    guard let comma = firstIndex(of: ","), let number = lastIndex(of: "(") else { return self }
    return "\(self[..<comma]) \(self[number...])"
  }

  /// What stands behind the colon, where there is one.
  fileprivate var withoutState: Substring {
    firstRange(of: ": ").map { self[$0.upperBound...] } ?? self[...]
  }
}
