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

extension [Stream: StreamState] {
  /// What the last run was to read and did not, besides the traffic, whose token is another one.
  ///
  /// - Parameters:
  ///   - score: A part that it leaves unknown has a row of its own.
  ///   - metrics: Watchers are missed only where they are unknown.
  /// - Returns: A row for each kind of data, or one for all where the run itself broke off.
  func unread(_ score: ScoreReading, _ metrics: [MetricReading]) -> [MissingReading] {
    let scored = [Stream.commits, .issues, .pulls, .forks]
    let failures = scored.map { self[$0]?.lastAttempt?.failure }
    if let broken = failures[0], failures.allSatisfy({ $0 == broken }) {
      return [.unread("Part of what the last run was to read", id: "run", because: broken)]
    }
    let hasWatchers = metrics.contains { $0.id == "watchers.total" && $0.value != nil }
    return Stream.allCases.compactMap { stream in
      guard
        stream != .traffic, !(stream == .snapshot && hasWatchers),
        let failure = self[stream]?.lastAttempt?.failure,
        !score.components.contains(where: {
          $0.score == nil && $0.reason.map(failure.hasPrefix) ?? false
        })
      else { return nil }
      return .unread(stream.missedWords, id: stream.rawValue, because: failure)
    }
  }
}

extension Stream {
  /// What a report lacks that was not given the stream.
  fileprivate var missedWords: String {
    switch self {
    case .snapshot: "Watchers"
    case .stars: "Star history"
    case .forks: "New forks"
    case .commits: "New commits"
    case .issues: "New issues and replies"
    case .pulls: "New pull requests and reviews"
    case .releases: "Releases and downloads"
    case .traffic: "Views and clones"
    }
  }
}

extension Timestamp {
  /// The first day that begins at or after the instant.
  fileprivate var nextMidnight: Day {
    secondOfDay == 0 ? day : day.advanced(by: 1)
  }
}
