import FoundationEssentials

/// Which pull request the event of a workflow is about.
///
/// Source of the fields: https://docs.github.com/webhooks/webhook-events-and-payloads.
package enum PullEvent: Hashable, Sendable {
  case pull(Int)
  /// A run for a branch at a commit. The list of pull requests in such an event is empty for forks,
  /// so the number has to be looked up.
  case head(String, commit: String)
  /// Another event, or one about no pull request.
  case none
}

extension PullEvent {
  /// Reads the file that a runner names in `GITHUB_EVENT_PATH`; nil when it is no event at all.
  package init?(_ bytes: [UInt8]) {
    guard let event = try? JSONDecoder().decode(Payload.self, from: Data(bytes)) else { return nil }
    if let number = event.pull_request?.number {
      self = .pull(number)
    } else if let issue = event.issue {
      self = issue.pull_request == nil ? .none : .pull(issue.number)
    } else if let run = event.workflow_run, let owner = run.head_repository?.owner.login,
      let branch = run.head_branch, run.event.hasPrefix("pull_request")
    {
      self = .head("\(owner):\(branch)", commit: run.head_sha)
    } else {
      self = .none
    }
  }

  private struct Payload: Decodable {
    struct Pull: Decodable { var number: Int }
    struct Empty: Decodable {}
    struct Issue: Decodable {
      var number: Int
      var pull_request: Empty?
    }
    struct Run: Decodable {
      var event: String
      var head_branch: String?
      var head_sha: String
      var head_repository: Repository?
    }
    struct Repository: Decodable { var owner: Owner }
    struct Owner: Decodable { var login: String }

    var pull_request: Pull?
    var issue: Issue?
    var workflow_run: Run?
  }
}
