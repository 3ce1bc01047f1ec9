import Analytics

/// How many points one part gained or lost between two readings.
struct Movement {
  var component: ComponentReading
  /// Unrounded; negative for a loss.
  var points: Double

  /// The movements of the parts that had data both times, largest first, chance last.
  static func all(from before: ScoreReading?, to now: ScoreReading) -> [Movement] {
    now.known
      .compactMap { component in
        guard let points = component.points,
          let earlier = before?.component(component.id)?.points
        else { return nil }
        return Movement(component: component, points: points - earlier)
      }
      .sorted { left, right in
        if left.isChance != right.isChance { return right.isChance }
        return abs(left.points) > abs(right.points)
      }
  }

  /// True where counts of 0 to 3 made the difference.
  var isChance: Bool {
    let names: (now: String, baseline: String)
    switch component.id {
    case .throughput: names = ("merged_30d", "merged_baseline")
    case .forks: names = ("forks_30d", "forks_baseline")
    case .contributors, .velocity, .freshness: return false
    }
    guard let now = component[names.now], let mean = component[names.baseline] else {
      return false
    }
    return now <= 3 && mean * Double(component.baselineDays) / 30 <= 3.5
  }
}

/// Where a score is going.
enum Direction {
  case rising
  case steady
  case falling

  /// A change of this size is more than chance.
  static let threshold = 5.0

  /// By the last week, else by the last four; nil where neither is known.
  static func of(_ input: ReportInput) -> (direction: Direction, since: ScoreReading?)? {
    guard let now = input.score.value else { return nil }
    let readings = [input.weekAgo, input.fourWeeksAgo].compactMap(\.self)
      .filter { $0.value != nil }
    guard !readings.isEmpty else { return nil }
    for reading in readings {
      guard let before = reading.value, abs(now - before) >= threshold else { continue }
      return (now > before ? .rising : .falling, reading)
    }
    return (.steady, readings.last)
  }
}
