/// A level that follows a series slowly and is not dragged along by bursts.
struct SmoothedLevel: Hashable, Sendable {
  /// The share of each surprise by which the level moves.
  let rate: Double
  /// The level before each day, and the one after the last: one more than days.
  let path: [Double]

  /// The rate, of six, whose levels foretold the mean of the seven days after them best.
  ///
  /// - Parameter days: Counts without the pattern of the week, at least one, none negative.
  init(_ days: [Double]) {
    let start = Self.start(of: days)
    let spread = Self.spread(of: days)
    let trial = Trial(days)
    var best: (error: Double, rate: Double, path: [Double])?
    for rate in Self.rates {
      let path = Self.path(through: days, rate: rate, from: start, spread: spread)
      let error = trial.error(of: path)
      // A faster rate must be clearly better.
      if best.map({ error < $0.error * 0.995 }) ?? true { best = (error, rate, path) }
    }
    (rate, path) = (best?.rate ?? 0, best?.path ?? [])
  }

  /// A level that never moves.
  init(constant level: Double, rate: Double, days: Int) {
    self.rate = rate
    path = [Double](repeating: level, count: days + 1)
  }

  /// What comes next.
  var level: Double { path.last ?? 0 }

  private static let rates = [0.01, 0.02, 0.04, 0.08, 0.15, 0.3]

  /// The mean of the first four weeks, cut at their 90th percentile.
  private static func start(of days: [Double]) -> Double {
    let first = Array(days.prefix(28))
    return first.cappedMean(at: 0.9)
  }

  /// How many times wider than Poisson's the days spread around their mean, at least 1; without the
  /// most extreme twentieth of the days.
  private static func spread(of days: [Double]) -> Double {
    let mean = max(days.mean, 1e-6)
    var squares = days.map { ($0 - mean) * ($0 - mean) / mean }
    let kept = max(1, Int(0.95 * Double(days.count)))
    squares.select(kept - 1)
    return max(1, Array(squares[..<kept]).mean).squareRoot()
  }

  /// Surprises are cut at four standard deviations.
  private static func path(
    through days: [Double],
    rate: Double,
    from start: Double,
    spread: Double
  ) -> [Double] {
    var path: [Double] = []
    path.reserveCapacity(days.count + 1)
    var level = start
    path.append(level)
    for day in days {
      let most = 4 * spread * max(level, 0.02).squareRoot()
      level = max(0, level + rate * max(-most, min(most, day - level)))
      path.append(level)
    }
    return path
  }
}

/// How well levels foretell the week after them.
private struct Trial {
  private let days: [Double]
  /// The mean of the seven days from each one on, from the first that is tried.
  private let means: [Double]
  private let start: Int

  init(_ days: [Double]) {
    self.days = days
    start = CountHistory.burnIn(days.count)
    var sums = [0.0]
    for day in days { sums.append((sums.last ?? 0) + day) }
    let last = days.count - 7
    means = start <= last ? (start...last).map { (sums[$0 + 7] - sums[$0]) / 7 } : []
  }

  /// The mean squared error, errors cut at their 97th percentile; with fewer than ten weeks to try
  /// on, the mean error of the single days.
  func error(of path: [Double]) -> Double {
    guard means.count >= 10 else {
      return (start..<days.count).map { abs(days[$0] - path[$0]) }.mean
    }
    let errors = means.indices.map { abs(means[$0] - path[start + $0]) }
    let cap = errors.unsortedQuantile(0.97) ?? .infinity
    return errors.map { error in min(error, cap) * min(error, cap) }.mean
  }
}
