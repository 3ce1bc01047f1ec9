/// Tells of every request, without its query, headers and body.
package struct Trace<C: Clock>: Middleware where C.Duration == Duration {
  /// A request that has ended.
  package struct Event: Hashable, Sendable {
    /// As in `GET https://api.github.com/user`.
    package var request: String
    /// Nil when there was no answer.
    package var status: Int?
    package var duration: Duration
  }

  private let clock: C
  private let report: @Sendable (Event) -> Void

  package init(clock: C, report: @escaping @Sendable (Event) -> Void) {
    self.clock = clock
    self.report = report
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let start = clock.now
    var status: Int?
    defer {
      let duration = start.duration(to: clock.now)
      report(Event(request: request.traceDescription, status: status, duration: duration))
    }
    let response = try await next(request)
    status = response.status
    return response
  }
}
