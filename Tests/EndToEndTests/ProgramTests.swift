import Foundation
import GitHubSimulator
import Model
import Synchronization
import TestSupport
import Testing

@Suite(.temporaryDirectory)
struct ProgramTests {
  private let vitals = Program("vitals")

  private func environment(_ github: SimulatedGitHub) -> [String: String] {
    [
      "GITHUB_API_URL": github.baseURL, "GITHUB_GRAPHQL_URL": github.graphQLURL,
      "GITHUB_TOKEN": "demo",
    ]
  }

  private func simulator() throws -> SimulatedGitHub {
    let now = try #require(Timestamp("2026-04-01T06:00:00Z"))
    return try #require(SimulatedGitHub(Simulation(), token: "demo", now: now))
  }

  private let daily = ["run", "--repo", "octo-org/octo-repo", "--now", "2026-04-01T06:00:00Z"]

  @Test func `the version is told on standard output`() async throws {
    let outcome = try await vitals.run(["--version"], in: TemporaryDirectory.current)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("vitals "))
    #expect(outcome.talk.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `output that cannot be written is told, and is no finding`() async throws {
    let shell = Program(at: URL(filePath: "/bin/sh"))
    let line = "echo '[](a)' | '\(vitals.url.path)' lint - > /dev/full"
    let outcome = try await shell.run(["-c", line], in: TemporaryDirectory.current)
    #expect(outcome.status == 6)
    #expect(
      outcome.talk
        == "error: The output cannot be written: No space left on device; make room for it or "
        + "write it elsewhere.\n"
    )
  }

  @Test func `the whole job runs from an empty folder, without the templates' folder`()
    async throws
  {
    let github = try simulator()
    let folder = TemporaryDirectory.current
    let outcome = try await vitals.run(daily, in: folder, environment: environment(github))
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(try folder.names() == ["reports", "vitals.sqlite"])
    let report = try String(contentsOfFile: folder.path + "/reports/health.md", encoding: .utf8)
    #expect(report.contains("### Where the score comes from"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `a report is shown in short on a terminal, and not where a file was asked for`()
    async throws
  {
    let github = try simulator()
    let folder = TemporaryDirectory.current
    _ = try await vitals.run(daily, in: folder, environment: environment(github))
    func shown(_ words: String) async throws -> String {
      let line = "'\(vitals.url.path)' report --now 2026-04-01T06:00:00Z --quiet \(words)"
      let terminal = Program(at: URL(filePath: "/usr/bin/script"))
      return try await terminal.run(["-qec", line, "/dev/null"], in: folder).output
    }
    let view = try await shown("")
    #expect(view.hasPrefix("octo-org/octo-repo, 31\u{A0}March 2026\r\n\r\n"))
    #expect(view.contains("PR throughput     ■"))
    #expect(!view.contains("\u{1B}"))
    #expect(try await shown("--output elsewhere") == "")
    #expect(try await shown("--format json") == "")
  }

  @Test func `a signal ends a run at once with what was read kept`() async throws {
    let github = try simulator()
    let folder = TemporaryDirectory.current
    // The answer that never comes holds the run up when the signal arrives.
    let hold = Hold()
    let stalled = try #require(
      LoopbackServer { _ in
        hold.wait()
        return .init(status: 200)
      }
    )
    defer { hold.release() }
    var variables = environment(github)
    variables["GITHUB_API_URL"] = stalled.address
    let running = try vitals.start(daily, in: folder, environment: variables)
    while github.requests.count < 3 { try await Task.sleep(for: .milliseconds(10)) }
    running.process.terminate()
    let outcome = try await running.outcome()
    #expect(outcome.status == 3, "\(outcome.talk)")
    let names = try folder.names()
    #expect(names == ["vitals.sqlite"], "\(names) \(outcome.talk)")
    let again = try await vitals.run(daily, in: folder, environment: environment(github))
    #expect(again.status == 0, "\(again.talk)")
  }
}

/// Keeps a server's answer back until the test lets it go.
private final class Hold: Sendable {
  private let isReleased = Mutex(false)

  func release() {
    isReleased.withLock { $0 = true }
  }

  func wait() {
    for _ in 0..<3_000 where !isReleased.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.01) }
  }
}
