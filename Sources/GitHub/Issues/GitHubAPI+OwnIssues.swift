package import Model

extension GitHubAPI {
  /// One page of the issues under the tool's label, for a delivery without a collection.
  package func ownIssues(
    of repository: RepositoryName,
    label: String,
    after cursor: String? = nil
  ) async throws -> FactsPage.Rows<OwnIssue>? {
    let page = FactsRequest.OwnPage(page: .init(first: 20, after: cursor), onlyOpen: false)
    let request = FactsRequest(repository: repository, label: label, ownIssues: page)
    return try await facts(request).ownIssues
  }
}
