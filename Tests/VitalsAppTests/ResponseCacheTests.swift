import Foundation
import HTTP
import Model
import Resilience
import Settings
import Storage
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct ResponseCacheTests {
  private static let releases = "https://api.github.com/repos/a/b/releases"
  private static let page = Response(200, ["ETag": "\"1\""], text: "[]")

  /// The condition with which a run reads the releases, and the counts of the run.
  private func read(
    _ answer: Response,
    in store: any MetricStore,
    as token: String = "ghs_secret",
    role: TokenRole = .primary,
    isCachingEnabled: Bool = true
  ) async throws -> (condition: String?, counts: RequestCounter.Snapshot) {
    let file = TemporaryDirectory.current.appending(component: "vitals.yml")
    try Data("collection: { enable_caching: \(isCachingEnabled) }".utf8).write(to: file)
    let transport = ScriptedTransport([answer])
    let world = World(
      variables: [:],
      now: Timestamp(seconds: 0),
      output: { _ in },
      talk: { Issue.record("said: \($0)") },
      isTerminal: false,
      transport: transport
    )
    var options = CommonOptions()
    options.configPath = file.path
    let session = try Session(options, world)
    let url = try #require(URL(string: Self.releases))
    let client = session.client(
      Secret(token),
      for: [url],
      budget: Resilience::RequestBudget(.units(9)),
      store: store,
      role: role
    )
    let response = try await client.send(Request(.get, url))
    #expect(response.status == 200)
    return (transport.requests.first?.headers["If-None-Match"], session.counter.snapshot)
  }

  @Test func `the second run of a day asks whether the first one's answers still hold`()
    async throws
  {
    let store = MemoryStore()
    #expect(try await read(Self.page, in: store).condition == nil)
    let second = try await read(Response(304), in: store, as: "ghs_another")
    #expect(second.condition == "\"1\"")
    #expect(second.counts.notModified == 1)
  }

  @Test func `another kind of token has answers of its own`() async throws {
    let store = MemoryStore()
    _ = try await read(Self.page, in: store)
    #expect(try await read(Self.page, in: store, as: "ghp_secret").condition == nil)
  }

  @Test func `the token for traffic has answers of its own`() async throws {
    let store = MemoryStore()
    _ = try await read(Self.page, in: store)
    #expect(try await read(Self.page, in: store, role: .traffic).condition == nil)
  }

  @Test func `nothing is asked conditionally where the settings say so`() async throws {
    let store = MemoryStore()
    _ = try await read(Self.page, in: store)
    let second = try await read(Self.page, in: store, isCachingEnabled: false)
    #expect(second.condition == nil)
  }
}
