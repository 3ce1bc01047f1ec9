import Resilience
import TestSupport
import Testing

struct RetryPolicyTests {
  private func decide(
    _ failure: Failure,
    attempt: Int = 1,
    isSafeToRepeat: Bool = true,
    policy: RetryPolicy = RetryPolicy()
  ) -> RetryPolicy.Decision {
    var generator = SeededGenerator(seed: 1)
    return policy.decide(
      failure,
      attempt: attempt,
      isSafeToRepeat: isSafeToRepeat,
      now: 1_000,
      using: &generator
    )
  }

  @Test func `the classes have the names of the settings`() {
    #expect(
      FailureClass.allCases.map(\.rawValue) == [
        "authentication", "permission", "notFound", "primaryRateLimit", "secondaryRateLimit",
        "network", "server", "invalidResponse", "partialResult",
      ]
    )
  }

  @Test(arguments: [FailureClass.authentication, .permission, .notFound, .partialResult])
  func `what cannot get better is not repeated`(failure: FailureClass) {
    #expect(decide(Failure(failure)) == .give)
  }

  @Test(arguments: [FailureClass.network, .server, .invalidResponse])
  func `the rest is repeated until its attempts are used up`(failure: FailureClass) {
    let attempts = RetryRules()[failure].attempts
    #expect(decide(Failure(failure), attempt: attempts - 1) != .give)
    #expect(decide(Failure(failure), attempt: attempts) == .give)
  }

  @Test func `a wait that the server names is obeyed to the second`() {
    for failure in [FailureClass.secondaryRateLimit, .server, .primaryRateLimit] {
      #expect(decide(Failure(failure, retryAfter: 7, resetAt: 2_000)) == .wait(.seconds(7)))
    }
  }

  @Test func `the hour is waited for by the server's clock, and one second more`() {
    #expect(decide(Failure(.primaryRateLimit, resetAt: 1_120)) == .wait(.seconds(121)))
    let skewed = Failure(.primaryRateLimit, resetAt: 1_120, serverNow: 1_100)
    #expect(decide(skewed) == .wait(.seconds(21)))
    #expect(decide(Failure(.primaryRateLimit, resetAt: 900)) == .wait(.seconds(1)))
  }

  @Test func `a limit that lasts too long is given up`() {
    #expect(decide(Failure(.primaryRateLimit, resetAt: 1_899)) == .wait(.seconds(900)))
    #expect(decide(Failure(.primaryRateLimit, resetAt: 1_900)) == .give)
    #expect(decide(Failure(.primaryRateLimit, resetAt: .max)) == .give)
    #expect(decide(Failure(.secondaryRateLimit, retryAfter: 901)) == .give)
  }

  @Test func `a secondary limit without a time waits a minute, then twice as long`() {
    #expect(decide(Failure(.secondaryRateLimit)) == .wait(.seconds(60)))
    #expect(decide(Failure(.secondaryRateLimit), attempt: 2) == .wait(.seconds(120)))
    #expect(decide(Failure(.secondaryRateLimit), attempt: 3) == .wait(.seconds(240)))
  }

  @Test func `what may have been done is not done twice`() {
    let lost = Failure(.network, isAmbiguous: true)
    #expect(decide(lost, isSafeToRepeat: false) == .give)
    #expect(decide(lost, isSafeToRepeat: true) != .give)
    #expect(decide(Failure(.network), isSafeToRepeat: false) != .give)
  }

  @Test func `a rule can be set in part`() {
    let rules = RetryRules(overriding: [.server: .init(attempts: 0, cap: .seconds(2))])
    #expect(rules[.server].attempts == 1)
    #expect(rules[.server].cap == .seconds(2))
    #expect(rules[.server].base == RetryRules()[.server].base)
    #expect(decide(Failure(.server), policy: RetryPolicy(rules: rules)) == .give)
  }
}

struct BackoffTests {
  @Test func `the ceiling doubles up to the cap`() {
    let backoff = Backoff(base: .seconds(1), cap: .seconds(10))
    #expect([1, 2, 3, 4, 5, 90].map(backoff.ceiling) == [1, 2, 4, 8, 10, 10].map { .seconds($0) })
  }

  @Test func `the delay fills the whole range and depends on the seed alone`() {
    let backoff = Backoff(base: .seconds(8), cap: .seconds(8))
    var generator = SeededGenerator(seed: 3)
    var again = SeededGenerator(seed: 3)
    let delays = (0..<200).map { _ in backoff.delay(after: 1, using: &generator) }
    #expect(delays == (0..<200).map { _ in backoff.delay(after: 1, using: &again) })
    #expect(delays.allSatisfy { (.zero ... .seconds(8)).contains($0) })
    #expect(delays.contains { $0 < .seconds(1) } && delays.contains { $0 > .seconds(7) })
  }
}
