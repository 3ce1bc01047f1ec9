/// Decides whether and when a request is sent again.
package struct RetryPolicy: Hashable, Sendable {
  package var table: RetryTable
  /// A server that asks for more than this is not waited for; the next run goes on.
  package var longestWait: Duration

  package init(table: RetryTable = RetryTable(), longestWait: Duration = .seconds(900)) {
    self.table = table
    self.longestWait = longestWait
  }

  package enum Decision: Hashable, Sendable {
    case giveUp
    case repeatAfter(Duration)
  }

  /// What is known of one failure.
  package struct Failure: Hashable, Sendable {
    package var failureClass: FailureClass
    /// Attempts made so far, the failed one included.
    package var attempts: Int
    /// `retry-after`, in seconds.
    package var retryAfter: Int?
    /// Seconds until the quota is renewed, by the server's clock.
    package var untilReset: Int?

    package init(
      _ failureClass: FailureClass,
      attempts: Int,
      retryAfter: Int? = nil,
      untilReset: Int? = nil
    ) {
      self.failureClass = failureClass
      self.attempts = attempts
      self.retryAfter = retryAfter
      self.untilReset = untilReset
    }
  }

  /// The decision, with full jitter from `generator` where the server names no wait.
  package func decide(
    _ failure: Failure,
    using generator: inout some RandomNumberGenerator
  ) -> Decision {
    let rule = table[failure.failureClass]
    guard failure.attempts < rule.attempts else { return .giveUp }
    let wait = asked(failure) ?? Self.backoff(rule, attempts: failure.attempts, using: &generator)
    return wait > longestWait ? .giveUp : .repeatAfter(wait)
  }

  /// The wait that the server names, obeyed to the second; the reset second is still refused.
  private func asked(_ failure: Failure) -> Duration? {
    if let seconds = failure.retryAfter { return .seconds(max(0, seconds)) }
    guard failure.failureClass == .primaryRateLimit, let seconds = failure.untilReset else {
      return nil
    }
    return .seconds(max(0, seconds) + 1)
  }

  /// Exponential backoff with full jitter above the floor.
  ///
  /// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
  package static func backoff(
    _ rule: RetryRule,
    attempts: Int,
    using generator: inout some RandomNumberGenerator
  ) -> Duration {
    let doublings = min(max(attempts - 1, 0), 20)
    let ceiling = min(rule.base * (1 << doublings), rule.cap)
    let floor = min(rule.floor * (1 << doublings), max(rule.cap, rule.floor))
    return max(floor, ceiling * Double.random(in: 0...1, using: &generator))
  }
}
