/// Decides whether a failed request is sent again, and when.
package struct RetryPolicy: Hashable, Sendable {
  package enum Decision: Hashable, Sendable {
    /// The failure is the outcome.
    case give
    case wait(Duration)
  }

  package var rules: RetryRules
  /// The longest wait for a limit that is worth its runner's time.
  package var maximumLimitWait: Duration

  package init(rules: RetryRules = RetryRules(), maximumLimitWait: Duration = .seconds(900)) {
    self.rules = rules
    self.maximumLimitWait = maximumLimitWait
  }

  /// Decides after `attempt`, which counts from 1.
  ///
  /// - Parameters:
  ///   - failure: What the attempt met.
  ///   - attempt: How often the request was sent.
  ///   - isSafeToRepeat: Whether doing it twice does no harm.
  ///   - now: Seconds since 1970, used where the server does not tell its own time.
  ///   - generator: Where the jitter comes from.
  /// - Returns: A wait, or that the failure stays.
  package func decide(
    _ failure: Failure,
    attempt: Int,
    isSafeToRepeat: Bool,
    now: Int,
    using generator: inout some RandomNumberGenerator
  ) -> Decision {
    let rule = rules[failure.failureClass]
    guard attempt < rule.attempts, isSafeToRepeat || !failure.isAmbiguous else { return .give }
    if let wait = limitWait(failure, attempt: attempt, now: now) {
      return wait <= maximumLimitWait ? .wait(wait) : .give
    }
    let backoff = Backoff(base: rule.base, cap: rule.cap)
    return .wait(backoff.delay(after: attempt, using: &generator))
  }

  /// Whichever clock puts the reset into the hour that a window lasts, the server's first: a host's
  /// clock may be wrong, and so may a proxy's.
  private static func clock(_ server: Int?, _ host: Int, _ resetAt: Int) -> Int {
    let clocks = [server, host].compactMap(\.self)
    let window = 0...3_600
    return clocks.first { now in
      let (left, overflow) = resetAt.subtractingReportingOverflow(now)
      return !overflow && window.contains(left)
    } ?? clocks[0]
  }

  /// The wait that the server asks for or that its limit implies; nil leaves it to the back-off.
  package func limitWait(_ failure: Failure, attempt: Int, now: Int) -> Duration? {
    if let seconds = failure.retryAfter { return .seconds(max(0, seconds)) }
    let rule = rules[failure.failureClass]
    switch failure.failureClass {
    case .primaryRateLimit:
      if let resetAt = failure.resetAt {
        return RateLimit.wait(until: resetAt, now: Self.clock(failure.serverNow, now, resetAt))
      }
    case .secondaryRateLimit: break
    default: return nil
    }
    // "wait for at least one minute … an exponentially increasing amount of time":
    // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
    return Backoff(base: rule.base, cap: rule.cap).ceiling(after: attempt)
  }
}
