import CurlTransport
import Foundation
import GitHubSimulator
import HTTP

/// Lets reads through to a simulated GitHub and refuses what would change something, as GitHub does
/// to a workflow without the permission.
struct RefusingWrites: Transport {
  private let github: SimulatedGitHub
  private let inner = CurlTransport()

  init(_ github: SimulatedGitHub) {
    self.github = github
  }

  func send(_ request: Request) async throws -> Response {
    guard request.isWrite else {
      var request = request
      let base = request.url.path == "/graphql" ? github.graphQLURL : github.baseURL
      let path = request.url.path == "/graphql" ? "" : request.url.path
      let query = request.url.query().map { "?\($0)" } ?? ""
      request.url = URL(string: base + path + query) ?? request.url
      return try await inner.send(request)
    }
    return Response(
      status: 403,
      headers: ["Content-Type": "application/json", "x-ratelimit-remaining": "4000"],
      body: Array(#"{"message": "Resource not accessible by integration"}"#.utf8)
    )
  }
}
