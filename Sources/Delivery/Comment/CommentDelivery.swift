package import GitHub
package import Model
import Resilience

/// Brings a comment to its pull request: written, updated in place, left alone or taken away.
package struct CommentDelivery: Sendable {
  private let api: GitHubAPI
  private let repository: RepositoryName

  package init(api: GitHubAPI, repository: RepositoryName) {
    self.api = api
    self.repository = repository
  }

  /// What was done, and where it can be seen.
  package struct Outcome: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable {
      case created
      case updated
      case unchanged
      case removed
      case skipped
    }

    package var action: Action
    /// Nil where there is no comment.
    package var url: String?
  }

  /// Does what is needed so that the comment is shown; doing it twice changes nothing.
  ///
  /// - Parameters:
  ///   - body: What is to be shown; nil for nothing.
  ///   - marker: By what the tool finds its comment.
  ///   - pull: As GitHub shows it now.
  /// - Returns: What was done.
  /// - Throws: `APIFailure` when GitHub refuses.
  package func deliver(
    _ body: String?,
    marker: OwnMarker,
    on pull: PullNow
  ) async throws -> Outcome {
    let plan = CommentPlan(showing: body, marker: marker, among: pull.comments)
    for id in plan.removals { try await remove(id) }
    switch plan.step {
    case .silence: return Outcome(action: plan.removals.isEmpty ? .skipped : .removed)
    case .keep(let url): return Outcome(action: .unchanged, url: url)
    case .update(let id):
      let written = try await api.updateComment(id, body: body ?? "", in: repository)
      return Outcome(action: .updated, url: written.url)
    case .create: return try await create(body ?? "", marker: marker, on: pull)
    }
  }

  /// Takes a comment away; one that is gone already is as good.
  private func remove(_ id: Int) async throws {
    do {
      try await api.deleteComment(id, in: repository)
    } catch let failure as APIFailure where failure.failureClass == .notFound {
      return
    }
  }

  /// How often a comment is sent whose answer gets lost.
  private static let attempts = 3

  private func create(
    _ body: String,
    marker: OwnMarker,
    on pull: PullNow
  ) async throws -> Outcome {
    for _ in 1..<Self.attempts {
      do {
        let written = try await api.createComment(body, on: pull.number, in: repository)
        return Outcome(action: .created, url: written.url)
      } catch {
        // The answer may have been lost, not the comment: it is looked for before it is sent again.
        guard error.leavesInDoubt else { throw error }
        let now = try await api.pull(pull.number, in: repository)
        let own = CommentPlan.own(marker, among: now?.comments ?? [])
        if let found = own.first { return Outcome(action: .created, url: found.url) }
      }
    }
    let written = try await api.createComment(body, on: pull.number, in: repository)
    return Outcome(action: .created, url: written.url)
  }
}
