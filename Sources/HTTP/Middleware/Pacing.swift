import FoundationEssentials
import Resilience


/// Keeps requests within the server's limits: writes a second apart, and nothing into a
/// quota that is used up.
///
/// Stands inside ``Retry``, so that a repetition is paced too.
package actor Pacing: Middleware {
  private let clock: ContinuousClock
  private let longestWait: Duration
  private let now: @Sendable () -> Int
  private let sleep: @Sendable (Duration) async throws -> Void
  private var pacer = WritePacer<ContinuousClock.Instant>()
  private var quotas = QuotaGate<ContinuousClock.Instant>()

  /// - Parameters:
  ///   - longestWait: A quota that is closed for longer is asked all the same, whose refusal then
  ///     tells the caller.
  ///   - now: Seconds since 1970 by the host's clock.
  ///   - sleep: Waits.
  package init(
    longestWait: Duration,
    now: @escaping @Sendable () -> Int,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    clock = ContinuousClock()
    self.longestWait = longestWait
    self.now = now
    self.sleep = sleep
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let resource = request.url.lastPathComponent == "graphql" ? "graphql" : "core"
    let wait = quotas.wait(for: resource, at: clock.now)
    if wait > .zero, wait <= longestWait { try await sleep(wait) }
    let isWrite = request.method != .get && !request.isSafeToRepeat
    if isWrite {
      let turn = pacer.turn(at: clock.now)
      if turn > .zero { try await sleep(turn) }
    }
    let response = try await next(request)
    if isWrite { pacer.finished(at: clock.now) }
    if let limit = response.rateLimit, let seconds = response.secondsUntilReset(at: now()) {
      quotas.note(limit, renewedIn: seconds, at: clock.now)
    }
    return response
  }
}
