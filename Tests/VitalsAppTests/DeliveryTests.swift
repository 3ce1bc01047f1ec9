import Foundation
import HTTP
import Model
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct DeliveryTests {
  @Test func `a dry run writes nothing outside the store and prints the issue`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals(
      "run --dry-run --log-format text",
      variables: fixture.workflowVariables
    )
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("# Health fell from 77 to 65: "))
    #expect(outcome.output.contains("\n# Health of octo-repo, first reading: "))
    #expect(outcome.output.contains("\n\n<!-- repo-vitals:v1 kind=weekly "))
    #expect(fixture.writes == [])
    #expect(try fixture.folder.names() == ["vitals.sqlite", "vitals.yml"])
  }

  @Test func `a preview prints the issue and writes the rest`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let settings = "{delivery: {issues: {mode: preview}}, report: {health_issue: rolling}}"
    let outcome = try await fixture.vitals("run", settings: settings)
    #expect(outcome.status == .success)
    #expect(outcome.output.contains(try fixture.text(of: "reports/health.md")))
    #expect(fixture.writes == [])
  }

  @Test func `an issue that nobody wants is neither written nor printed`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let settings = "delivery: {issues: {mode: off}}"
    let outcome = try await fixture.vitals("run", settings: settings)
    #expect(outcome.status == .success)
    #expect(outcome.output == "")
    #expect(fixture.writes == [])
    #expect((try fixture.text(of: "reports/health.md")).contains("## "))
  }

  @Test func `issues that are switched off leave the rest of the run as it is`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current, through: [Rewriting.withoutIssues])
    let outcome = try await fixture.runInWorkflow()
    #expect(outcome.status == .partial)
    let sentence =
      "warning: The health issue of \(AppFixture.repository) was not written: its issues are "
      + "switched off."
    #expect(outcome.lines.contains(sentence))
    try expectReportAndSummary(of: fixture)
    #expect(fixture.writes == [])
  }

  private static let refusals: [(refusal: Refusal, remedy: String)] = [
    (
      Refusal(path: "/labels", status: 403, message: "Resource not accessible by integration"),
      "Resource not accessible by integration; give the workflow `issues: write`."
    ),
    (
      Refusal(path: "/issues", status: 403, message: "Resource not accessible by integration"),
      "Resource not accessible by integration; give the workflow `issues: write`."
    ),
    (
      Refusal(path: "/issues", status: 410, message: "Issues are disabled for this repo"),
      "Issues are disabled for this repo."
    ),
  ]

  @Test(arguments: refusals)
  private func `a refused write leaves the rest of the run as it is`(
    _ row: (refusal: Refusal, remedy: String)
  ) async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current, through: [row.refusal])
    let outcome = try await fixture.runInWorkflow()
    #expect(outcome.status == .partial)
    let path = "POST /repos/\(AppFixture.repository)\(row.refusal.path)"
    let sentence =
      "warning: The health issue of \(AppFixture.repository) was not written: "
      + "GitHub answered \(row.refusal.status) to \(path): \(row.remedy)"
    #expect(outcome.lines.contains(sentence))
    try expectReportAndSummary(of: fixture)
  }

  private func expectReportAndSummary(of fixture: AppFixture) throws {
    let report = try fixture.text(of: "reports/health.md")
    #expect(report.contains("## "))
    #expect(try fixture.text(of: "summary.md").contains("octo-repo"))
  }

  @Test func `the tool's own issue counts nowhere, whoever the tool writes as`() async throws {
    let quiet = try AppFixture(in: try TemporaryDirectory.current.folder("quiet"))
    let writing = try AppFixture(
      in: try TemporaryDirectory.current.folder("writing"),
      through: [Rewriting.personalToken]
    )
    try await quiet.vitals("run", settings: "delivery: {issues: {mode: off}}")
    try await writing.vitals("run")
    #expect(writing.writes.count == 5)
    let expected = try await quiet.metrics(now: AppFixture.nextDay)
    #expect(try await writing.metrics(now: AppFixture.nextDay) == expected)
    try FileManager.default.removeItem(atPath: writing.folder.file("vitals.sqlite"))
    #expect(try await writing.metrics(now: AppFixture.nextDay) == expected)
  }
}

extension AppFixture {
  /// A run in a step of a workflow, as the log of a person.
  fileprivate func runInWorkflow() async throws -> Outcome {
    // Where the second copy goes is told elsewhere.
    try await vitals(
      "run --log-format text",
      settings: "storage: {backup: {to: off}}",
      variables: workflowVariables
    )
  }

  fileprivate func metrics(now: String) async throws -> String {
    try await vitals("collect", now: now)
    let outcome = try await vitals("metrics", now: now)
    #expect(outcome.output.contains("issues.open"))
    return outcome.output
  }
}
