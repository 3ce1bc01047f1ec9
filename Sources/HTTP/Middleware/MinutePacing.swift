import FoundationEssentials
import Resilience
import Synchronization

/// Holds requests back that would exceed what GitHub forgives within a minute.
///
/// Stands inside ``Retry``, so that a repetition counts like any other request.
package final class MinutePacing<C: Clock>: Middleware
where C.Duration == Duration, C.Instant: Sendable {
  private let clock: C
  private let rest: Mutex<MinuteQuota<C.Instant>>
  private let graphQL: Mutex<MinuteQuota<C.Instant>>

  /// - Parameters:
  ///   - rest: Points a minute for REST.
  ///   - graphQL: Points a minute for GraphQL.
  ///   - clock: What measures and sleeps.
  package init(rest: Int = 900, graphQL: Int = 2_000, clock: C) {
    self.clock = clock
    self.rest = Mutex(MinuteQuota(limit: rest))
    self.graphQL = Mutex(MinuteQuota(limit: graphQL))
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    while case let wait = wait(for: request), wait > .zero {
      try await clock.sleep(for: wait)
    }
    return try await next(request)
  }

  private func wait(for request: Request) -> Duration {
    let points = request.isWrite ? 5 : 1
    let now = clock.now
    return request.isGraphQL
      ? graphQL.withLock { $0.spend(points, at: now) }
      : rest.withLock { $0.spend(points, at: now) }
  }
}
