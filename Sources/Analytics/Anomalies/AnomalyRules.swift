package import Model

/// When a test's result is worth telling.
package struct AnomalyRules: Hashable, Sendable {
  package var sensitivity: Sensitivity
  /// Days on which less is expected, besides 20 December to 3 January.
  package var holidays: [ClosedRange<Day>]
  /// Days on which releases were published, ascending.
  package var releases: [Day]

  /// How far above its threshold a test must be.
  package enum Sensitivity: String, CaseIterable, Hashable, Sendable {
    case low
    case normal
    case high

    var ratio: Double {
      switch self {
      case .low: 1.4
      case .normal: 1.1
      case .high: 0.9
      }
    }
  }

  package init(
    sensitivity: Sensitivity = .normal,
    holidays: [ClosedRange<Day>] = [],
    releases: [Day] = []
  ) {
    (self.sensitivity, self.holidays) = (sensitivity, holidays)
    self.releases = releases.sorted()
  }

  /// The ratio from which a test fires.
  func ratio(_ direction: AnomalyFinding.Direction, on day: Day) -> Double {
    direction == .down && isHoliday(day) ? max(2, sensitivity.ratio) : sensitivity.ratio
  }

  /// Whether a release was published on the day or in the three before it.
  func isAfterRelease(_ day: Day) -> Bool {
    let next = releases.sortedIndex(from: day.number + 1, by: \.number)
    return next > 0 && day.number - releases[next - 1].number <= 3
  }

  private func isHoliday(_ day: Day) -> Bool {
    let (_, month, date) = day.components
    return month == 12 && date >= 20 || month == 1 && date <= 3
      || holidays.contains { $0.contains(day) }
  }
}
