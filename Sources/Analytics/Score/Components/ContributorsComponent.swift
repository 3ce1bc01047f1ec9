import Model

extension Analysis {
  /// How many people are active compared with before, and how many of the regular ones stay.
  func contributorsReading(_ counts: ScoreCounts, at cutoff: Cutoff) -> ComponentReading {
    let reach = streams.activity
    let names = [
      "active_30d", "active_baseline", "repeat_contributors", "repeat_seen", "retention",
    ]
    if let reason = unknownReason(reach, at: cutoff) { return .unknown(reason, inputs: names) }
    let active = counts.people.now
    let baseline = Baseline(counts.people, at: cutoff, from: start(of: reach))
    let (people, seen) = counts.regulars
    let retention = Double(seen + 4) / (Double(people) + 8.5)
    let values: [Double?] = [
      Double(active), baseline?.mean, Double(people), Double(seen), retention,
    ]
    return ComponentReading(
      inputs: zip(names, values).map { .init($0, $1) },
      result: contributorsResult(active, baseline, people, retention, at: cutoff)
    )
  }

  private func contributorsResult(
    _ active: Int,
    _ baseline: Baseline?,
    _ people: Int,
    _ retention: Double,
    at cutoff: Cutoff
  ) -> ComponentReading.Result {
    guard let baseline, age(at: cutoff, of: streams.activity) >= 60 else {
      return .unknown(Self.tooYoung)
    }
    guard Double(active) + baseline.mean > 0 else {
      return .unknown("nobody was active in the windows that are compared")
    }
    let ratio = GrowthRatio(Double(active), over: baseline)
    let slope = retention < 0.47 ? 149.0 : 130
    let variance =
      0.25 * ratio.slope * ratio.slope * ratio.variance
      + 0.25 * slope * slope * retention * (1 - retention) / (Double(people) + 9.5)
    return .known(
      score: 0.5 * ratio.trend + 0.5 * Self.retentionPoints(retention),
      standardError: variance.squareRoot(),
      events: Double(active) + baseline.mean,
      streams.activity.knowledge(of: cutoff.last(120))
    )
  }

  private static let retentionPoints = PiecewiseLinear([(0, 0), (0.47, 70), (0.70, 100), (1, 100)])
}
