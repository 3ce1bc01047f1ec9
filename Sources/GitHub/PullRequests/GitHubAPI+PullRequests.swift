import HTTP
package import Model
import Resilience

extension GitHubAPI {
  /// Numbers of the open pull requests whose head is a branch at a commit.
  ///
  /// https://docs.github.com/rest/pulls/pulls#list-pull-requests
  ///
  /// - Parameters:
  ///   - head: Owner and branch, as in `octocat:patch-1`.
  ///   - commit: The full hash at its tip.
  ///   - repository: Where they were opened.
  /// - Returns: Ascending; a branch may have several, against different bases.
  /// - Throws: ``APIFailure`` when GitHub refuses.
  package func openPulls(
    from head: String,
    at commit: String,
    in repository: RepositoryName
  ) async throws -> [Int] {
    struct Row: Decodable {
      struct Head: Decodable { var sha: String }
      var number: Int
      var head: Head
    }
    let query = [("state", "open"), ("head", head), ("per_page", "100")]
    let url = url(path(repository, "pulls"), query: query)
    let rows: RESTPage<[Row]> = try await page(
      url,
      headers: ["Cache-Control": "no-store"],
      priority: .delivery
    )
    return rows.payload.filter { $0.head.sha == commit }.map(\.number).sorted()
  }
}
