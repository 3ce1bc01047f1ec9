import Foundation
import GitHubSimulator
import TestSupport
import Testing

@testable import VitalsApp

/// A store that cannot be used is left as it is.
@Suite(.temporaryDirectory)
struct UnusableStoreTests {
  private func expectRefusal(
    _ line: String,
    _ status: VitalsApp.ExitStatus,
    _ talk: String
  ) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let before = try fixture.folder.bytes(of: "vitals.sqlite")
    let outcome = try await fixture.vitals(line)
    #expect(outcome.talk == "error: \(talk)\n")
    #expect(outcome.status == status)
    #expect(try fixture.folder.bytes(of: "vitals.sqlite") == before)
    #expect(fixture.github.requests.isEmpty)
  }

  /// Commands that only look at a store, or change what is there.
  private static let readers = [
    "publish", "publish weekly", "publish alerts", "publish summary", "comment --pr 1", "metrics",
    "score", "score --from 2026-03-01", "series --metric stars", "trend --metric stars",
    "forecast --metric stars", "anomalies --metric stars", "report", "report weekly",
    "report portfolio", "store info", "store verify", "store dump", "store backup",
    "store backup FOLDER/copy.gz",
  ]

  @Test(arguments: readers)
  func `a store that is missing is not made by those who read it`(line: String) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals(line)
    let sentence =
      "error: There is no store at FOLDER/vitals.sqlite; run `vitals collect` first, or name "
      + "another with --store.\n"
    #expect(outcome.talk == sentence)
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(try fixture.folder.names() == ["vitals.yml"])
  }

  @Test func `a store of an earlier version waits for a run that writes`() async throws {
    // The version: https://sqlite.org/fileformat2.html#the_database_header
    try await CollectedStore.copy { $0[63] = 0 }
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let before = try fixture.folder.bytes(of: "vitals.sqlite")
    let metrics = try await fixture.vitals("metrics")
    #expect(metrics.status == .usage)
    #expect(metrics.talk.contains("run `vitals collect` once to bring it up to date."))
    let workflow = fixture.workflowVariables.merging(["GITHUB_EVENT_NAME": "pull_request"]) { $1 }
    let comment = try await fixture.vitals(
      "comment --pr 1 --json --log-format text",
      variables: workflow
    )
    let sentence =
      "The history is of an earlier version until the next daily run; nothing was written."
    #expect(comment.status == .success && comment.talk == "note: \(sentence)\n")
    #expect(comment.json?["reason"] as? String == sentence)
    #expect(try await fixture.vitals("comment --pr 1").status == .usage)
    #expect(try fixture.folder.bytes(of: "vitals.sqlite") == before)
  }

  /// What goes to GitHub before there is a store.
  private static let askers = ["run", "collect", "uninstall --yes", "store restore"]

  @Test(arguments: askers)
  func `a token that is refused leaves no store behind`(line: String) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current, token: "wrong")
    let outcome = try await fixture.vitals(line)
    #expect(outcome.status == .credentials, "\(outcome.talk)")
    #expect(try fixture.folder.names() == ["vitals.yml"])
  }

  @Test(arguments: ["run", "collect"])
  func `a repository that is not visible leaves no store behind`(line: String) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals("\(line) --repo octo-org/gone")
    #expect(outcome.status == .partial)
    #expect(try fixture.folder.names() == ["vitals.yml"])
  }

  @Test func `a token that is refused leaves a store as it was`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current, token: "wrong")
    let facts = try await fixture.facts()
    #expect(try await fixture.vitals("collect").status == .credentials)
    #expect(try await fixture.facts() == facts)
  }

  private static let commands = ["run", "metrics"]

  @Test(arguments: commands)
  func `a file that is no database`(line: String) async throws {
    try TemporaryDirectory.current.write(Array("notes of a meeting".utf8), to: "vitals.sqlite")
    try await expectRefusal(
      line,
      .damagedStore,
      "The file FOLDER/vitals.sqlite is not a store of this program: it is not a SQLite database; "
        + "it was left as it is, name another with --store."
    )
  }

  @Test(arguments: commands)
  func `a store of a newer version`(line: String) async throws {
    // The version stands in bytes 60 to 63: https://sqlite.org/fileformat2.html#the_database_header
    try await CollectedStore.copy { $0[63] = 99 }
    try await expectRefusal(
      line,
      .usage,
      "The store FOLDER/vitals.sqlite has schema version 99, but this program knows versions up "
        + "to 1; use a newer release of it."
    )
  }

  @Test(arguments: commands)
  func `a damaged store`(line: String) async throws {
    try await CollectedStore.copy { bytes in
      for index in 8_192..<bytes.count { bytes[index] = 0xA5 }
    }
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let before = try fixture.folder.bytes(of: "vitals.sqlite")
    let outcome = try await fixture.vitals(line)
    #expect(outcome.status == .damagedStore)
    #expect(outcome.lines.count == 1)
    #expect(outcome.talk.hasPrefix("error: The store FOLDER/vitals.sqlite is damaged: "))
    #expect(try fixture.folder.bytes(of: "vitals.sqlite") == before)
  }
}
