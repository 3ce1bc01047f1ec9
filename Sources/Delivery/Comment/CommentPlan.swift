package import GitHub
package import Model

/// What is to be done so that a pull request shows one comment of the tool, or none.
package struct CommentPlan: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case create
    case update(id: Int)
    /// The comment shows it already.
    case keep(url: String)
    /// There is nothing to say and nothing was said.
    case silence
  }

  package var step: Step
  /// Comments of the tool that are to go: all when nothing is to be said, else all but the oldest.
  package var removals: [Int]
}

extension CommentPlan {
  /// Derives the plan from what GitHub shows.
  ///
  /// Only what the token's account or GitHub Actions wrote is the tool's: anyone may quote its
  /// marker.
  ///
  /// - Parameters:
  ///   - body: What is to be shown; nil for nothing.
  ///   - marker: By what the tool finds its comment.
  ///   - comments: All of the pull request.
  package init(
    showing body: String?,
    marker: OwnMarker,
    among comments: [PostedComment]
  ) {
    let own = Self.own(marker, among: comments)
    guard let body else {
      self.init(step: .silence, removals: own.map(\.id))
      return
    }
    guard let first = own.first else {
      self.init(step: .create, removals: [])
      return
    }
    let isShown = IssueDocument.comparable(first.body) == IssueDocument.comparable(body)
    self.init(
      step: isShown ? .keep(url: first.url) : .update(id: first.id),
      removals: own.dropFirst().map(\.id)
    )
  }

  /// The tool's comments, oldest first.
  package static func own(
    _ marker: OwnMarker,
    among comments: [PostedComment]
  ) -> [PostedComment] {
    comments
      .filter { $0.isByViewer || $0.author?.isGitHubActions == true }
      .filter { comment in
        let other = OwnMarker(in: comment.body)
        return marker.names(other) && other?.attributes["pr"] == marker.attributes["pr"]
      }
      .sorted { $0.id < $1.id }
  }
}

extension Account {
  /// The account of every workflow's own token, which nobody else can write as.
  fileprivate var isGitHubActions: Bool { kind == .bot && login.lowercased() == "github-actions" }
}
