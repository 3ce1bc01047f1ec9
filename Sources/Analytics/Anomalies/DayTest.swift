/// How improbable the count of a day is: −log₁₀ of the negative-binomial tail.
enum DayTest {
  /// Nil where the day is not at least 3, and half its expectation, away from it.
  static func result(_ count: Double, against expectation: Expectation) -> TestResult? {
    let mean = expectation.mean
    guard abs(count - mean) >= max(3, 0.5 * mean) else { return nil }
    return TailScore.result(.day, count, mean: mean, dispersion: expectation.dispersion)
  }
}

/// The tail of a count or a sum on its more improbable side.
enum TailScore {
  static func result(
    _ test: AnomalyTest,
    _ observed: Double,
    mean: Double,
    dispersion: Double
  ) -> TestResult {
    let floor = max(mean, 0.02)
    let distribution = CountDistribution(mean: floor, variance: floor * max(dispersion, 1.02))
    let isUp = observed > mean
    return TestResult(
      test: test,
      direction: isUp ? .up : .down,
      score: isUp ? distribution.upperTail(observed) : distribution.lowerTail(observed),
      observed: observed,
      expected: mean,
      dispersion: dispersion
    )
  }
}
