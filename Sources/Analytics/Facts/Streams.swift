import Model

/// How far back each stream of a history is known.
struct Streams: Sendable {
  private let reaches: [Stream: Reach]

  init(_ history: History) {
    let creation = history.repository.createdAt.bounded
    var reaches: [Stream: Reach] = [:]
    for stream in Stream.allCases {
      reaches[stream] = Self.reach(of: stream, history.streams[stream], from: creation)
    }
    if !history.repository.hasIssues {
      // Nobody opens issues there, so nothing of people's activity is missing.
      reaches[.issues] = .complete
    }
    self.reaches = reaches
  }

  subscript(stream: Stream) -> Reach {
    reaches[stream] ?? .nothing(stream.unread)
  }

  /// What people do: commits, issues, pull requests with their reviews.
  var activity: Reach {
    .shortest([self[.commits], self[.issues], self[.pulls]])
  }

  /// The latest horizon among the streams of the score that were ever read.
  var latestHorizon: Int? {
    [Stream.commits, .issues, .pulls, .forks].compactMap { self[$0].horizon }.max()
  }

  private static func reach(of stream: Stream, _ state: StreamState?, from creation: Int) -> Reach {
    switch state?.horizon ?? .nothing {
    case .nothing: .nothing(state?.lastAttempt?.failure ?? stream.unread)
    case .complete: .complete
    case .since(let horizon):
      horizon.bounded <= creation ? .complete : .since(horizon.bounded)
    }
  }
}

extension Stream {
  /// One sentence for a person about a stream that was never read.
  var unread: String {
    switch self {
    case .snapshot: "the repository's counts have not been read yet"
    case .stars: "the star history has not been read yet"
    case .forks: "forks have not been read yet"
    case .commits: "commits have not been read yet"
    case .issues: "issues have not been read yet"
    case .pulls: "pull requests have not been read yet"
    case .releases: "releases have not been read yet"
    case .traffic: "traffic needs a second token with Administration: read"
    }
  }
}
