import Resilience
import TestSupport
import Testing

struct CircuitBreakerTests {
  typealias Instant = InstantClock.Instant

  private func second(_ number: Int) -> Instant { Instant(offset: .seconds(number)) }

  private func admit(
    _ breaker: inout CircuitBreaker<Instant>,
    _ number: Int
  ) -> CircuitBreaker<Instant>.Decision {
    breaker.admit(at: second(number))
  }

  /// A breaker that is open from second 0 to second 30.
  private func openBreaker() -> CircuitBreaker<Instant> {
    var breaker = CircuitBreaker<Instant>(threshold: 2, rest: .seconds(30))
    breaker.failed(at: second(0))
    breaker.failed(at: second(0))
    return breaker
  }

  @Test func `failures in a row open it, others do not`() {
    var breaker = CircuitBreaker<Instant>(threshold: 2, rest: .seconds(30))
    breaker.failed(at: second(0))
    breaker.succeeded()
    breaker.failed(at: second(1))
    #expect(admit(&breaker, 1) == .proceed)
    breaker.failed(at: second(2))
    #expect(admit(&breaker, 3) == .reject(until: second(32)))
  }

  @Test func `after its rest one call may try`() {
    var breaker = openBreaker()
    #expect(admit(&breaker, 29) == .reject(until: second(30)))
    #expect(admit(&breaker, 30) == .proceed)
    #expect(admit(&breaker, 31) == .reject(until: second(60)))
    breaker.succeeded()
    #expect(admit(&breaker, 31) == .proceed)
  }

  @Test func `a trial that fails opens it again`() {
    var breaker = openBreaker()
    _ = breaker.admit(at: second(30))
    breaker.failed(at: second(31))
    #expect(admit(&breaker, 60) == .reject(until: second(61)))
  }

  @Test func `a trial that is abandoned leaves its place to the next`() {
    var breaker = openBreaker()
    _ = breaker.admit(at: second(30))
    breaker.abandoned(at: second(31))
    #expect(admit(&breaker, 31) == .proceed)
  }

  @Test func `a late success does not close it`() {
    var breaker = openBreaker()
    breaker.succeeded()
    #expect(admit(&breaker, 1) == .reject(until: second(30)))
  }
}

struct AdmissionQueueTests {
  @Test func `the highest priority goes first, and then the oldest`() {
    var queue = AdmissionQueue(limit: 1)
    var isAdmitted = queue.arrive(0, priority: .backfill)
    #expect(isAdmitted)
    for (ticket, priority) in [(1, .backfill), (2, .sync), (3, .delivery), (4, .sync)]
      as [(Int, Priority)]
    {
      isAdmitted = queue.arrive(ticket, priority: priority)
      #expect(!isAdmitted)
    }
    let abandoned = [queue.abandon(1), queue.abandon(1)]
    #expect(abandoned == [true, false])
    let order = [queue.leave(), queue.leave(), queue.leave(), queue.leave()]
    #expect(order == [3, 2, 4, nil])
    isAdmitted = queue.arrive(5, priority: .sync)
    #expect(isAdmitted)
  }
}

struct WritePacerTests {
  @Test func `writes are a second apart, also from those of a run just before`() {
    var pacer = WritePacer<InstantClock.Instant>(start: .init())
    #expect(pacer.delay(at: .init(offset: .milliseconds(300))) == .milliseconds(700))
    pacer.ended(at: .init(offset: .seconds(5)))
    #expect(pacer.delay(at: .init(offset: .milliseconds(5_400))) == .milliseconds(600))
    #expect(pacer.delay(at: .init(offset: .seconds(7))) == .zero)
  }
}

struct TurnstileTests {
  @Test func `a task that waits can be cancelled and takes no place`() async throws {
    let turnstile = Turnstile(limit: 1)
    try await turnstile.pass(.sync) {
      let waiter = Task { try await turnstile.pass(.delivery) {} }
      waiter.cancel()
      await #expect(throws: CancellationError.self) { try await waiter.value }
    }
    #expect(try await turnstile.pass(.sync) { 1 } == 1)
  }

  @Test func `no more tasks are inside than allowed`() async throws {
    let turnstile = Turnstile(limit: 3)
    let inside = Occupancy()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await turnstile.pass(.sync) {
            await inside.enter()
            await Task.yield()
            await inside.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect((1...3).contains(await inside.most))
  }

  private actor Occupancy {
    private var now = 0
    private(set) var most = 0

    func enter() {
      now += 1
      most = max(most, now)
    }

    func leave() { now -= 1 }
  }
}
