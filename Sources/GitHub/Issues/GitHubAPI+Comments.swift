import HTTP
package import Model

/// A comment of an issue or a pull request as the REST interface shows it.
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

extension GitHubAPI {
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

  /// Writes a comment on an issue or a pull request, which notifies those who follow it.
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

  /// Deletes a comment.
  ///
  /// https://docs.github.com/rest/issues/comments#delete-an-issue-comment
  package func deleteComment(_ id: Int, in repository: RepositoryName) async throws {
    try await delete(path(repository, "issues", "comments", String(id)))
  }
}
