import Model

extension Analysis {
  /// How many pull requests are merged and opened compared with before, and how many get resolved.
  func throughputReading(_ counts: ScoreCounts, at cutoff: Cutoff) -> ComponentReading {
    let reach = streams[.pulls]
    let names = [
      "merged_30d", "merged_baseline", "opened_30d", "opened_baseline", "matured",
      "matured_resolved", "closure",
    ]
    if let reason = unknownReason(reach, at: cutoff) { return .unknown(reason, inputs: names) }
    let flow = PullFlow(counts, at: cutoff, from: start(of: reach))
    let values: [Double?] = [
      Double(flow.merged), flow.mergedBefore?.mean, Double(flow.opened), flow.openedBefore?.mean,
      Double(flow.matured), Double(flow.resolved), flow.closure,
    ]
    return ComponentReading(
      inputs: zip(names, values).map { .init($0, $1) },
      result: throughputResult(flow, at: cutoff)
    )
  }

  private func throughputResult(_ flow: PullFlow, at cutoff: Cutoff) -> ComponentReading.Result {
    guard
      let mergedBefore = flow.mergedBefore, let openedBefore = flow.openedBefore,
      age(at: cutoff, of: streams[.pulls]) >= 60
    else { return .unknown(Self.tooYoung) }
    let events =
      Double(flow.opened) + openedBefore.mean + Double(flow.merged) + mergedBefore.mean
    guard events > 0 else {
      return .unknown("no pull request was opened or merged in the windows that are compared")
    }
    let merging = GrowthRatio(Double(flow.merged), over: mergedBefore)
    let opening = GrowthRatio(Double(flow.opened), over: openedBefore)
    let (closure, matured) = (flow.closure, Double(flow.matured))
    let (mergingSlope, openingSlope) = (0.4 * merging.slope, 0.2 * opening.slope)
    let spread = max(0.02, closure * (1 - closure)) / (matured + 6)
    let variance =
      mergingSlope * mergingSlope * merging.variance
      + openingSlope * openingSlope * opening.variance + 0.16 * 105 * 105 * spread
    return .known(
      score: 0.4 * merging.trend + 0.2 * opening.trend + 0.4 * 100 * min(1, closure / 0.95),
      standardError: variance.squareRoot(),
      events: events / 2 + matured / 6,
      streams[.pulls].knowledge(of: cutoff.last(120))
    )
  }
}

/// The counts that pull-request throughput is made of.
private struct PullFlow {
  let merged: Int
  let mergedBefore: Baseline?
  let opened: Int
  let openedBefore: Baseline?
  /// Pull requests that are at least two weeks old.
  let matured: Int
  /// Those of them that were merged or closed by the cutoff.
  let resolved: Int

  init(_ counts: ScoreCounts, at cutoff: Cutoff, from start: Int) {
    merged = counts.merged.now
    mergedBefore = Baseline(counts.merged, at: cutoff, from: start)
    opened = counts.opened.now
    openedBefore = Baseline(counts.opened, at: cutoff, from: start)
    (matured, resolved) = counts.matured
  }

  /// The share that is resolved, drawn towards 80 % with the weight of five.
  var closure: Double { Double(resolved + 4) / Double(matured + 5) }
}
