import Glibc
import Model

extension Analysis {
  /// How long pull requests wait for their merge, the open ones included.
  func velocityReading(at cutoff: Cutoff) -> ComponentReading {
    let (reach, window) = (streams[.pulls], cutoff.last(90))
    let names = ["median_hours", "evidence", "merged_90d", "open_90d"]
    if let reason = unknownReason(reach, in: window, at: cutoff) {
      return .unknown(reason, inputs: names)
    }
    let pulls = pullsCreated(in: window)
    let merged = pulls.count { $0.merged < cutoff.seconds }
    let open = pulls.count { $0.resolved >= cutoff.seconds && !$0.isDraft }
    let estimate = KaplanMeier(waits(for: pulls, at: cutoff), prior: Self.mergePrior)
    let values: [Double?] = [
      estimate?.median, estimate?.evidence ?? 0, Double(merged), Double(open),
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
    let logarithm = estimate.shrunkLogarithm(prior: Self.mergePrior)
    let steepness =
      abs(Self.mergePoints(logarithm + 0.05) - Self.mergePoints(logarithm - 0.05)) / 0.1
    return .known(
      score: Self.mergePoints(logarithm),
      standardError: steepness * 1.25 * 2.5 / (estimate.evidence + 5).squareRoot(),
      events: estimate.evidence,
      knowledge
    )
  }

  /// Merged ones have ended, open ones have not; drafts and rejected ones wait for nothing.
  private func waits(for pulls: ArraySlice<PullFacts>, at cutoff: Cutoff) -> [KaplanMeier.Wait] {
    pulls.compactMap { pull in
      if pull.merged < cutoff.seconds {
        return KaplanMeier.Wait(seconds: pull.merged - pull.created, isEnded: true)
      }
      guard pull.resolved >= cutoff.seconds, !pull.isDraft else { return nil }
      return KaplanMeier.Wait(seconds: cutoff.seconds - pull.created, isEnded: false)
    }
  }

  /// Hours.
  private static let mergePrior = 48.0
  /// DORA's bands for the time to a change: an hour, a day, a week, a month, six months.
  private static let mergePoints = PiecewiseLinear([
    (log(1), 100), (log(24), 95), (log(168), 75), (log(730), 40), (log(4_380), 0),
  ])
}
