import Resilience
import Synchronization

/// Sends what changes something one at a time, and apart in time.
package final class WritePacing<C: Clock>: Middleware
where C.Duration == Duration, C.Instant: Sendable {
  private let clock: C
  private let turnstile = Turnstile(limit: 1)
  private let pacer: Mutex<WritePacer<C.Instant>>

  package init(interval: Duration = .seconds(1), clock: C) {
    self.clock = clock
    pacer = Mutex(WritePacer(interval: interval, start: clock.now))
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    guard request.isWrite else { return try await next(request) }
    return try await turnstile.pass(request.priority) {
      let delay = pacer.withLock { $0.delay(at: clock.now) }
      if delay > .zero { try await clock.sleep(for: delay) }
      defer { pacer.withLock { $0.ended(at: clock.now) } }
      return try await next(request)
    }
  }
}
