import Foundation
import TestSupport
import Testing

/// What a person meets who tries the program.
@Suite(.temporaryDirectory)
struct DemoTests {
  private let vitals = Program("vitals")
  private let now = "2026-04-01T06:00:00Z"

  private func run(
    _ words: String...,
    with simulator: SimulatorProcess
  ) async throws -> Program.Outcome {
    try await vitals.run(
      words + ["--repo", "octo-org/octo-repo", "--now", now],
      in: TemporaryDirectory.current,
      environment: simulator.environment
    )
  }

  @Test func `the help goes to standard output`() async throws {
    let help = try await vitals.run(["--help"], in: TemporaryDirectory.current)
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("vitals tells how healthy"))
    #expect(help.talk == "")
  }

  @Test func `a command line that cannot be understood ends with status 2`() async throws {
    let outcome = try await vitals.run(["repotr"], in: TemporaryDirectory.current)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.talk == "error: `vitals repotr` is not a command; did you mean `vitals report`?\n"
    )
  }

  @Test func `the two programs show the whole job`() async throws {
    let simulator = try SimulatorProcess(now: now)
    let first = try await run("run", with: simulator)
    #expect(first.status == 0, "\(first.talk)")
    #expect(first.output == "")
    #expect(first.talk.contains("health issue created: "))
    #expect(try TemporaryDirectory.current.names() == ["reports", "vitals.sqlite"])
    let second = try await run("run", with: simulator)
    #expect(second.status == 0)
    #expect(second.talk.contains("health issue unchanged: "))
    let score = try await run("score", with: simulator)
    #expect(score.output.hasPrefix("octo-org/octo-repo on 2026-03-31: "))
    #expect(score.talk == "")
  }

  @Test func `two simulators tell the same life`() async throws {
    var dumps: [String] = []
    for _ in 1...2 {
      let simulator = try SimulatorProcess(now: now)
      #expect(try await run("collect", with: simulator).status == 0)
      dumps.append(try await run("store", "dump", with: simulator).output)
      try FileManager.default.removeItem(atPath: TemporaryDirectory.current.file("vitals.sqlite"))
    }
    #expect(dumps[0].contains("octo-org/octo-repo"))
    #expect(dumps[0] == dumps[1])
  }
}
