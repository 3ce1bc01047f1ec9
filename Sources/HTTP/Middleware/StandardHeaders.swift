/// Sets fields of every request where they are absent.
package struct StandardHeaders: Middleware {
  private let headers: Headers

  /// - Parameter headers: As in `["User-Agent": "vitals/1.0", "X-GitHub-Api-Version": "2022-11-28"]`.
  package init(_ headers: Headers) {
    self.headers = headers
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var request = request
    for field in headers.fields where request.headers[field.name] == nil {
      request.headers.append(field.name, field.value)
    }
    return try await next(request)
  }
}
