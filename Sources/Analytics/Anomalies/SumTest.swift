/// How improbable the sum of the last 7 or 14 days is, against expectations from before them.
struct SumTest: Hashable, Sendable {
  private let days: Int
  private let test: AnomalyTest
  /// Squared errors of the sums by their expectation.
  private var squares: RecentValues

  init(_ test: AnomalyTest, days: Int) {
    (self.test, self.days) = (test, days)
    squares = RecentValues(capacity: Self.memory + days)
  }

  /// `counts` reach up to the day, and so do `means`, which was expected of each day on itself; `age`
  /// is how many days the series has before it.
  mutating func advance(
    counts: RecentValues,
    means: RecentValues,
    age: Int
  ) -> TestResult? {
    guard age >= days + 35 else { return nil }
    let past = squares.last(Self.memory + days).dropLast(days)
    guard counts.before(0) != nil, let sum = sum(counts, means) else {
      squares.append(nil)
      return nil
    }
    let error = sum.observed - sum.expected
    squares.append(error * error / sum.expected)
    guard age >= days + 40, abs(error) >= max(5, 0.4 * sum.expected) else { return nil }
    let known = past.compactMap(\.self)
    let isEnough = age >= days + 60 && known.count > 10
    return TailScore.result(
      test,
      sum.observed,
      mean: sum.expected,
      dispersion: isEnough ? max(1, known.cappedMean(at: 0.95)) : 3
    )
  }

  /// Over the days of which both are known; nil where these are fewer than half.
  private func sum(
    _ counts: RecentValues,
    _ means: RecentValues
  ) -> (observed: Double, expected: Double)? {
    var (observed, expected, known) = (0.0, 0.0, 0)
    for day in 0..<days {
      // What a day could expect `days` days before it, on the same day of the week.
      guard let count = counts.before(day), let mean = means.before(day + days) else { continue }
      observed += count
      expected += mean
      known += 1
    }
    return 2 * known > days ? (observed, max(expected, 0.2)) : nil
  }

  private static let memory = 112
}
