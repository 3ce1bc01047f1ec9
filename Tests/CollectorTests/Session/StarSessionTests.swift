import Model
import Testing

@testable import Collector
@testable import GitHub

/// The star history, which is read beside the other streams.
struct StarSessionTests {
  @Test func `the newest stars of a new repository are asked for once`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    #expect(fixture.github.takeOperations().count { $0 == "history" } == 3)
  }

  @Test func `stars asked for in vain leave only what went wrong with the repository`()
    async throws
  {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.names = [:] }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .failed)
    #expect(result.failures.map(\.failureClass) == ["notFound"])
  }
}
