import Glibc
import Model

extension Analysis {
  /// How long pull requests wait for their merge, the open ones included.
  func velocityReading(_ counts: ScoreCounts, at cutoff: Cutoff) -> ComponentReading {
    let (reach, window) = (streams[.pulls], cutoff.last(90))
    let names = ["median_hours", "evidence", "merged_90d", "open_90d"]
    if let reason = unknownReason(reach, in: window, at: cutoff) {
      return .unknown(reason, inputs: names)
    }
    let estimate = counts.mergeWait
    let values: [Double?] = [
      estimate?.median, estimate?.evidence ?? 0, Double(counts.quarter.merged),
      Double(counts.quarter.open),
    ]
    return ComponentReading(
      inputs: zip(names, values).map { .init($0, $1) },
      result: velocityResult(estimate, reach.knowledge(of: window)),
      isMedianReached: estimate?.isReached ?? false
    )
  }

  private func velocityResult(
    _ estimate: KaplanMeier?,
    _ knowledge: Knowledge
  ) -> ComponentReading.Result {
    guard let estimate else {
      return .unknown("no pull request of the last 90 days is merged or waits for review")
    }
    let logarithm = estimate.shrunkLogarithm(prior: ScoreCounts.mergePrior)
    let steepness =
      abs(Self.mergePoints(logarithm + 0.05) - Self.mergePoints(logarithm - 0.05)) / 0.1
    return .known(
      score: Self.mergePoints(logarithm),
      standardError: steepness * 1.25 * 2.5 / (estimate.evidence + 5).squareRoot(),
      events: estimate.evidence,
      knowledge
    )
  }

  /// DORA's bands for the time to a change: an hour, a day, a week, a month, six months.
  private static let mergePoints = PiecewiseLinear([
    (log(1), 100), (log(24), 95), (log(168), 75), (log(730), 40), (log(4_380), 0),
  ])
}
