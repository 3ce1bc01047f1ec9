package import Model

/// The section `alerts`: what is worth an issue.
package struct AlertSettings: Sendable {
  package var healthDrop = HealthDropSettings()
  package var sensitivity = AnomalySensitivity.normal
  /// Issues that one run may open.
  package var maxNewPerRun = 5
  /// Days, both ends included, on which less is expected.
  package var holidays: [ClosedRange<Day>] = []
  /// A person's label that silences the issue until it worsens.
  package var snoozeLabel = "vitals:snooze"

  package init() {}
}

/// When a fall of the health score becomes an alert.
package struct HealthDropSettings: Hashable, Sendable {
  /// Points of the score.
  package var points = 10.0
  /// Days in a row on which the score must be that much lower.
  package var confirmDays = 5
  package var cooldownDays = 14

  package init() {}
}

/// How far from what is expected an anomaly must be.
package enum AnomalySensitivity: String, CaseIterable, Hashable, Sendable {
  case low
  case normal
  case high
}
