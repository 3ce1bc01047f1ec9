import Glibc
import Model

extension Analysis {
  /// How many forks are made compared with before and with those that exist.
  func forkReading(_ counts: ScoreCounts, at cutoff: Cutoff) -> ComponentReading {
    let reach = streams[.forks]
    let names = ["forks_30d", "forks_baseline", "forks_before", "growth"]
    if let reason = unknownReason(reach, at: cutoff) { return .unknown(reason, inputs: names) }
    let (made, before) = (counts.forks.now, counts.forksBefore)
    let baseline = Baseline(counts.forks, at: cutoff, from: start(of: reach))
    // Per cent a month, drawn towards 1 with the weight of 60 forks.
    let growth = 100 * (Double(made) + 0.6) / Double(before + 60)
    let values: [Double?] = [Double(made), baseline?.mean, Double(before), growth]
    return ComponentReading(
      inputs: zip(names, values).map { .init($0, $1) },
      result: forkResult(made, baseline, before, growth, at: cutoff)
    )
  }

  private func forkResult(
    _ made: Int,
    _ baseline: Baseline?,
    _ before: Int,
    _ growth: Double,
    at cutoff: Cutoff
  ) -> ComponentReading.Result {
    let reach = streams[.forks]
    guard let baseline, age(at: cutoff, of: reach) >= 60 else { return .unknown(Self.tooYoung) }
    let ratio = GrowthRatio(Double(made), over: baseline)
    let steepness = 30 / (log(6) * (1 + growth))
    let perFork = 100 / Double(before + 60)
    let variance =
      0.49 * ratio.slope * ratio.slope * ratio.variance
      + steepness * steepness * perFork * perFork * (Double(made) + 0.6)
    return .known(
      score: 0.7 * ratio.trend + 0.3 * 100 * min(1, log(1 + growth) / log(6)),
      standardError: variance.squareRoot(),
      events: Double(made) + baseline.mean,
      // The forks that exist may have been made at any time.
      reach.knowledge(ofAllBefore: cutoff)
    )
  }
}
