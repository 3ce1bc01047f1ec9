import Foundation
import GitHubSimulator
import HTTP

/// A repository beside GitHub's first, with a life of its own that happens to be the same.
struct SecondRepository: Middleware {
  static let name = "octo-org/other-repo"
  let github: SimulatedGitHub
  var name = Self.name
  var id = 731_204_554
  /// Whether only its members may see it.
  var isPrivate = false

  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let body = String(decoding: request.body, as: UTF8.self)
    let short = #""name":"\#(name.split(separator: "/").last ?? "")""#
    guard
      request.url.path.contains("/\(name)/") || body.contains(short),
      let port = request.url.port, let otherPort = URL(string: github.baseURL)?.port
    else { return try await next(request) }
    let rewriting = Rewriting(
      requests: [
        (":\(port)/", ":\(otherPort)/"), ("/\(name)/", "/\(AppFixture.repository)/"),
        (short, #""name":"octo-repo""#),
      ],
      responses: [
        (":\(otherPort)/", ":\(port)/"), (AppFixture.repository, name),
        (#""databaseId":731204553"#, #""databaseId":\#(id)"#),
      ] + (isPrivate ? [(#""isPrivate":false"#, #""isPrivate":true"#)] : [])
    )
    return try await rewriting.intercept(request, next: next)
  }
}
