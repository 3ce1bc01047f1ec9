/// How one class of failure is met.
package struct RetryRule: Hashable, Sendable {
  /// How often a request is sent in all; 1 never repeats it.
  package var attempts: Int
  /// The longest first wait; doubles with each attempt.
  package var base: Duration
  /// No wait is longer, but for one that the server asks for.
  package var cap: Duration
  /// The shortest wait where the server names none.
  package var floor: Duration

  package init(
    attempts: Int,
    base: Duration = .zero,
    cap: Duration = .zero,
    floor: Duration = .zero
  ) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
    self.floor = floor
  }
}

/// The strategies of all classes of failure: the one table of them.
///
/// GitHub asks for at least a minute after a secondary limit without `retry-after`, growing from
/// there: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
package struct RetryTable: Hashable, Sendable {
  private var rules: [FailureClass: RetryRule] = [
    .authentication: RetryRule(attempts: 1),
    .permission: RetryRule(attempts: 1),
    .notFound: RetryRule(attempts: 1),
    .primaryRateLimit: RetryRule(attempts: 3),
    .secondaryRateLimit: RetryRule(
      attempts: 4,
      base: .seconds(60),
      cap: .seconds(960),
      floor: .seconds(60)
    ),
    .network: RetryRule(attempts: 5, base: .seconds(1), cap: .seconds(30)),
    .server: RetryRule(attempts: 5, base: .seconds(1), cap: .seconds(60)),
    .invalidResponse: RetryRule(attempts: 3, base: .seconds(1), cap: .seconds(30)),
    // The caller asks for less instead of asking again.
    .partialResult: RetryRule(attempts: 1),
  ]

  package init() {}

  package subscript(_ failure: FailureClass) -> RetryRule {
    get { rules[failure] ?? RetryRule(attempts: 1) }
    set { rules[failure] = newValue }
  }
}
