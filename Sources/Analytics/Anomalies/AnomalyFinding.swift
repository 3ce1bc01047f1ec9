package import Model

/// A day on which a series was unlike what was to be expected.
package struct AnomalyFinding: Hashable, Sendable {
  package let day: Day
  package let kind: Kind
  package let direction: Direction
  /// The test's score by its threshold.
  package let ratio: Double
  package let severity: Severity
  package let test: AnomalyTest
  /// The count of the day; of a sum test, that of its 7 or 14 days.
  package let observed: Double
  /// What was expected of the same days.
  package let expected: Double
  /// Where 95 % of the cases were expected.
  package let range: ClosedRange<Double>
  package let votes: PlainVotes
  /// Whether a release was published on the day or in the three before, and may be why.
  package let isAfterRelease: Bool

  /// What it looks like.
  package enum Kind: String, Hashable, Sendable {
    case spike
    case drop
    /// Days that are only together more, or less, than usual.
    case shift
    case stopped
  }

  package enum Direction: String, Hashable, Sendable {
    case up
    case down
  }

  package enum Severity: String, Hashable, Sendable, Comparable {
    case information = "info"
    case warning
    case critical

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    /// From 0.
    var rank: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .critical: 2
      }
    }
  }
}

/// The four tests; a finding names the one with the highest ratio.
package enum AnomalyTest: String, Hashable, Sendable {
  /// How improbable the day's count is.
  case day
  /// Whether small surprises add up in one direction.
  case cusum
  /// Whether nothing has happened for too long.
  case zeroRun = "zero_run"
  /// How improbable the sum of the last 7 or 14 days is.
  case sum7 = "sum_7d"
  case sum14 = "sum_14d"

  /// The score at which the ratio is 1: what random counts without any change exceed 0.35 times a
  /// year.
  var threshold: Double {
    switch self {
    case .day: 3.7
    case .cusum: 9
    case .zeroRun: 2.35
    case .sum7, .sum14: 3.55
    }
  }
}

/// What one test says of one day.
struct TestResult: Hashable, Sendable {
  let test: AnomalyTest
  let direction: AnomalyFinding.Direction
  let score: Double
  let observed: Double
  let expected: Double
  let dispersion: Double

  var ratio: Double { score / test.threshold }
}
