package import Analytics
package import Model

/// How a fall of the score ended: it came back, or it settled at a new level.
package struct HealthDropEnding: Hashable, Sendable {
  /// The score as it is shown, on the day on which the alert fired; nil where it is unknown.
  private let then: Int?
  /// The same, on the day of the ending.
  private let now: Int?
  /// The level before the fall, as it is shown; nil where it is unknown.
  private let before: Int?
  private let date: Day
  /// Whether the score is near its level before the fall.
  private let isBack: Bool

  /// - Parameters:
  ///   - told: The fall as the alert fired for it; nil where it is unknown.
  ///   - week: The falls of the last seven days.
  ///   - then: The score of the day on which the alert fired.
  ///   - now: The score of the day of the ending.
  ///   - date: The day of the ending.
  package init(
    of told: HealthDrop?,
    in week: [HealthDrop],
    then: Double?,
    now: Double?,
    on date: Day
  ) {
    self.then = then.map(NumberText.score)
    self.now = now.map(NumberText.score)
    self.before = told.map { NumberText.score($0.before) }
    self.date = date
    isBack = told.map { told in !week.isEmpty && week.allSatisfy { $0.isNear(told) } } ?? false
  }

  /// A short sentence, after so many days.
  package func heading(after days: Int) -> String {
    "\(isBack ? "Recovered" : "Over") after \(CountText.of(days, "day"))."
  }

  /// Where the score stands, and where it stood before.
  package var sentence: String {
    guard let now else { return "The score has kept its level for a week." }
    guard isBack, let before else {
      let fall = before.map { "; before the fall it was \($0)" } ?? ""
      return "The score is \(now) and has kept its level for a week\(fall)."
    }
    let since = DateText.day(date.advanced(by: -6))
    let near = "has been near its level before the fall, \(before), since \(since)"
    guard let then, then < now else { return "The score is \(now) and \(near)." }
    return "The score is \(now)\(now > before ? "" : " again"), up from \(then), and \(near)."
  }
}
