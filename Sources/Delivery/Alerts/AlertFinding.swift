import Glibc
package import Model

/// A condition that is worth an alert, as of a data date; any kind of rule may produce it.
package struct AlertFinding: Hashable, Sendable {
  package var subject: AlertSubject
  /// The first day of what led to it.
  package var since: Day
  /// The data date on which it fired.
  package var fired: Day
  /// The data date on which it was over; nil while it holds.
  package var cleared: Day?
  package var severity: AlertSeverity
  /// How bad it is, in the kind's own unit.
  package var magnitude: Double
  /// By how much the magnitude must grow to be told again.
  package var step: Double
  /// The count that was expected; what is about the whole repository has none of its own and
  /// counts as a busy series.
  package var expected: Double
  /// Whether it began before the installation and is gone, though its rule still waits for that to
  /// last; such a one is not opened, for there is nothing left to do.
  package var isPast = false

  package init(
    _ subject: AlertSubject,
    since: Day,
    fired: Day,
    cleared: Day? = nil,
    severity: AlertSeverity,
    magnitude: Double = 0,
    step: Double = .infinity,
    expected: Double = 100
  ) {
    (self.subject, self.since, self.fired) = (subject, since, fired)
    (self.cleared, self.severity) = (cleared, severity)
    (self.magnitude, self.step, self.expected) = (magnitude, step, expected)
  }

  /// Whether it has become worse than what was told.
  package func isWorse(than told: (severity: Int, magnitude: Double)) -> Bool {
    severity.rawValue > told.severity || magnitude >= told.magnitude + step
  }

  /// Orders findings when not all can be told at once: the largest first.
  var weight: Double {
    Double(severity.rawValue + 1) * log(1 + max(0, expected))
  }
}
