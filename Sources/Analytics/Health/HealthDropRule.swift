package import Model

/// When a fall of the score is worth an alert: docs/metrics.md, section 9.
package struct HealthDropRule: Hashable, Sendable {
  /// The least fall, in points.
  package var points: Double
  /// Days running on which the score has fallen so far.
  package var confirmDays: Int
  /// Days from one firing to the next, at least.
  package var cooldownDays: Int

  package init(points: Double = 10, confirmDays: Int = 5, cooldownDays: Int = 14) {
    self.points = points
    self.confirmDays = confirmDays
    self.cooldownDays = cooldownDays
  }

  /// In points; a fall that stays below it is over.
  static let clearingPoints = 5.0
  /// For so many days running.
  static let clearingDays = 7
  /// What a fall must exceed, in standard errors, so that chance does not explain it.
  static let errors = 2.0
  /// The days of "now", up to the data date.
  static let recentDays = 7
  /// The days of "before": the 56 that end 15 days before the data date.
  static let (referenceDays, referenceDelay) = (56, 15)
}

/// A fall of the score on one day.
package struct HealthDrop: Hashable, Sendable {
  /// The median score of the 56 days that end 15 days before.
  package let before: Double
  /// The median score of the last seven days.
  package let now: Double
  /// The least fall that is no chance, and large enough.
  package let threshold: Double

  package init(before: Double, now: Double, threshold: Double) {
    (self.before, self.now, self.threshold) = (before, now, threshold)
  }

  /// How far the score has fallen; negative when it rose.
  package var points: Double { before - now }

  /// Whether the score is near its level before; seven such days in a row end an alert.
  package var isOver: Bool { points < HealthDropRule.clearingPoints }

  /// Whether the score is near the level that it fell from when an alert told of it.
  ///
  /// The level before a day moves along with the days, so that a score that stays down is over some
  /// time without being near its old level.
  package func isNear(_ told: HealthDrop) -> Bool {
    told.before - now < HealthDropRule.clearingPoints
  }

  /// Whether chance does not explain it.
  package var isSevere: Bool { points >= 2 * threshold }
}

/// An alert of a fall of the score.
package struct HealthDropAlert: Hashable, Sendable {
  package enum Severity: Hashable, Sendable, Comparable {
    case warning
    case critical
  }

  /// The first of the days running that led to it.
  package internal(set) var since: Day
  package let fired: Day
  /// Nil while it is firing.
  package internal(set) var cleared: Day?
  /// As it fired.
  package let drop: HealthDrop
  /// The worst so far.
  package internal(set) var severity: Severity
  /// The days on which it became worse, each with the fall at that day.
  package internal(set) var worsenings: [Worsening] = []

  /// A firing alert that became worse: its severity rose, or the fall grew by ten points.
  package struct Worsening: Hashable, Sendable {
    package let day: Day
    package let drop: HealthDrop
    package let severity: Severity
  }
}
