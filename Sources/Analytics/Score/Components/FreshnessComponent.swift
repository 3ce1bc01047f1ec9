import Glibc
import Model

extension Analysis {
  /// How soon issues are answered or closed.
  func freshnessReading(_ counts: ScoreCounts, at cutoff: Cutoff) -> ComponentReading {
    let (reach, window) = (streams[.issues], cutoff.last(90, without: 7))
    let names = ["issues", "answered_7d", "answered_share", "median_hours", "evidence"]
    guard repository.hasIssues else { return .unknown(Self.issuesDisabled, inputs: names) }
    if let reason = unknownReason(reach, in: window, at: cutoff) {
      return .unknown(reason, inputs: names)
    }
    let (opened, answered) = counts.issues
    let share = Double(answered + 2) / Double(opened + 4)
    let estimate = counts.answerWait
    let values: [Double?] = [
      Double(opened), Double(answered), share, estimate?.median, estimate?.evidence ?? 0,
    ]
    return ComponentReading(
      inputs: zip(names, values).map { .init($0, $1) },
      result: freshnessResult(opened, share, estimate, reach.knowledge(of: window)),
      isMedianReached: estimate?.isReached ?? false
    )
  }

  private func freshnessResult(
    _ count: Int,
    _ share: Double,
    _ estimate: KaplanMeier?,
    _ knowledge: Knowledge
  ) -> ComponentReading.Result {
    guard let estimate else { return .unknown("no issue was opened between 90 and 7 days ago") }
    let speed = Self.answerPoints(estimate.shrunkLogarithm(prior: ScoreCounts.answerPrior))
    let spread = 15 * 1.25 * 2.5 / (estimate.evidence + 5).squareRoot()
    let variance =
      0.36 * 111 * 111 * share * (1 - share) / Double(count + 5) + 0.16 * spread * spread
    return .known(
      score: 0.6 * 100 * min(1, share / 0.9) + 0.4 * speed,
      standardError: variance.squareRoot(),
      events: Double(count),
      knowledge
    )
  }

  /// From an hour to two months; 15 days is the threshold of OSS Compass.
  private static let answerPoints = PiecewiseLinear([
    (log(1), 100), (log(24), 95), (log(72), 85), (log(168), 65), (log(360), 40), (log(1_440), 0),
  ])
}
