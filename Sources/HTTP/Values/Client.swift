/// Surrounds every request: retry, limits, cache, credentials, counting.
package protocol Middleware: Sendable {
  /// Answers `request`, as a rule by calling `next` once or more.
  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response
}

/// A transport with its middlewares, the first of which sees a request first.
package struct Client: Transport {
  private let transport: any Transport
  private let middlewares: [any Middleware]

  package init(transport: any Transport, middlewares: [any Middleware] = []) {
    self.transport = transport
    self.middlewares = middlewares
  }

  package func send(_ request: Request) async throws -> Response {
    try await send(request, from: 0)
  }

  private func send(_ request: Request, from index: Int) async throws -> Response {
    guard index < middlewares.count else { return try await transport.send(request) }
    return try await middlewares[index]
      .intercept(request) { request in
        try await self.send(request, from: index + 1)
      }
  }
}
