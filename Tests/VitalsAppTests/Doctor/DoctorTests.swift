import Foundation
import GitHubSimulator
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct DoctorTests {
  private func fixture() throws -> AppFixture {
    try AppFixture(in: TemporaryDirectory.current)
  }

  @Test func `settings that are wrong are told with their place`() async throws {
    let outcome = try await fixture().vitals("doctor", settings: "github: {tokn: x}")
    #expect(outcome.status == .usage)
    #expect(outcome.output.hasPrefix("problem  configuration  FOLDER/vitals.yml:1:10: error: "))
    #expect(outcome.output.contains("→ `vitals config validate`"))
  }

  @Test func `without a token nothing is asked, and the store is looked at`() async throws {
    try await CollectedStore.copy()
    let fixture = try fixture()
    let outcome = try await fixture.vitals("doctor --json", variables: ["GITHUB_TOKEN": nil])
    #expect(outcome.status == .credentials)
    let found = try #require(outcome.json?["findings"] as? [[String: Any]])
    let levels = found.map { "\($0["topic"] ?? "") \($0["level"] ?? "")" }
    #expect(levels.contains("token problem") && levels.contains("store ok"))
    #expect(fixture.github.requests.isEmpty)
  }

  @Test func `a damaged store is a problem and stays as it is`() async throws {
    try await CollectedStore.copy {
      $0.replaceSubrange(8_192..<16_384, with: repeatElement(1, count: 8_192))
    }
    let fixture = try fixture()
    let before = try fixture.folder.bytes(of: "vitals.sqlite")
    let outcome = try await fixture.vitals("doctor", variables: ["GITHUB_TOKEN": nil])
    #expect(outcome.output.contains("vitals.sqlite is damaged: "))
    #expect(try fixture.folder.bytes(of: "vitals.sqlite") == before)
  }

  @Test func `a job that failed is explained in its summary`() async throws {
    let fixture = try fixture()
    let outcome = try await fixture.vitals(
      "run",
      variables: fixture.workflowVariables.merging(["GITHUB_TOKEN": "wrong"]) { $1 }
    )
    #expect(outcome.status == .credentials)
    let summary = try fixture.text(of: "summary.md")
    #expect(summary.contains("## What `vitals doctor` says"))
    #expect(summary.contains("which GitHub refuses"))
  }
}
