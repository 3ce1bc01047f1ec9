import HTTP
package import Model
import Resilience

/// What takes away again what the program has written.
///
/// A 404 is a refusal here, since it may mean that the token may not do it.
extension GitHubAPI {
  /// The login of the token's account, as in `github-actions[bot]`.
  package func viewerLogin() async throws -> String {
    let answer: GraphQLAnswer<ViewerReply> = try await execute(
      "query Viewer { viewer { login } }",
      named: "Viewer",
      variables: [:]
    )
    return answer.data?.viewer.login ?? ""
  }

  /// The description of a label; nil when there is no such label, empty when it has none.
  ///
  /// https://docs.github.com/rest/issues/labels#get-a-label
  package func labelDescription(
    _ name: String,
    in repository: RepositoryName
  ) async throws -> String? {
    do {
      let reply: RESTPage<LabelReply> = try await page(
        url(path(repository, "labels", name)),
        headers: ["Cache-Control": "no-store"]
      )
      return reply.payload.description ?? ""
    } catch let failure as APIFailure where failure.failureClass == .notFound {
      return nil
    }
  }

  /// Deletes a label, which goes from all issues.
  ///
  /// https://docs.github.com/rest/issues/labels#delete-a-label
  package func deleteLabel(_ name: String, in repository: RepositoryName) async throws {
    try await delete(path(repository, "labels", name))
  }

  /// Deletes an entry of the Actions cache.
  ///
  /// https://docs.github.com/rest/actions/cache#delete-a-github-actions-cache-for-a-repository-using-a-cache-id
  package func deleteCache(_ id: Int, in repository: RepositoryName) async throws {
    try await delete(path(repository, "actions", "caches", String(id)))
  }

  /// Deletes a branch.
  ///
  /// https://docs.github.com/rest/git/refs#delete-a-reference
  package func deleteBranch(_ name: String, in repository: RepositoryName) async throws {
    try await delete(path(repository, "git", "refs", "heads", name))
  }

  /// Deletes what a path names.
  func delete(_ path: [String]) async throws {
    let request = Request(.delete, url(path), isSafeToRepeat: true, priority: .delivery)
    _ = try await send(request)
  }
}

private struct ViewerReply: Decodable {
  struct Viewer: Decodable {
    var login: String
  }

  var viewer: Viewer
}

private struct LabelReply: Decodable {
  var description: String?
}
