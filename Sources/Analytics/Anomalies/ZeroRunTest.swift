import Glibc

/// Whether nothing has happened for too long: −log₁₀ of the chance of so many empty days.
///
/// Only a run longer than two days, and than 1.5 times the longest of the 180 days before it, counts.
struct ZeroRunTest: Hashable, Sendable {
  private var run = 0
  /// Of the day on which the run began; nil before there was any expectation.
  private var start: Expectation?
  private var longestBefore = 0

  /// `expectation` is that of the day, without which there is no result; `history` holds the 180
  /// days before it.
  mutating func advance(
    _ count: Double,
    expectation: Expectation?,
    history: ArraySlice<Double?>
  ) -> TestResult? {
    guard count == 0 else {
      run = 0
      return nil
    }
    run += 1
    if run == 1 {
      start = expectation
      longestBefore = ZeroRuns(history.lazy.compactMap(\.self)).longestBefore
    }
    guard let expectation, Double(run) > max(2, 1.5 * Double(longestBefore)) else { return nil }
    let dispersion = max(1.02, start?.dispersion ?? 1.5)
    let level = max(0, start?.level ?? 0)
    return TestResult(
      test: .zeroRun,
      direction: .down,
      score: Double(run) * level / (dispersion - 1) * log10(dispersion),
      observed: 0,
      expected: expectation.mean,
      dispersion: dispersion
    )
  }
}
