import HTTP
package import Model
import Resilience

/// A comment of an issue or a pull request as the REST interface lists it.
package struct WrittenComment: Decodable, Hashable, Sendable {
  package var id: Int
  package var url: String
  package var body: String?
  /// Nil when the account was deleted.
  package var user: User?

  /// Who wrote it.
  package struct User: Decodable, Hashable, Sendable {
    /// As in `github-actions[bot]`.
    package var login: String

    package init(login: String) {
      self.login = login
    }
  }

  package init(id: Int, url: String, body: String?, user: User?) {
    self.id = id
    self.url = url
    self.body = body
    self.user = user
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case url = "html_url"
    case body
    case user
  }
}

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

  /// Every comment of the repository's issues and pull requests, page by page.
  ///
  /// https://docs.github.com/rest/issues/comments#list-issue-comments-for-a-repository
  package func comments(in repository: RepositoryName) async throws -> [WrittenComment] {
    let headers: Headers = ["Cache-Control": "no-store"]
    var found: [WrittenComment] = []
    var next: RESTPage<[WrittenComment]>? = try await page(
      url(path(repository, "issues", "comments"), query: [("per_page", "100")]),
      headers: headers
    )
    while let page = next {
      try Task.checkCancellation()
      found += page.payload
      guard let url = page.next else { break }
      next = try await self.page(url, headers: headers)
    }
    return found
  }

  /// Adds a comment to an issue; whoever follows it is told.
  ///
  /// https://docs.github.com/rest/issues/comments#create-an-issue-comment
  package func comment(
    _ body: String,
    on issue: Int,
    in repository: RepositoryName
  ) async throws {
    let _: WrittenComment = try await write(
      .post,
      url(path(repository, "issues", String(issue), "comments")),
      ["body": .string(body)]
    )
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

  /// Deletes a comment.
  ///
  /// https://docs.github.com/rest/issues/comments#delete-an-issue-comment
  package func deleteComment(_ id: Int, in repository: RepositoryName) async throws {
    try await delete(path(repository, "issues", "comments", String(id)))
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

  private func delete(_ path: [String]) async throws {
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
