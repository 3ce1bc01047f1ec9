package import Model

/// The alerts that unusual days of a repository's series raised, from its creation on.
package struct AnomalyWatch: Hashable, Sendable {
  /// In the order in which they fired; those of missing data are left to the collection.
  package private(set) var alerts: [AnomalyAlert] = []
  /// Ratios of the last seven known days of each series, oldest first.
  private var ratios: [String: [Double]] = [:]

  /// Whether a series has been ordinary for seven days, as it must be for an alert to end.
  package func isQuiet(_ metric: String) -> Bool {
    let recent = ratios[metric] ?? []
    return recent.count == Self.quietDays && recent.allSatisfy { $0 < Self.quietRatio }
  }

  private static let (quietDays, quietRatio) = (7, 0.7)
}

extension Analysis {
  /// Looks at every day of every series up to `date`.
  ///
  /// - Parameters:
  ///   - date: The data date.
  ///   - rules: When a test's result is worth telling.
  ///   - health: Alerts of the score, which tell of the shifts behind them for 14 days.
  /// - Returns: The alerts, and what the last days were like.
  package func anomalyWatch(
    upTo date: Day,
    rules: AnomalyRules,
    besides health: [(fired: Day, parts: [ComponentID])] = []
  ) -> AnomalyWatch {
    var watch = AnomalyWatch()
    let first = Day(at: creation)
    guard first <= date else { return watch }
    let series = SeriesID.allCases.map { id in
      (id: id.rawValue, points: self.series(id, from: first, to: date))
    }
    var detectors = series.map { _ in AnomalyDetector(from: first, rules: rules) }
    var alerts = AnomalyAlerts()
    for day in first...date {
      let index = day.number - first.number
      var readings: [(metric: String, reading: AnomalyReading)] = []
      for (place, row) in series.enumerated() {
        readings.append((row.id, detectors[place].advance(row.points[index].value)))
      }
      let silenced = health.filter { (0...14).contains(day.number - $0.fired.number) }
        .flatMap(\.parts).flatMap(\.series)
      watch.take(alerts.advance(readings, on: day, silenced: Set(silenced)))
      watch.note(readings)
    }
    return watch
  }
}

extension AnomalyWatch {
  fileprivate mutating func take(_ events: [AnomalyAlertEvent]) {
    for event in events where event.alert.subject != .noData {
      switch event.change {
      case .fired: alerts.append(event.alert)
      case .worsened, .cleared:
        let last = alerts.lastIndex {
          $0.subject == event.alert.subject && $0.fired == event.alert.fired
        }
        if let last { alerts[last] = event.alert }
      }
    }
  }

  fileprivate mutating func note(_ readings: [(metric: String, reading: AnomalyReading)]) {
    for (metric, reading) in readings where reading.isKnown {
      ratios[metric] = Array(((ratios[metric] ?? []) + [reading.ratio]).suffix(Self.quietDays))
    }
  }
}

extension ComponentID {
  /// The series whose shifts are behind a change of the part.
  fileprivate var series: [String] {
    let series: [SeriesID] =
      switch self {
      case .contributors: [.contributors, .commits]
      case .throughput: [.pullsOpened, .pullsMerged]
      case .velocity: [.pullsMerged, .reviews]
      case .freshness: [.issuesOpened, .issuesClosed]
      case .forks: [.forks]
      }
    return series.map(\.rawValue)
  }
}
