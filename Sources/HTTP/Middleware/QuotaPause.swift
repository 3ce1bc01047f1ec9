import FoundationEssentials
package import Model
package import Resilience
import Synchronization

/// Holds every request back while a limit that any of them met is in force.
///
/// Stands inside ``Retry``: the repetition of one request and the first sending of another wait for
/// the same instant.
package final class QuotaPause<C: Clock>: Middleware
where C.Duration == Duration, C.Instant: Sendable {
  private let clock: C
  private let policy: RetryPolicy
  private let now: @Sendable () -> Timestamp
  private let gate = Mutex(QuotaGate<C.Instant>())

  /// - Parameters:
  ///   - policy: Knows what a limit asks for, and what is too long to wait for.
  ///   - clock: What sleeps.
  ///   - now: The calendar's time, for servers that do not send theirs.
  package init(policy: RetryPolicy, clock: C, now: @escaping @Sendable () -> Timestamp) {
    self.policy = policy
    self.clock = clock
    self.now = now
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let resource = request.isGraphQL ? "graphql" : "core"
    while true {
      let wait = gate.withLock { $0.wait(for: resource, at: clock.now) }
      guard wait > .zero else { break }
      guard wait <= policy.maximumLimitWait else { throw QuotaClosed(wait: wait) }
      try await clock.sleep(for: wait)
    }
    let response = try await next(request)
    note(response, resource)
    return response
  }

  private func note(_ response: Response, _ resource: String) {
    let failure = Failure(response)
    switch failure?.failureClass {
    case .primaryRateLimit?, .secondaryRateLimit?:
      guard let failure, let wait = policy.limitWait(failure, attempt: 1, now: now().seconds) else {
        return
      }
      let isOfHost = failure.failureClass == .secondaryRateLimit
      close(isOfHost ? nil : resource, for: wait)
    default:
      // The last good answer of an hour says that the next would be refused.
      guard let limit = RateLimit(response.headers), limit.isExhausted else { return }
      let exhausted = Failure(
        .primaryRateLimit,
        resetAt: limit.resetAt,
        serverNow: response.date?.seconds
      )
      guard let wait = policy.limitWait(exhausted, attempt: 1, now: now().seconds) else { return }
      close(resource, for: wait)
    }
  }

  private func close(_ resource: String?, for wait: Duration) {
    let instant = clock.now.advanced(by: wait)
    gate.withLock { $0.close(resource, until: instant) }
  }
}

/// A request that was not sent, since a limit is in force for longer than a run waits.
package struct QuotaClosed: Error, Hashable, CustomStringConvertible {
  package var wait: Duration

  package var description: String {
    let minutes = max(1, Int(wait.components.seconds) / 60)
    return
      "GitHub's rate limit is used up for another \(minutes) min; the next run goes on from here."
  }
}
