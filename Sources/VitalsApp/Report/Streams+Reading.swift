import Model
import Reporting

extension [Stream: StreamState] {
  /// The first day from which every stream of the score is known; nil when all are complete.
  var knownSince: Day? {
    [Stream.commits, .issues, .pulls, .forks]
      .compactMap { self[$0]?.horizon.instant?.nextMidnight }
      .max()
  }

  /// How far each stream that has rows of its own was read, in their order.
  func readings(counts: [Stream: Int]) -> [StreamReading] {
    Stream.allCases.compactMap { stream in
      guard let state = self[stream], stream != .snapshot else { return nil }
      return StreamReading(
        stream,
        knownSince: state.horizon.instant?.nextMidnight,
        isComplete: state.horizon == .complete,
        isRefused: state.horizon == .nothing && state.lastAttempt?.failure != nil,
        read: counts[stream] ?? 0,
        total: state.total
      )
    }
  }
}

extension Timestamp {
  /// The first day that begins at or after the instant.
  fileprivate var nextMidnight: Day {
    secondOfDay == 0 ? day : day.advanced(by: 1)
  }
}
