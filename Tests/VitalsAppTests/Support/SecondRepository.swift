import Foundation
import GitHubSimulator
import HTTP

/// A second repository beside GitHub's, with a life of its own that happens to be the same.
struct SecondRepository: Middleware {
  static let name = "octo-org/other-repo"
  let github: SimulatedGitHub

  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let body = String(decoding: request.body, as: UTF8.self)
    guard
      request.url.path.contains(Self.name) || body.contains(#""name":"other-repo""#),
      let port = request.url.port, let otherPort = URL(string: github.baseURL)?.port
    else { return try await next(request) }
    let rewriting = Rewriting(
      requests: [
        (":\(port)/", ":\(otherPort)/"), ("/\(Self.name)/", "/\(AppFixture.repository)/"),
        (#""name":"other-repo""#, #""name":"octo-repo""#),
      ],
      responses: [
        (":\(otherPort)/", ":\(port)/"), (AppFixture.repository, Self.name),
        (#""databaseId":731204553"#, #""databaseId":731204554"#),
      ]
    )
    return try await rewriting.intercept(request, next: next)
  }
}
