package import Model

/// Adds the token to requests to its own origins, and to no other.
///
/// It compares the URL of each request, so a redirect to another host gets no token wherever this
/// stands among the middlewares.
package struct Authorization: Middleware {
  private let token: Secret
  private let origins: Set<Origin>

  package init(_ token: Secret, for origins: Set<Origin>) {
    self.token = token
    self.origins = origins
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    guard let origin = Origin(request.url), origins.contains(origin),
      request.headers["Authorization"] == nil
    else { return try await next(request) }
    var request = request
    request.headers["Authorization"] = "Bearer \(token.reveal())"
    return try await next(request)
  }
}
