package import Resilience
import Synchronization

/// Sends a request again where the policy says so.
package final class Retry: Middleware {
  private let policy: RetryPolicy
  private let sleep: @Sendable (Duration) async throws -> Void
  private let willRepeat: @Sendable (Request, FailureClass, Duration) -> Void
  private let generator: Mutex<any RandomNumberGenerator & Sendable>
  private let now: @Sendable () -> Int

  /// - Parameters:
  ///   - policy: Decides from what went wrong.
  ///   - generator: The source of jitter.
  ///   - now: Seconds since 1970 by the host's clock.
  ///   - sleep: Waits.
  ///   - willRepeat: Told before each wait.
  package init(
    _ policy: RetryPolicy,
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    now: @escaping @Sendable () -> Int,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    willRepeat: @escaping @Sendable (Request, FailureClass, Duration) -> Void = { _, _, _ in }
  ) {
    self.policy = policy
    self.now = now
    self.sleep = sleep
    self.willRepeat = willRepeat
    self.generator = Mutex(generator)
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var attempts = 1
    while true {
      let result: Result<Response, TransportError>
      do {
        result = .success(try await next(request))
      } catch let error as TransportError {
        result = .failure(error)
      }
      guard let failure = failure(result, request, attempts: attempts) else {
        return try result.get()
      }
      guard case .repeatAfter(let wait) = decide(failure) else { return try result.get() }
      willRepeat(request, failure.failureClass, wait)
      try await sleep(wait)
      attempts += 1
    }
  }

  private func decide(_ failure: RetryPolicy.Failure) -> RetryPolicy.Decision {
    generator.withLock { policy.decide(failure, using: &$0) }
  }

  /// What went wrong, when something did that may be repeated.
  ///
  /// A write whose fate is unknown is not sent again; one that was refused before it was looked
  /// at, by a limit, is.
  private func failure(
    _ result: Result<Response, TransportError>,
    _ request: Request,
    attempts: Int
  ) -> RetryPolicy.Failure? {
    switch result {
    case .failure(let error):
      let neverArrived = error.reason == .connectionRefused || error.reason == .unresolvedHost
      guard request.isSafeToRepeat || neverArrived else { return nil }
      let failureClass = error.reason == .bodyTooLarge ? FailureClass.partialResult : .network
      return RetryPolicy.Failure(failureClass, attempts: attempts)
    case .success(let response):
      guard let failureClass = FailureClass(response) else { return nil }
      let isLimit = failureClass == .primaryRateLimit || failureClass == .secondaryRateLimit
      guard request.isSafeToRepeat || isLimit else { return nil }
      return RetryPolicy.Failure(
        failureClass,
        attempts: attempts,
        retryAfter: response.retryAfter,
        untilReset: response.secondsUntilReset(at: now())
      )
    }
  }
}
