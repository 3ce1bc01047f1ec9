/// What is to be expected of the next day, from the days of a window before it.
struct Expectation: Hashable, Sendable {
  let mean: Double
  /// The mean without the pattern of the week.
  let level: Double
  /// How many times more than Poisson's the days spread around it, at least 1; every day as it was,
  /// for a series that bursts now and then is known to burst.
  let dispersion: Double
}

/// The newest days of a series, and what they let expect.
///
/// A day costs the same whatever the history: the values are kept in their order and by size.
struct BaselineWindow: Hashable, Sendable {
  private let days: Int
  private let recentDays: Int
  /// As they count.
  private var values: RecentValues
  /// As they were.
  private var observed: RecentValues
  /// The known values of the window, ascending.
  private var sorted: [Double] = []

  /// - Parameters:
  ///   - days: The length of the window.
  ///   - recentDays: The newest of them count most for the level.
  init(days: Int, recentDays: Int) {
    (self.days, self.recentDays) = (days, recentDays)
    values = RecentValues(capacity: days)
    observed = RecentValues(capacity: days)
    sorted.reserveCapacity(days + 1)
  }

  /// - Parameters:
  ///   - value: What the day counts as; nil leaves it out.
  ///   - observed: What it was.
  mutating func append(_ value: Double?, observed: Double?) {
    let window = values.last(days)
    if window.count == days, let oldest = window.first.flatMap(\.self) {
      sorted.remove(at: position(of: oldest))
    }
    values.append(value)
    self.observed.append(observed)
    if let value { sorted.insert(value, at: position(of: value)) }
  }

  private func position(of value: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The expectation of the day after the window; nil with fewer than ``fewest`` known days.
  ///
  /// Where no dispersion is wanted it is 1.
  func expectation(isDispersed: Bool = true) -> Expectation? {
    guard sorted.count >= Self.fewest, let high = sorted.quantile(0.95), let median = sorted.median
    else { return nil }
    let window = values.last(days)
    let sums = WeekdaySums(window, recentDays: recentDays, cap: max(high, median + 1))
    guard let pattern = WeekdayPattern(sums) else {
      return Expectation(mean: 0, level: 0, dispersion: 1)
    }
    let level = 0.7 * pattern.recent + 0.3 * pattern.mean
    let middle = (level + pattern.mean) / 2
    let factors = pattern.factors
    return Expectation(
      mean: level * factors[0],
      level: level,
      dispersion: isDispersed ? Self.dispersion(observed.last(days), around: middle, factors) : 1
    )
  }

  /// Squared errors by expectation, the most extreme 2.5 % cut.
  private static func dispersion(
    _ window: ArraySlice<Double?>,
    around level: Double,
    _ factors: [Double]
  ) -> Double {
    let expected = factors.map { max(level, 0.05) * $0 }
    var squares: [Double] = []
    squares.reserveCapacity(window.count)
    var weekday = WeekdaySums.first(of: window)
    for value in window {
      if let value {
        let error = value - expected[weekday]
        squares.append(error * error / expected[weekday])
      }
      weekday = weekday == 6 ? 0 : weekday + 1
    }
    return max(1, squares.cappedMean(at: 0.975))
  }

  /// Days.
  static let fewest = 21
}

/// Sums of a window by weekday; weekday 0 is that of the day after it.
private struct WeekdaySums {
  var all = [Double](repeating: 0, count: 7)
  var counts = [Double](repeating: 0, count: 7)
  var recent = [Double](repeating: 0, count: 7)
  var recentCount = 0.0

  /// Values above `cap` count as that.
  init(_ window: ArraySlice<Double?>, recentDays: Int, cap: Double) {
    var weekday = Self.first(of: window)
    let recentStart = window.endIndex - recentDays
    for index in window.indices {
      if let value = window[index] {
        let capped = min(value, cap)
        all[weekday] += capped
        counts[weekday] += 1
        if index >= recentStart {
          recent[weekday] += capped
          recentCount += 1
        }
      }
      weekday = weekday == 6 ? 0 : weekday + 1
    }
  }

  /// The weekday of the window's first day.
  static func first(of window: ArraySlice<Double?>) -> Int {
    (7 - window.count % 7) % 7
  }
}

/// The pattern of the week in a window, and the mean count without it.
private struct WeekdayPattern {
  let factors: [Double]
  /// Of all days, and of the recent ones.
  let mean: Double
  let recent: Double

  /// Nil where nothing happened.
  init?(_ sums: WeekdaySums) {
    let count = sums.counts.reduce(0, +)
    let plain = sums.all.reduce(0, +) / count
    guard plain > 0 else { return nil }
    let raw = zip(sums.all, sums.counts)
      .map { ($0 + WeekdayIndex.prior) / ($1 * plain + WeekdayIndex.prior) }
    let scale = 7 / raw.reduce(0, +)
    let factors = raw.map { $0 * scale }
    func sum(_ sums: [Double]) -> Double { zip(sums, factors).reduce(0) { $0 + $1.0 / $1.1 } }
    self.factors = factors
    mean = sum(sums.all) / count
    recent = sums.recentCount > 0 ? sum(sums.recent) / sums.recentCount : mean
  }
}
