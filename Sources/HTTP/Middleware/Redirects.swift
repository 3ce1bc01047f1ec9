import FoundationEssentials

/// Follows redirects of requests that may be repeated elsewhere.
///
/// Requests follow 301, 302, 307 and 308 as they are, what changes something only within its origin:
/// "the request should be repeated verbatim",
/// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects.
/// A credential does not leave the origin of the first request.
package struct Redirects: Middleware {
  private let maximum: Int

  /// - Parameter maximum: How many redirects of one request are followed.
  package init(maximum: Int = 5) {
    self.maximum = maximum
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var current = request
    for _ in 0...maximum {
      let response = try await next(current)
      guard let target = Self.target(of: response, to: current) else { return response }
      current = target
    }
    throw RedirectLoop(request: request.traceDescription, maximum: maximum)
  }

  private static func target(of response: Response, to request: Request) -> Request? {
    guard [301, 302, 307, 308].contains(response.status),
      let location = response.headers["Location"],
      let url = URL(string: location, relativeTo: request.url)?.absoluteURL,
      let origin = Origin(url)
    else { return nil }
    let isSameOrigin = origin == Origin(request.url)
    let isRead = request.method == .get || request.method == .head
    guard isRead || isSameOrigin else { return nil }
    var target = request
    target.url = url
    if !isSameOrigin {
      for name in ["Authorization", "Cookie", "Proxy-Authorization"] { target.headers[name] = nil }
    }
    return target
  }
}

/// A request that was sent from place to place without an end.
package struct RedirectLoop: Error, Hashable, CustomStringConvertible {
  package var request: String
  package var maximum: Int

  package var description: String {
    "\(request) was redirected more than \(maximum) times: check the address."
  }
}
