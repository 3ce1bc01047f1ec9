import Glibc
package import Model

/// Something unusual that people should hear of once, until it is over.
package struct AnomalyAlert: Hashable, Sendable {
  package let subject: Subject
  package let fired: Day
  /// Nil while it lasts.
  package internal(set) var cleared: Day?
  /// The worst so far.
  package internal(set) var severity: AnomalyFinding.Severity
  /// What it fired for, in the order of the metrics; empty where data is missing.
  package let causes: [Cause]
  /// When an alert of the same subject cleared that this one goes on from: less than
  /// ``AnomalyAlerts/cooldown`` days before.
  package let reopens: Day?

  package enum Subject: Hashable, Sendable {
    case metric(String)
    /// Three or more metrics that began on the same day.
    case several([String])
    /// Nothing was collected.
    case noData
  }

  package struct Cause: Hashable, Sendable {
    package let metric: String
    package let finding: AnomalyFinding
  }

  /// What to tell first when not everything can be told: larger comes first.
  package var priority: Double {
    let expected = causes.map { max($0.finding.expected, 0) }.max() ?? 0
    return Double(severity.rank + 1) * log(1 + expected)
  }
}

/// What became of an alert on a day.
package struct AnomalyAlertEvent: Hashable, Sendable {
  package let change: Change
  /// As it stands after the change.
  package let alert: AnomalyAlert

  package enum Change: String, Hashable, Sendable {
    case fired
    /// Its severity has risen.
    case worsened
    case cleared
  }
}
