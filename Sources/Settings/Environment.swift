package import Model

/// What the process finds around it: the addresses of GitHub and, in Actions, the run.
///
/// Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
package struct Environment: Hashable, Sendable {
  /// Without a slash at the end, as the two that follow.
  package var apiURL: String
  package var graphQLURL: String
  package var serverURL: String
  /// The repository that the workflow belongs to.
  package var repository: RepositoryName?
  /// Nil outside GitHub Actions.
  package var actions: ActionsRun?

  /// One run of a workflow.
  package struct ActionsRun: Hashable, Sendable {
    package var id: String?
    package var number: String?
    package var attempt: String?
    package var eventName: String?
    /// A file of JSON with what happened.
    package var eventPath: String?
    /// The commit that the workflow runs on.
    package var sha: String?
    /// Files to which a step appends.
    package var stepSummaryPath: String?
    package var outputPath: String?
  }

  /// An empty variable is as good as none.
  package init(_ variables: [String: String]) {
    let value = { (name: String) in variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    apiURL = (value("GITHUB_API_URL") ?? "https://api.github.com").withoutSlash
    graphQLURL = (value("GITHUB_GRAPHQL_URL") ?? Self.graphQLURL(besides: apiURL)).withoutSlash
    serverURL = (value("GITHUB_SERVER_URL") ?? "https://github.com").withoutSlash
    repository = value("GITHUB_REPOSITORY").flatMap { RepositoryName($0) }
    guard value("GITHUB_ACTIONS") == "true" else { return }
    actions = ActionsRun(
      id: value("GITHUB_RUN_ID"),
      number: value("GITHUB_RUN_NUMBER"),
      attempt: value("GITHUB_RUN_ATTEMPT"),
      eventName: value("GITHUB_EVENT_NAME"),
      eventPath: value("GITHUB_EVENT_PATH"),
      sha: value("GITHUB_SHA"),
      stepSummaryPath: value("GITHUB_STEP_SUMMARY"),
      outputPath: value("GITHUB_OUTPUT")
    )
  }

  /// The page of the run; nil outside GitHub Actions.
  package var runURL: String? {
    guard let repository, let id = actions?.id else { return nil }
    return "\(serverURL)/\(repository)/actions/runs/\(id)"
  }

  /// An enterprise server has `/api/graphql` beside `/api/v3`.
  private static func graphQLURL(besides apiURL: String) -> String {
    apiURL.hasSuffix("/api/v3") ? "\(apiURL.dropLast("v3".count))graphql" : "\(apiURL)/graphql"
  }
}

extension String {
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
