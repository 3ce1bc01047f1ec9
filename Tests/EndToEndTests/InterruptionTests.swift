import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import GitHubSimulator

/// Ends from outside: signals and readers that go away.
@Suite(.temporaryDirectory)
struct InterruptionTests {
  private let vitals = Program("vitals")

  @Test(.timeLimit(.minutes(1)))
  func `a collection that stalls ends with a signal, and the next run goes on`()
    async throws
  {
    let github = try #require(StallingGitHub(letting: 3))
    let folder = TemporaryDirectory.current
    let run = { (words: [String]) in
      try await vitals.run(words + Self.options, in: folder, environment: github.environment)
    }
    let running = try vitals.start(
      ["run"] + Self.options,
      in: folder,
      environment: github.environment
    )
    for await _ in github.stalled { break }
    running.process.terminate()
    let outcome = try await running.outcome()
    #expect(outcome.status == 3)
    #expect(outcome.talk.hasSuffix("error: The run was ended before it was done.\n"))
    github.release()

    #expect(try await run(["store", "verify"]).status == 0)
    let kept = try await run(["store", "dump"]).output
    #expect(kept.contains("octo-org/octo-repo"))
    #expect(try await run(["collect"]).status == 0)
    let grown = try await run(["store", "dump"]).output
    #expect(grown.utf8.count > kept.utf8.count)
    try FileManager.default.removeItem(atPath: folder.file("vitals.sqlite"))
    #expect(try await run(["collect"]).status == 0)
    #expect(try await run(["store", "dump"]).output == grown)
  }

  private static let options = [
    "--repo", "octo-org/octo-repo", "--now", Simulation.defaultNow.description,
  ]

  @Test func `a reader that went away is no crash`() async throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let process = Process()
    process.executableURL = vitals.url
    process.arguments = ["config", "schema"]
    process.standardOutput = pipe
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }
}

/// A GitHub that answers some GraphQL requests and then keeps silent, until it is let go on.
private final class StallingGitHub: Sendable {
  private let server: LoopbackServer
  private let gate: Gate
  /// Tells when the first request waits.
  let stalled: AsyncStream<Void>

  /// Requests are let through by their number, from the first on.
  init?(letting count: Int) {
    let service = Service(life: Simulation(), token: "demo", now: Simulation.defaultNow)
    let (stalled, continuation) = AsyncStream.makeStream(of: Void.self)
    let gate = Gate(letting: count) { continuation.yield() }
    guard
      let server = LoopbackServer({ request in
        if request.target == "/graphql" { gate.pass() }
        return service.answer(request)
      })
    else { return nil }
    (self.server, self.gate, self.stalled) = (server, gate, stalled)
  }

  /// Lets everything through from now on.
  func release() {
    gate.open()
  }

  var environment: [String: String] {
    [
      "GITHUB_TOKEN": "demo", "GITHUB_API_URL": server.address,
      "GITHUB_GRAPHQL_URL": "\(server.address)/graphql",
    ]
  }

  deinit { gate.open() }
}

/// Where requests wait once some have passed.
private final class Gate: Sendable {
  private let left: Mutex<Int>
  private let closed = DispatchSemaphore(value: 0)
  private let whenClosed: @Sendable () -> Void

  init(letting count: Int, whenClosed: @escaping @Sendable () -> Void) {
    left = Mutex(count)
    self.whenClosed = whenClosed
  }

  func pass() {
    let mayPass = left.withLock { left in
      left -= 1
      return left >= 0
    }
    guard !mayPass else { return }
    whenClosed()
    closed.wait()
    closed.signal()
  }

  func open() {
    left.withLock { $0 = .max }
    closed.signal()
  }
}
