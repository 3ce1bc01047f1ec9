package import Model

/// The health of a repository day by day, with the alerts that its falls raised.
package struct HealthHistory: Hashable, Sendable {
  /// From the first day asked for, one after the other.
  package let days: [HealthDay]
  /// Those that were firing on one of the days, in the order in which they fired.
  package let alerts: [HealthDropAlert]
}

/// One day of a history.
package struct HealthDay: Hashable, Sendable {
  package let score: HealthScore
  /// Nil without a score, or without anything to compare it with.
  package let drop: HealthDrop?
  package let isFiring: Bool

  package var day: Day { score.day }
}

extension Analysis {
  /// The health and its alerts from one day to another; empty when `to` comes first.
  ///
  /// - Parameters:
  ///   - from: The first day to tell of; the rule watches from the creation on.
  ///   - to: The last day.
  ///   - rule: When a fall is worth an alert.
  ///   - reported: Days on which alerts were reported to have fired.
  /// - Returns: Those days, and the alerts that were firing on one of them.
  package func health(
    from: Day,
    to: Day,
    rule: HealthDropRule = HealthDropRule(),
    reported: Set<Day> = []
  ) -> HealthHistory {
    var monitor = HealthDropMonitor(rule)
    var days: [HealthDay] = []
    for score in scores(from: min(from, Day(at: creation)), to: to) {
      let drop = monitor.observe(.init(score), isReported: reported.contains(score.day))
      guard score.day >= from else { continue }
      days.append(HealthDay(score: score, drop: drop, isFiring: monitor.isFiring))
    }
    return HealthHistory(
      days: days,
      alerts: monitor.alerts.filter { $0.fired <= to && ($0.cleared ?? to) >= from }
    )
  }
}

extension HealthDropMonitor.Sample {
  /// A day of the product's own score.
  package init(_ score: HealthScore) {
    self.init(
      day: score.day,
      score: score.score,
      standardError: score.standardError,
      mayAlert: score.lifecycle == .active && score.reliability == .alerting,
      publishedBand: score.publishedBand
    )
  }
}
