package import GitHub
package import Model

/// Finds what the program has left in a repository, and takes it away.
package struct Uninstallation: Sendable {
  private let api: GitHubAPI
  private let repository: RepositoryName

  package init(api: GitHubAPI, repository: RepositoryName) {
    self.api = api
    self.repository = repository
  }

  /// Looks at everything that the program may have written.
  ///
  /// - Parameters:
  ///   - labels: What its issues carry, the first one the label by which they are found.
  ///   - remembered: Numbers of issues of the repository that the store remembers.
  ///   - cachePrefixes: What the keys of its caches begin with.
  ///   - branch: The name of the second copy's branch.
  /// - Returns: What is to be done.
  /// - Throws: `APIFailure` when something cannot be looked at.
  package func plan(
    labels: [String],
    remembered: (RepositoryID) async throws -> Set<Int>,
    cachePrefixes: [String],
    branch: String
  ) async throws -> UninstallPlan {
    let delivery = IssueDelivery(api: api, repository: repository)
    var survey = UninstallPlan.Survey(viewer: try await api.viewerLogin())
    if let label = labels.first {
      let (found, issues) = try await delivery.look(label: label, onlyOpen: false)
      survey.issues = issues
      if let found { survey.remembered = try await remembered(found.id) }
    }
    survey.comments = try await api.comments(in: repository)
    for label in labels {
      if let description = try await api.labelDescription(label, in: repository) {
        survey.labels.append((label, description))
      }
    }
    for prefix in cachePrefixes {
      survey.caches += try await api.caches(withPrefix: prefix, in: repository)
    }
    survey.branch = try await api.branch(branch, in: repository).map { (branch, $0) }
    return UninstallPlan(for: repository, survey)
  }

  /// Carries out one step; doing it twice does no harm.
  ///
  /// - Throws: `APIFailure` when GitHub refuses.
  package func carryOut(_ step: UninstallPlan.Step) async throws {
    switch step {
    case .close(let issue, _, let marker):
      _ = try await api.createComment(
        UninstallPlan.lastWord(after: marker),
        on: issue,
        in: repository
      )
      try await api.closeIssue(issue, in: repository)
    case .deleteComment(let id, _): try await api.deleteComment(id, in: repository)
    case .deleteLabel(let name): try await api.deleteLabel(name, in: repository)
    case .deleteCache(let id, _): try await api.deleteCache(id, in: repository)
    case .deleteBranch(let name): try await api.deleteBranch(name, in: repository)
    }
  }
}
