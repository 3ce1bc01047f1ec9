import FoundationEssentials
import HTTP
import Model
import TestSupport
import Testing

@testable import Collector

/// Views and clones, which another token reads.
///
/// The run's time is 25 March 2026, 08:00.
struct TrafficTests {
  @Test func `views and clones come through their own token, two requests a run`() async throws {
    let fixture = try CollectorFixture()
    let transport = traffic(views: 12, clones: 3)
    let result = try await fixture.collect(traffic: transport)
    #expect(result.run.outcome == .complete)
    #expect(transport.requests.map(\.url.lastPathComponent) == ["views", "clones"])
    #expect(!fixture.github.takeOperations().contains("views"))
    let run = try #require(result.run.streams.first { $0.name == .traffic })
    #expect(run.rows == 26 && run.requests == 2)
    let history = try await fixture.history()
    #expect(history.traffic.count == 26)
    #expect(history.traffic.filter { $0.count > 0 }.map(\.count) == [3, 12])
    #expect(history.streams[.traffic]?.horizon == .since(try instant("2026-03-12")))
  }

  @Test func `without a token for it traffic is not attempted`() async throws {
    let fixture = try CollectorFixture()
    let result = try await fixture.collect()
    #expect(!result.run.streams.contains { $0.name == .traffic })
    #expect(try await fixture.history().streams[.traffic] == nil)
  }

  private static let refusals: [(words: String, remedy: String)] = [
    ("Resource not accessible by integration", "use a personal access token"),
    ("Resource not accessible by personal access token", "add the permission to the token"),
    ("Must have push access to repository", "lacks Administration: read"),
  ]

  @Test(arguments: refusals) func `a refusal names what is missing and costs nothing else`(
    _ refusal: (words: String, remedy: String)
  ) async throws {
    let fixture = try CollectorFixture()
    let transport = ScriptedTransport([
      Response(403, text: #"{"message": "\#(refusal.words)"}"#)
    ])
    let result = try await fixture.collect(traffic: transport)
    let failure = try #require(result.failures.first)
    #expect(result.failures.count == 1 && failure.stream == .traffic)
    #expect(failure.failureClass == "permission")
    #expect(failure.description.contains(refusal.remedy))
    #expect(failure.description.contains("octo/tool"))
    let streams = try await fixture.history().streams
    #expect(streams[.traffic]?.lastAttempt == .init(at: fixture.now, failure: failure.description))
    #expect(streams[.traffic]?.horizon == .nothing)
    #expect(streams[.issues]?.horizon == .complete)
  }

  @Test func `a run without the token leaves what was read`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect(traffic: traffic(views: 12, clones: 3))
    let before = try await fixture.history()
    try await fixture.collect(hoursLater: 24)
    let after = try await fixture.history()
    #expect(after.traffic == before.traffic)
    #expect(after.streams[.traffic] == before.streams[.traffic])
  }

  private static let gaps: [(hours: Int, since: String)] = [
    (24, "2026-03-12"), (13 * 24, "2026-03-12"), (14 * 24, "2026-03-26"),
  ]

  @Test(arguments: gaps) func `days that nobody read in time end what is known`(
    _ gap: (hours: Int, since: String)
  ) async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect(traffic: traffic(views: 12, clones: 3))
    try await fixture.collect(hoursLater: gap.hours, traffic: traffic(views: 14, clones: 1))
    let horizon = try await fixture.history().streams[.traffic]?.horizon
    #expect(horizon == .since(try instant(gap.since)))
  }

  private func instant(_ day: String) throws -> Timestamp {
    try #require(Day(day)).start
  }

  /// Replies with something on 20 March alone.
  private func traffic(views: Int, clones: Int) -> ScriptedTransport {
    func reply(_ kind: String, _ count: Int) -> Response {
      let day = #"{"timestamp": "2026-03-20T00:00:00Z", "count": \#(count), "uniques": 1}"#
      return Response(200, text: #"{"count": 1, "uniques": 1, "\#(kind)": [\#(day)]}"#)
    }
    return ScriptedTransport([reply("views", views), reply("clones", clones)])
  }
}
