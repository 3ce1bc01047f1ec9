package import GitHub
package import Model

/// What is to become of the weekly issues of a repository on a day.
package struct WeeklyPlan: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    /// The week has its issue, which is left alone until the next week ends.
    case keep(number: Int, url: String)
    /// The issue of `week` is to show the report of `date`, whether it is there already or not.
    case post(Week, date: Day)
  }

  package var step: Step
  /// The newest issue of an earlier week than the one to post.
  package var previous: WeeklyIssue?
  /// Open issues of earlier weeks than the newest.
  package var stale: [OwnIssue]
}

/// An issue of the tool that stands for a week.
package struct WeeklyIssue: Hashable, Sendable {
  package var week: Week
  package var number: Int
  package var url: String
  /// As GitHub lists it; nil for one that the store remembers and the list lacks.
  package var listed: OwnIssue?

  /// An issue that the store remembers.
  package init(week: Week, number: Int, url: String) {
    (self.week, self.number, self.url) = (week, number, url)
  }

  /// What an issue of a week is about; the raw value stands in its marker.
  package enum Kind: String, Hashable, Sendable {
    /// One repository.
    case health = "weekly"
    /// Many, in the repository that keeps the issue.
    case portfolio
  }

  /// Nil for an issue that stands for no week, or is of another kind.
  init?(_ issue: OwnIssue, of kind: Kind) {
    guard
      let marker = OwnMarker(in: issue.body), marker.kind == kind.rawValue,
      let week = marker.attributes["week"].flatMap({ Week($0) })
    else { return nil }
    (self.week, number, url, listed) = (week, issue.number, issue.url, issue)
  }

  /// Carried beside the tool's own labels.
  package static let label = "weekly"

  /// Whether it shows a first reading, made before its week was over.
  var isProvisional: Bool {
    guard let listed, listed.isOpen else { return false }
    return OwnMarker(in: listed.body)?.attributes["first"] == "true"
  }
}

extension WeeklyPlan {
  /// Derives the plan from what GitHub shows and what the store remembers.
  ///
  /// A week's issue is posted when its Sunday is reached. The first issue of all does not wait: it
  /// is that of the week under way, and shows the whole week once that is over, under the title of
  /// the first reading. A week without a run is passed over. An issue that a person closed or deleted counts as posted.
  ///
  /// - Parameters:
  ///   - date: The data date.
  ///   - issues: The issues under the tool's label.
  ///   - remembered: The weekly issues of the kind that the store knows.
  ///   - kind: What the issues are about; others are passed over.
  package init(
    on date: Day,
    among issues: [OwnIssue],
    remembered: [WeeklyIssue],
    of kind: WeeklyIssue.Kind = .health
  ) {
    let numbers = Set(remembered.map(\.number))
    let listed = issues.filter { $0.isByViewer || numbers.contains($0.number) }
      .compactMap { WeeklyIssue($0, of: kind) }
      .sorted { $0.number < $1.number }
    let known = Self.oneAWeek(listed + remembered)
    let ended = Week(endedBy: date)
    guard let newest = known.last else {
      self.init(step: .post(Week(containing: date), date: date), previous: nil, stale: [])
      return
    }
    let isDue = newest.week < ended || newest.week == ended && newest.isProvisional
    let current = isDue ? ended : newest.week
    self.init(
      step: isDue
        ? .post(ended, date: ended.sunday) : .keep(number: newest.number, url: newest.url),
      previous: known.last { $0.week < current },
      stale: listed.filter { $0.week < current }.compactMap(\.listed).filter(\.isOpen)
    )
  }

  /// The first of each week, by week.
  private static func oneAWeek(_ issues: [WeeklyIssue]) -> [WeeklyIssue] {
    Dictionary(issues.map { ($0.week, $0) }) { first, _ in first }.values
      .sorted { $0.week < $1.week }
  }
}
