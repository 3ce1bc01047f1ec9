import Foundation
import HTTP
import Resilience
import Synchronization
import TestSupport
import Testing

/// What is said before a limit or a budget is used up.
struct QuotaWatchTests {
  private let url: URL

  init() throws { url = try #require(URL(string: "https://api.github.com/user")) }

  private func answer(_ remaining: Int, of limit: Int = 1_000, _ resource: String = "core")
    -> Response
  {
    Response(
      200,
      [
        "X-RateLimit-Limit": "\(limit)", "X-RateLimit-Remaining": "\(remaining)",
        "X-RateLimit-Reset": "1700000000", "X-RateLimit-Resource": resource,
      ]
    )
  }

  @Test func `the newest word on each limit is kept, and the last tenth is told once`() async throws
  {
    let told = Mutex<[String]>([])
    let watch = QuotaWatch { limit in
      told.withLock { $0.append("\(limit.resource) \(limit.remaining)") }
    }
    let answers = [
      answer(101), answer(100), answer(99), answer(5_000, of: 5_000, "graphql"), Response(200),
    ]
    let client = Client(transport: ScriptedTransport(answers), middlewares: [watch])
    for _ in answers { _ = try await client.send(Request(.get, url)) }
    #expect(told.withLock { $0 } == ["core 100"])
    #expect(watch.limits.map(\.resource) == ["core", "graphql"])
    #expect(watch.limits.map(\.remaining) == [99, 5_000])
  }

  @Test func `a server without limits is never low`() async throws {
    let watch = QuotaWatch { limit in Issue.record("\(limit)") }
    let client = Client(transport: ScriptedTransport([answer(0, of: 0)]), middlewares: [watch])
    _ = try await client.send(Request(.get, url))
    #expect(watch.limits.isEmpty)
  }

  @Test func `four fifths of a budget are told once, and the rest is still spent`() async throws {
    let told = Mutex<[String]>([])
    let guarding = BudgetGuard(RequestBudget(.units(10))) { allowance in
      told.withLock { $0.append("\(allowance)") }
    }
    let transport = ScriptedTransport(Array(repeating: Response(200), count: 10))
    let client = Client(transport: transport, middlewares: [guarding])
    for number in 1...10 {
      _ = try await client.send(Request(.get, url))
      #expect(told.withLock { $0 } == (number < 8 ? [] : ["10 REST requests"]))
    }
    let refusal = await #expect(throws: BudgetExhausted.self) {
      try await client.send(Request(.get, url))
    }
    #expect(
      refusal?.description
        == "The run's budget of 10 REST requests is used up; the next run goes on from here."
    )
  }
}
