package import Model

/// Trouble that daily runs met in a row; the third in a row is worth an alert.
package struct TroubleStreak: Hashable, Sendable {
  /// One run that met it.
  package struct Run: Hashable, Sendable {
    /// The data date.
    package var day: Day
    package var at: Timestamp
    /// Nil outside GitHub Actions.
    package var number: Int?
    package var url: String?
    /// What GitHub said.
    package var answer: String

    package init(day: Day, at: Timestamp, number: Int?, url: String?, answer: String) {
      (self.day, self.at) = (day, at)
      (self.number, self.url, self.answer) = (number, url, answer)
    }
  }

  /// The data date of the first run.
  package let began: Day
  /// The data date of the run that made it an alert; nil before that.
  package private(set) var fired: Day?
  /// The first of each day, the newest last.
  package private(set) var runs: [Run]

  package init(_ run: Run) {
    (began, runs) = (run.day, [run])
  }

  /// A streak as it was kept.
  package init(began: Day, fired: Day?, runs: [Run]) {
    (self.began, self.fired, self.runs) = (began, fired, runs)
  }

  /// Takes the next run that met it; of several of one day the first counts.
  package mutating func add(_ run: Run) {
    guard run.day > runs.last?.day ?? began.advanced(by: -1) else { return }
    runs.append(run)
    if fired == nil, runs.count >= Self.runsToFire { fired = run.day }
    runs.removeFirst(max(0, runs.count - Self.mostRuns))
  }

  private static let runsToFire = 3
  /// Older ones are forgotten.
  private static let mostRuns = 10
}
