import Model

extension Stream {
  /// False for what GitHub shows only as of now, and so cannot be read back.
  var canBeComplete: Bool { self != .snapshot && self != .traffic }

  /// Whether a part of the score is computed from it.
  var isOfScore: Bool {
    switch self {
    case .commits, .issues, .pulls, .forks: true
    case .snapshot, .stars, .releases, .traffic: false
    }
  }

  /// How the report calls what the stream holds.
  var words: String {
    switch self {
    case .snapshot: "watchers, downloads per day"
    case .stars: "stars"
    case .forks: "forks"
    case .commits: "commits"
    case .issues: "issues"
    case .pulls: "pull requests and reviews"
    case .releases: "releases"
    case .traffic: "views and clones"
    }
  }
}
