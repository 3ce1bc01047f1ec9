/// Events of the last 30 days, and of the three windows of 30 days before them.
struct MonthlyCounts: Sendable {
  let now: Int
  /// Newest first.
  let before: [3 of Int]

  /// Counts the four windows before the cutoff.
  init(before cutoff: Cutoff, count: (Window) -> Int) {
    now = count(cutoff.last(30))
    before = [3 of Int] { count(cutoff.last(60 + 30 * $0, without: 30 + 30 * $0)) }
  }

  /// Looks the four windows up where those that end on a day are counted already.
  init(before cutoff: Cutoff, in months: DayTally) {
    let day = cutoff.day
    now = months[day]
    before = [3 of Int] { months[day - 30 - 30 * $0] }
  }
}

/// The mean over the earlier 30-day windows that are wholly known.
struct Baseline {
  let mean: Double
  /// How many windows are behind the mean, 1 to 3.
  let windows: Int

  /// Nil when no window begins at or after `start`.
  init?(_ counts: MonthlyCounts, at cutoff: Cutoff, from start: Int) {
    var (sum, windows) = (0, 0)
    for index in counts.before.indices where cutoff.last(60 + 30 * index).start >= start {
      sum += counts.before[index]
      windows += 1
    }
    guard windows > 0 else { return nil }
    self.windows = windows
    mean = Double(sum) / Double(windows)
  }
}
