/// Adds header fields that every request carries, where a request has none of its own.
package struct StandardHeaders: Middleware {
  private let headers: Headers

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
