import FoundationEssentials

/// Follows redirects of reads, as GitHub answers for a repository that was renamed.
///
/// Stands outside ``Authorization``, which decides anew for every address whether it may see the
/// token.
/// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
package struct Redirects: Middleware {
  private let limit: Int

  package init(limit: Int = 5) {
    self.limit = limit
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var request = request
    for _ in 0...limit {
      let response = try await next(request)
      guard let target = Self.target(of: response, to: request) else { return response }
      request.url = target
    }
    throw TransportError(
      .malformedResponse,
      request: request.traceDescription,
      detail: "it was redirected more than \(limit) times"
    )
  }

  /// Where a redirect leads; nil when it is none, or may not be followed.
  ///
  /// A write is repeated only where the server says that the method stays, and only at home.
  private static func target(of response: Response, to request: Request) -> URL? {
    guard
      [301, 302, 303, 307, 308].contains(response.status),
      let location = response.headers["Location"],
      let target = URL(string: location, relativeTo: request.url)?.absoluteURL,
      target.scheme == "https" || target.scheme == "http"
    else { return nil }
    if request.method == .get { return target }
    let keepsMethod = response.status == 307 || response.status == 308
    return keepsMethod && Origin(target) == Origin(request.url) ? target : nil
  }
}
