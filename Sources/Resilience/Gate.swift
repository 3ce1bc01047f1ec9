/// Lets calls through while the circuit breaker admits them.
package actor Gate<C: Clock> where C.Duration == Duration, C.Instant: Sendable {
  /// What a call says of its host.
  package enum Outcome: Hashable, Sendable {
    case succeeded
    case failed
    case abandoned
  }

  private let clock: C
  private var breaker: CircuitBreaker<C.Instant>

  package init(clock: C, breaker: CircuitBreaker<C.Instant> = CircuitBreaker()) {
    self.clock = clock
    self.breaker = breaker
  }

  /// Gives nil when a call may go out, otherwise how long the breaker stays open.
  package func rejection() -> Duration? {
    let now = clock.now
    guard case .reject(let until) = breaker.admit(at: now) else { return nil }
    return now.duration(to: until)
  }

  /// Takes the outcome of a call that was let through.
  package func record(_ outcome: Outcome) {
    switch outcome {
    case .succeeded: breaker.succeeded()
    case .failed: breaker.failed(at: clock.now)
    case .abandoned: breaker.abandoned(at: clock.now)
    }
  }
}
