import Foundation
import Model
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import VitalsApp

/// Every command that takes `--json` prints one document, whatever it does.
@Suite(.temporaryDirectory)
struct JSONOutputTests {
  private struct Line: CustomTestStringConvertible {
    /// As in the table of commands.
    var command: String
    /// What follows it.
    var rest = ""
    var schema: String
    var status = VitalsApp.ExitStatus.success
    var settings = ""

    var testDescription: String { "\(command) \(rest)" }
  }

  private static let event: [String: String?] = [
    "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request",
    "GITHUB_EVENT_PATH": "FOLDER/event.json",
  ]

  private static let lines: [Line] = [
    Line(command: "run", schema: "run/1"),
    Line(command: "run", rest: "--dry-run", schema: "run/1"),
    Line(command: "collect", schema: "run/1"),
    Line(command: "report", schema: "report/1"),
    Line(command: "report", rest: "weekly", schema: "report/1"),
    Line(command: "report", rest: "portfolio", schema: "report/1"),
    Line(command: "report", rest: "--format markdown", schema: "report/1"),
    Line(command: "publish", rest: "summary", schema: "run/1"),
    Line(command: "publish", schema: "run/1"),
    Line(command: "comment", rest: "--dry-run", schema: "comment/1"),
    Line(command: "metrics", schema: "metrics/1"),
    Line(command: "score", schema: "score/1"),
    Line(command: "score", rest: "--from 2026-03-30", schema: "scores/1"),
    Line(command: "series", rest: "--metric stars", schema: "series/1"),
    Line(command: "trend", rest: "--metric stars", schema: "trend/1"),
    Line(command: "forecast", rest: "--metric stars", schema: "forecast/1"),
    Line(command: "anomalies", rest: "--metric stars", schema: "anomalies/1"),
    Line(command: "lint", rest: "FOLDER/a.md", schema: "lint/1"),
    Line(command: "lint", rest: "FOLDER/b.md", schema: "lint/1", status: .failure),
    Line(command: "store info", schema: "store/1"),
    Line(command: "store verify", schema: "verify/1"),
    Line(command: "store dump", schema: "dump/1"),
    Line(command: "store backup", rest: "FOLDER/new.gz", schema: "backup/1"),
    Line(command: "store backup", rest: "--dry-run", schema: "backup/1"),
    Line(command: "store backup", schema: "backup/1"),
    Line(
      command: "store restore",
      rest: "FOLDER/copy.gz --store sqlite:FOLDER/other.sqlite",
      schema: "restore/1"
    ),
    Line(command: "doctor", schema: "doctor/1", status: .partial),
    Line(command: "config validate", schema: "settings/1"),
    Line(
      command: "config validate",
      schema: "settings/1",
      status: .usage,
      settings: "github: {tokn: x}"
    ),
    Line(command: "config schema", schema: ""),
  ]

  @Test(arguments: lines)
  private func `one document is printed`(_ row: Line) async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    try fixture.folder.write(Array("# A\n".utf8), to: "a.md")
    try fixture.folder.write(Array("# A\n\n[b]()\n".utf8), to: "b.md")
    try fixture.folder.write(Array("{}".utf8), to: "event.json")
    if row.rest.contains("copy.gz") { try await fixture.vitals("store backup FOLDER/copy.gz") }
    let variables = Self.event.mapValues { $0?.replacing("FOLDER", with: fixture.folder.path) }
    let outcome = try await fixture.vitals(
      "\(row.command) \(row.rest) --json",
      settings: row.settings,
      variables: row.command == "comment" ? variables : [:]
    )
    #expect(outcome.status == row.status, "\(outcome.talk)")
    let document = try #require(outcome.json, "\(outcome.output.prefix(300))")
    if !row.schema.isEmpty { #expect(document["schema"] as? String == "repo-vitals/\(row.schema)") }
  }

  @Test func `no command is missing from the table`() {
    // The simulator knows too little to uninstall; script/test-rig does that.
    let tested = Set(Self.lines.map(\.command)).union(["uninstall"])
    #expect(tested == Set(CommandTable.available.filter(\.hasJSON).map(\.name)))
  }

  @Test func `a command without a document refuses the option`() async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let others = CommandTable.available.filter { !$0.hasJSON }
    #expect(others.map(\.name) == ["config init"])
    for command in others {
      let outcome = try await fixture.vitals("\(command.name) --json")
      #expect(outcome.status == .usage && outcome.output == "")
      #expect(outcome.talk.contains("`--json` is not an option of `vitals \(command.name)`"))
    }
  }

  @Test func `a store with problems is told in the document, too`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let store = try await SQLiteStorage.open(path: fixture.store)
    let id = try #require(try await store.repositories().first?.id)
    let item = Item(
      number: 9_999,
      kind: .pull,
      title: "Merged at no time",
      author: nil,
      createdAt: Timestamp(seconds: 0),
      updatedAt: Timestamp(seconds: 0),
      state: .merged
    )
    try await store.apply(Changes(repository: id, items: [item]))
    try await store.close()
    let outcome = try await fixture.vitals("store verify --json")
    #expect(outcome.status == .damagedStore)
    let document = try #require(outcome.json)
    #expect(document["sound"] as? Bool == false)
    #expect((document["problems"] as? [String])?.count == 1)
  }
}
