import Model

extension Analysis {
  /// What GitHub showed at the reading for the day.
  func snapshotMetrics(on day: Day) -> [MetricValue] {
    let snapshot = snapshot(on: day)
    let reason = snapshotReason(on: day)
    func value(_ id: MetricID, _ count: Int?) -> MetricValue {
      MetricValue(id, count.map(Double.init), .whole, nothing: reason)
    }
    return [
      value(.starsTotal, snapshot?.stars),
      value(.forksTotal, snapshot?.forks),
      value(.watchersTotal, snapshot?.watchers),
    ]
  }

  /// Stars and forks gained in the last 30 days.
  func growthMetrics(on day: Day) -> [MetricValue] {
    let cutoff = Cutoff(endOf: day)
    let window = cutoff.last(30)
    let forksKnown = streams[.forks].knowledge(of: window)
    return [
      starsGained(on: day, in: window),
      MetricValue(.forksGained, count: forks.count(in: window), forksKnown),
    ]
  }

  /// From the star history, or else from two readings of the total.
  private func starsGained(on day: Day, in window: Window) -> MetricValue {
    let known = streams[.stars].knowledge(of: window)
    guard !known.isKnown else {
      let buckets = starDays(in: window)
      return MetricValue(.starsGained, count: buckets.reduce(0) { $0 + $1.count }, known)
    }
    guard let total = snapshot(on: day)?.stars else {
      return MetricValue(.starsGained, unknown: snapshotReason(on: day))
    }
    let from = day.advanced(by: -30)
    let first = history.snapshots.first { $0.day >= from && $0.day < day && $0.stars != nil }
    guard let first, let before = first.stars else {
      return MetricValue(.starsGained, unknown: "there is no earlier reading of the total")
    }
    let knowledge = first.day == from ? Knowledge.whole : .since(first.day.advanced(by: 1))
    return MetricValue(.starsGained, count: total - before, knowledge)
  }

  /// The star history's days within the window and the stream's reach.
  func starDays(in window: Window) -> ArraySlice<StarDay> {
    let range = history.stars.range(in: window, from: streams[.stars].start) {
      $0.day.start.seconds
    }
    return history.stars[range]
  }

  /// The reading of the day, if there was one.
  private func snapshot(on day: Day) -> Snapshot? {
    let index = history.snapshots.sortedIndex(from: day.number) { $0.day.number }
    guard index < history.snapshots.count, history.snapshots[index].day == day else { return nil }
    return history.snapshots[index]
  }

  private func snapshotReason(on day: Day) -> String {
    "the total was not read for \(day.spelledOut)"
  }
}
