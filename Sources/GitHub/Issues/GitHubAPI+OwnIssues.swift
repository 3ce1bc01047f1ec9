package import Model

extension GitHubAPI {
  /// One page of the issues under the tool's label, for a delivery without a collection.
  package func ownIssues(
    of repository: RepositoryName,
    label: String,
    after cursor: String? = nil
  ) async throws -> FactsPage.Rows<OwnIssue>? {
    try await ownIssuesPage(of: repository, label: label, onlyOpen: false, after: cursor).ownIssues
  }

  /// The same page with the repository that has the issues, or of its open ones alone.
  package func ownIssuesPage(
    of repository: RepositoryName,
    label: String,
    onlyOpen: Bool,
    after cursor: String?
  ) async throws -> FactsPage {
    let page = FactsRequest.OwnPage(page: .init(first: 20, after: cursor), onlyOpen: onlyOpen)
    var request = FactsRequest(repository: repository, label: label, ownIssues: page)
    request.isForDelivery = true
    return try await facts(request)
  }
}
