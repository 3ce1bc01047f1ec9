/// How one class of failure is met.
package struct RetryRule: Hashable, Sendable {
  /// What a failure that stays means for the run.
  package enum RunEffect: String, Hashable, Sendable {
    /// What came is kept, and the gap is reported.
    case keepsPart
    /// The data is left out, and the repository goes on.
    case skipsData
    /// The repository is left out, and the others go on.
    case skipsRepository
    /// The run ends at the border of a page and goes on the next time.
    case pausesRun
    /// Nothing can succeed any more.
    case endsRun
  }

  /// How often a request is sent in all, at least 1.
  package var attempts: Int
  /// The longest first delay; it doubles with each attempt.
  package var base: Duration
  /// No delay of the back-off is longer.
  package var cap: Duration
  /// Whether the failure speaks against the host, and so counts for the circuit breaker.
  package var tripsBreaker: Bool
  package var runEffect: RunEffect

  package init(
    attempts: Int,
    base: Duration = .zero,
    cap: Duration = .zero,
    tripsBreaker: Bool = false,
    runEffect: RunEffect
  ) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
    self.tripsBreaker = tripsBreaker
    self.runEffect = runEffect
  }

  package var isRetryable: Bool { attempts > 1 }
}

/// The rule of each class of failure.
package struct RetryRules: Hashable, Sendable {
  /// What a user sets of one rule; nil keeps the standard.
  package struct Override: Hashable, Sendable {
    package var attempts: Int?
    package var base: Duration?
    package var cap: Duration?

    package init(attempts: Int? = nil, base: Duration? = nil, cap: Duration? = nil) {
      self.attempts = attempts
      self.base = base
      self.cap = cap
    }
  }

  private var overrides: [FailureClass: Override]

  /// - Parameter overrides: What differs from the standard.
  package init(overriding overrides: [FailureClass: Override] = [:]) {
    self.overrides = overrides
  }

  package subscript(_ failure: FailureClass) -> RetryRule {
    var rule = Self.standard(failure)
    guard let override = overrides[failure] else { return rule }
    rule.attempts = max(1, override.attempts ?? rule.attempts)
    rule.base = override.base ?? rule.base
    rule.cap = override.cap ?? rule.cap
    return rule
  }

  private static func standard(_ failure: FailureClass) -> RetryRule {
    switch failure {
    case .authentication: RetryRule(attempts: 1, runEffect: .endsRun)
    case .permission: RetryRule(attempts: 1, runEffect: .skipsData)
    case .notFound: RetryRule(attempts: 1, runEffect: .skipsRepository)
    case .primaryRateLimit:
      RetryRule(attempts: 2, base: .seconds(60), cap: .seconds(900), runEffect: .pausesRun)
    case .secondaryRateLimit:
      RetryRule(attempts: 4, base: .seconds(60), cap: .seconds(900), runEffect: .pausesRun)
    case .network:
      RetryRule(
        attempts: 4,
        base: .seconds(1),
        cap: .seconds(30),
        tripsBreaker: true,
        runEffect: .skipsRepository
      )
    case .server:
      RetryRule(
        attempts: 5,
        base: .seconds(1),
        cap: .seconds(60),
        tripsBreaker: true,
        runEffect: .skipsRepository
      )
    case .invalidResponse:
      RetryRule(
        attempts: 3,
        base: .seconds(1),
        cap: .seconds(30),
        runEffect: .skipsRepository
      )
    case .partialResult: RetryRule(attempts: 1, runEffect: .keepsPart)
    }
  }
}
