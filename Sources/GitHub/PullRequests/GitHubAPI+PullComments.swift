import HTTP
package import Model
import Resilience

/// A comment as the REST interface shows it after it was written.
package struct WrittenComment: Decodable, Hashable, Sendable {
  package var id: Int
  package var url: String

  private enum CodingKeys: String, CodingKey {
    case id
    case url = "html_url"
  }
}

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

  /// Writes a comment, which notifies those who follow the pull request.
  ///
  /// https://docs.github.com/rest/issues/comments#create-an-issue-comment
  package func createComment(
    _ body: String,
    on number: Int,
    in repository: RepositoryName
  ) async throws -> WrittenComment {
    let url = url(path(repository, "issues", String(number), "comments"))
    return try await write(.post, url, ["body": .string(body)])
  }

  /// Replaces the text of a comment; nobody is notified.
  ///
  /// https://docs.github.com/rest/issues/comments#update-an-issue-comment
  package func updateComment(
    _ id: Int,
    body: String,
    in repository: RepositoryName
  ) async throws -> WrittenComment {
    let url = url(path(repository, "issues", "comments", String(id)))
    return try await write(.patch, url, ["body": .string(body)])
  }

  /// Takes a comment away; one that is gone already is as good.
  ///
  /// https://docs.github.com/rest/issues/comments#delete-an-issue-comment
  package func deleteComment(_ id: Int, in repository: RepositoryName) async throws {
    let request = Request(
      .delete,
      url(path(repository, "issues", "comments", String(id))),
      isSafeToRepeat: true,
      priority: .delivery
    )
    _ = try await send(request, accepting: [404])
  }
}
