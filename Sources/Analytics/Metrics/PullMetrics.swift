import Model

extension Analysis {
  /// Everything the catalogue says of pull requests.
  func pullMetrics(at cutoff: Cutoff) -> [MetricValue] {
    openPullMetrics(at: cutoff) + pullFlowMetrics(at: cutoff) + pullDurationMetrics(at: cutoff)
  }

  private func openPullMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let known = streams[.pulls].knowledge(ofAllBefore: cutoff)
    let open = openPulls(at: cutoff)
    let limit = cutoff.last(7).start
    let waiting = open.count {
      !$0.isDraft && $0.firstReview >= cutoff.seconds && $0.created < limit
    }
    return [
      MetricValue(.pullsOpen, count: open.count, known),
      MetricValue(.waitingReview, count: waiting, known),
    ]
  }

  private func pullFlowMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let (month, quarter) = (cutoff.last(30), cutoff.last(90))
    let known = streams[.pulls].knowledge(of: month)
    let merged = merges(in: quarter).count
    let resolved = merged + rejections.count(in: quarter)
    let share = resolved == 0 ? nil : Double(merged) / Double(resolved)
    return [
      MetricValue(.pullsOpened, count: pullsCreated(in: month).count, known),
      MetricValue(.pullsMerged, count: merges(in: month).count, known),
      MetricValue(.pullsClosedUnmerged, count: rejections.count(in: month), known),
      MetricValue(
        .mergeShare,
        share,
        streams[.pulls].knowledge(of: quarter),
        nothing: "no pull request was merged or closed in the last 90 days"
      ),
    ]
  }

  private func pullDurationMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let quarter = cutoff.last(90)
    let known = streams[.pulls].knowledge(of: quarter)
    let merging = merges(in: quarter).map { hours(from: $0.created, to: $0.merged) }.sorted()
    let review = pullsCreated(in: quarter)
      .filter { $0.firstReview < cutoff.seconds }
      .map { hours(from: $0.created, to: $0.firstReview) }
      .sorted()
    let nothing = "no pull request was merged in the last 90 days"
    return [
      MetricValue(.timeToMergeMedian, merging.median, known, nothing: nothing),
      MetricValue(.timeToMergeP90, merging.quantile(0.9), known, nothing: nothing),
      MetricValue(
        .firstReviewMedian,
        review.median,
        known,
        nothing: "no pull request of the last 90 days has a first review"
      ),
    ]
  }

  /// Pull requests that were opened in the window, from the stream's horizon on.
  func pullsCreated(in window: Window) -> ArraySlice<PullFacts> {
    pulls[pulls.range(in: window, from: streams[.pulls].start) { $0.created }]
  }

  /// Merges of the window.
  func merges(in window: Window) -> ArraySlice<(merged: Int, created: Int)> {
    merges[merges.range(in: window) { $0.merged }]
  }

  /// Pull requests that are open at the cutoff, drafts too, however old.
  func openPulls(at cutoff: Cutoff) -> [PullFacts] {
    pulls.prefix { $0.created < cutoff.seconds }.filter { $0.resolved >= cutoff.seconds }
  }
}
