package import FoundationEssentials
package import HTTP
import Model

/// The REST and GraphQL interfaces of one GitHub: github.com or an enterprise server.
///
/// Retry, limits, credentials and caching are middlewares of `client`; here an answer gets its
/// meaning.
package struct GitHubAPI: Sendable {
  package let endpoints: Endpoints
  let client: any Transport

  package init(endpoints: Endpoints, client: any Transport) {
    self.endpoints = endpoints
    self.client = client
  }

  /// Where the interfaces of a GitHub are.
  package struct Endpoints: Hashable, Sendable {
    /// As in `https://api.github.com` and `https://ghe.example/api/v3`.
    package var rest: URL
    package var graphQL: URL
    /// What links for people begin with, as in `https://github.com`.
    package var server: URL

    /// False on an enterprise server and with data residency, where some interfaces are missing.
    package var isGitHubCom: Bool { server.host == "github.com" }

    package init(rest: URL, graphQL: URL, server: URL) {
      self.rest = rest
      self.graphQL = graphQL
      self.server = server
    }
  }
}

extension GitHubAPI {
  /// Sends `request` and gives the answer when its status is 2xx, or one of `accepting`.
  ///
  /// - Throws: ``APIFailure`` for any other status, and what the transport throws.
  func send(_ request: Request, accepting: Set<Int> = []) async throws -> Response {
    let response = try await client.send(request)
    guard (200..<300).contains(response.status) || accepting.contains(response.status) else {
      throw APIFailure(response, to: request)
    }
    return response
  }
}
