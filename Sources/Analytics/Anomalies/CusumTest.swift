/// Whether small surprises add up in one direction (cumulative sums after Page).
///
/// A surprise is measured on the square-root scale against the expectation of a week ago, so that
/// the change itself has not yet moved it.
struct CusumTest: Hashable, Sendable {
  private var up = 0.0
  private var down = 0.0

  mutating func advance(_ count: Double, against expectation: Expectation?) -> TestResult? {
    guard let expectation else { return decayed() }
    let difference = (count + 0.375).squareRoot() - (expectation.mean + 0.375).squareRoot()
    let surprise = 2 * difference / expectation.dispersion.squareRoot()
    let clipped = max(-4, min(4, surprise))
    up = min(Self.most, max(0, up + clipped - Self.slack))
    down = min(Self.most, max(0, down - clipped - Self.slack))
    guard max(up, down) > 0 else { return nil }
    return TestResult(
      test: .cusum,
      direction: up >= down ? .up : .down,
      score: max(up, down),
      observed: count,
      expected: expectation.mean,
      dispersion: expectation.dispersion
    )
  }

  /// Without an expectation there is no surprise.
  private mutating func decayed() -> TestResult? {
    up = max(0, up - Self.slack)
    down = max(0, down - Self.slack)
    return nil
  }

  private static let slack = 0.5
  private static let most = 20.0
}
