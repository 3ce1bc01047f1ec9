import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Model
import SQLiteStorage
import Storage
import Synchronization
import Testing

@testable import VitalsApp

/// The program in a folder of its own, with a simulated GitHub and everything it says at hand.
final class AppFixture: Sendable {
  static let now = "2026-04-01T06:00:00Z"
  static let repository = "octo-org/octo-repo"
  /// Shared, since writing a life takes longer than reading one.
  static let life = Simulation()

  let github: SimulatedGitHub
  let folder: URL
  /// What the program reads from standard input.
  private let input: String
  private let said = Mutex((output: "", talk: ""))
  private let variables: [String: String]
  private let transport: any Transport

  /// - Parameters:
  ///   - folder: Where store and reports lie.
  ///   - token: What the program signs with; the simulator knows `demo`.
  ///   - variables: Added to the environment.
  ///   - input: What the program reads from standard input.
  ///   - transport: In place of the real one.
  ///   - middlewares: What stands between the program and its transport, the outermost first.
  /// - Throws: When the simulator cannot start.
  init(
    in folder: URL,
    token: String? = "demo",
    variables: [String: String] = [:],
    input: String = "",
    transport: (any Transport)? = nil,
    through middlewares: [any Middleware] = []
  ) throws {
    let now = try #require(Timestamp(Self.now))
    github = try #require(SimulatedGitHub(Self.life, token: "demo", now: now))
    self.folder = folder
    self.input = input
    var environment = ["GITHUB_API_URL": github.baseURL, "GITHUB_GRAPHQL_URL": github.graphQLURL]
    environment["GITHUB_TOKEN"] = token
    self.variables = environment.merging(variables) { _, new in new }
    self.transport = Client(transport: transport ?? CurlTransport(), middlewares: middlewares)
  }

  /// What a command said and how it ended.
  struct Outcome: Sendable {
    var status: VitalsApp::ExitStatus
    var output: String
    var talk: String

    /// The output as JSON.
    var json: [String: Any]? {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]
    }
  }

  /// Runs a command with the store of the fixture.
  func run(_ words: String..., now: String = AppFixture.now) async -> Outcome {
    await run(words: words + ["--store", "sqlite:\(store)"], now: now)
  }

  /// Runs a command as it stands.
  func runBare(_ words: String...) async -> Outcome {
    await run(words: words, now: Self.now)
  }

  /// The daily job on the simulated repository.
  func runDaily(_ words: String..., now: String = AppFixture.now) async -> Outcome {
    let place = ["--store", "sqlite:\(store)", "--output", folder.path + "/reports"]
    return await run(words: ["run", "--repo", Self.repository] + place + words, now: now)
  }

  /// Runs a command as it stands; a variable that is nil is taken out of the environment.
  func run(
    words: [String],
    now: String,
    variables changed: [String: String?] = [:]
  ) async -> Outcome {
    said.withLock { $0 = ("", "") }
    let world = World(
      variables: changed.reduce(into: variables) { $0[$1.key] = $1.value },
      now: Timestamp(now) ?? Timestamp(seconds: 0),
      input: { Array(self.input.utf8) },
      output: { text in self.said.withLock { $0.output += text } },
      talk: { text in self.said.withLock { $0.talk += text } },
      isTerminal: false,
      transport: transport
    )
    let status = await App.run(words, in: world)
    let (output, talk) = said.withLock { $0 }
    return Outcome(status: status, output: output, talk: talk)
  }

  var store: String { folder.path + "/vitals.sqlite" }
  var report: String { folder.path + "/reports/health.md" }

  /// The requests since the last call that changed something, and how many read.
  func takeRequests(after count: Int) -> (writes: [String], reads: Int) {
    let requests = github.requests.dropFirst(count)
    let writes = requests.filter { $0.method != "GET" && $0.operation == nil }
    return (writes.map { "\($0.method) \($0.path)" }, requests.count - writes.count)
  }

  /// The facts of the store as text.
  func facts() async throws -> String {
    let opened = try await SQLiteStorage.open(path: store, access: .readOnly)
    let text = try await opened.dump().text
    try await opened.close()
    return text
  }
}
