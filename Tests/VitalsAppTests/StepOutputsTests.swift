import Foundation
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct StepOutputsTests {
  static let names = [
    "score", "band", "coverage", "alerts-open", "report-path", "issue-url", "partial",
  ]

  /// The outputs of a step that runs `line`, in their order.
  private func outputs(
    of line: String,
    status: VitalsApp.ExitStatus = .success
  ) async throws -> [(name: String, value: String)] {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let path = fixture.folder.file("output.txt")
    let outcome = try await fixture.vitals(
      line,
      variables: fixture.workflowVariables.merging(["GITHUB_OUTPUT": path]) { $1 }
    )
    #expect(outcome.status == status, "\(outcome.talk)")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try fixture.text(of: "output.txt").split(separator: "\n")
      .map { line in
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      }
  }

  @Test func `a run tells later steps how it went`() async throws {
    let told = try await outputs(of: "run")
    #expect(told.map(\.name) == Self.names)
    let values = Dictionary(uniqueKeysWithValues: told.map { ($0.name, $0.value) })
    let score = try #require(values["score"].flatMap { Double($0) })
    #expect((0...100).contains(score))
    #expect(values["coverage"] == "1")
    #expect(values["band"]?.isEmpty == false)
    // The made-up life ends in a fall of its score.
    #expect(values["alerts-open"] == "1")
    #expect(values["report-path"]?.hasSuffix("/reports/health.md") == true)
    #expect(values["issue-url"]?.hasPrefix("https://") == true)
    #expect(values["partial"] == "false")
  }

  @Test func `what was published is told without a file`() async throws {
    try await CollectedStore.copy()
    let told = try await outputs(of: "publish summary")
    #expect(told.map(\.name) == Self.names)
    let values = Dictionary(uniqueKeysWithValues: told.map { ($0.name, $0.value) })
    #expect(values["report-path"] == "")
    #expect(values["issue-url"] == "")
  }

  @Test func `a dry run writes no output`() async throws {
    #expect(try await outputs(of: "run --dry-run").isEmpty)
  }
}
