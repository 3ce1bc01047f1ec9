package import FoundationEssentials
package import Model

/// Sends a token to the servers it is for, and to no other.
package struct Authorization: Middleware {
  private let token: Secret
  private let origins: Set<Origin>

  /// - Parameters:
  ///   - token: The credential.
  ///   - urls: Addresses whose scheme, host and port may see it.
  package init(_ token: Secret, for urls: [URL]) {
    self.token = token
    origins = Set(urls.map(Origin.init))
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    guard origins.contains(Origin(request.url)) else { return try await next(request) }
    var request = request
    request.headers["Authorization"] = "Bearer \(token.reveal())"
    return try await next(request)
  }
}

/// What must be equal for two addresses to be the same server: scheme, host and port.
struct Origin: Hashable, Sendable {
  private let scheme: String?
  private let host: String?
  private let port: Int?

  init(_ url: URL) {
    scheme = url.scheme?.lowercased()
    host = url.host()?.lowercased()
    port = url.port ?? (scheme == "http" ? 80 : 443)
  }
}
