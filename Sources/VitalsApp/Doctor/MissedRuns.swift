import Model
import Settings

/// The times of a schedule at which no run began.
struct MissedRuns: Hashable, Sendable {
  /// Days that are looked at.
  private static let window = 14
  /// GitHub may begin a scheduled run late, or drop it.
  private static let patience = 6 * 3_600

  /// Ascending.
  let missed: [Timestamp]
  /// Times that were looked at.
  let expected: Int

  /// - Parameters:
  ///   - schedule: When runs are to begin.
  ///   - runs: When stored runs began.
  ///   - now: A time less than six hours before this is not missed yet.
  init(of schedule: Cron, among runs: [Timestamp], at now: Timestamp) {
    let start = now.advanced(bySeconds: -Self.window * 86_400)
    guard let first = runs.min() else {
      (missed, expected) = ([], 0)
      return
    }
    let times = schedule.occurrences(from: max(start, first), to: now)
    let due = times.filter { $0.advanced(bySeconds: Self.patience) <= now }
    missed = due.enumerated()
      .filter { index, time in
        let next = index + 1 < times.count ? times[index + 1] : now.advanced(bySeconds: 601)
        // A run that somebody began a little earlier has read the same.
        let (begin, end) = (time.advanced(bySeconds: -600), next.advanced(bySeconds: -600))
        return !runs.contains { $0 >= begin && $0 < end }
      }
      .map(\.element)
    expected = due.count
  }
}
