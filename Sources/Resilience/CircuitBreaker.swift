/// Decides whether a call may go out, from the outcome of the calls before it.
package struct CircuitBreaker<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  package enum Decision: Hashable, Sendable {
    case proceed
    case reject(until: Instant)
  }

  private enum State: Sendable {
    case closed(failures: Int)
    case open(until: Instant)
    /// One call is out to see whether the host is back; `until` is when its chance ends.
    case halfOpen(until: Instant)
  }

  private let threshold: Int
  private let rest: Duration
  private var state = State.closed(failures: 0)

  /// - Parameters:
  ///   - threshold: Failures in a row that open the breaker.
  ///   - rest: How long it stays open before one call may try.
  package init(threshold: Int = 5, rest: Duration = .seconds(30)) {
    self.threshold = threshold
    self.rest = rest
  }

  package mutating func admit(at now: Instant) -> Decision {
    switch state {
    case .closed: return .proceed
    case .open(let until) where now < until, .halfOpen(let until) where now < until:
      return .reject(until: until)
    case .open, .halfOpen:
      state = .halfOpen(until: now.advanced(by: rest))
      return .proceed
    }
  }

  /// The call was answered.
  package mutating func succeeded() {
    // An old call that ends well while the breaker is open proves nothing new.
    if case .open = state { return }
    state = .closed(failures: 0)
  }

  /// The call failed in a way that speaks against the host.
  package mutating func failed(at now: Instant) {
    switch state {
    case .closed(let failures) where failures + 1 < threshold:
      state = .closed(failures: failures + 1)
    case .closed, .halfOpen: state = .open(until: now.advanced(by: rest))
    case .open: break
    }
  }

  /// The call was cancelled and says nothing; the next one may try in its place.
  package mutating func abandoned(at now: Instant) {
    if case .halfOpen = state { state = .open(until: now) }
  }
}
