package import Model
package import Resilience
import Synchronization

/// Sends a failed request again as the policy decides.
///
/// What stays a failure is given on as it came: the last response, or the last error.
package final class Retry<C: Clock, Generator: RandomNumberGenerator & Sendable>: Middleware
where C.Duration == Duration {
  /// Called before each wait with the request, the failure and the wait.
  package typealias Observer = @Sendable (Request, Failure, Duration) -> Void

  private let policy: RetryPolicy
  private let clock: C
  private let now: @Sendable () -> Timestamp
  private let generator: Mutex<Generator>
  private let onRetry: Observer

  /// - Parameters:
  ///   - policy: What decides.
  ///   - clock: What sleeps.
  ///   - now: The calendar's time, for servers that do not send theirs.
  ///   - generator: Where the jitter comes from.
  ///   - onRetry: Hears of each repetition.
  package init(
    policy: RetryPolicy = RetryPolicy(),
    clock: C,
    now: @escaping @Sendable () -> Timestamp,
    generator: Generator = SystemRandomNumberGenerator(),
    onRetry: @escaping Observer = { _, _, _ in }
  ) {
    self.policy = policy
    self.clock = clock
    self.now = now
    self.generator = Mutex(generator)
    self.onRetry = onRetry
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var attempt = 1
    while true {
      let result: Result<Response, TransportError>
      do {
        result = .success(try await next(request))
      } catch let error as TransportError {
        result = .failure(error)
      }
      guard let failure = Failure(result),
        case .wait(let wait) = decide(failure, attempt: attempt, of: request)
      else { return try result.get() }
      onRetry(request, failure, wait)
      try await clock.sleep(for: wait)
      attempt += 1
    }
  }

  private func decide(
    _ failure: Failure,
    attempt: Int,
    of request: Request
  ) -> RetryPolicy.Decision {
    generator.withLock { generator in
      policy.decide(
        failure,
        attempt: attempt,
        isSafeToRepeat: request.isSafeToRepeat,
        now: now().seconds,
        using: &generator
      )
    }
  }
}

extension Failure {
  /// What an outcome says of a failure; nil when it is none.
  fileprivate init?(_ result: Result<Response, TransportError>) {
    switch result {
    case .success(let response): self.init(response)
    case .failure(let error): self.init(error)
    }
  }
}
