import Foundation
import GitHubSimulator
import Model
import TestSupport
import Testing

@testable import VitalsApp

/// The simulated life has lost its pace when the tests look at it, which is worth an alert.
@Suite(.temporaryDirectory)
struct AlertTests {
  private static let onlyAlerts = "report: {health_issue: off}"

  private func fixture() async throws -> AppFixture {
    try await CollectedStore.copy()
    return try AppFixture(in: TemporaryDirectory.current)
  }

  @Test func `an alert is opened once, then only kept up to date`() async throws {
    let fixture = try await fixture()
    let first = try await fixture.vitals("run", settings: Self.onlyAlerts)
    #expect(first.talk.contains("alert octo-org/octo-repo health-drop opened: "))
    let number = try #require(first.issueNumber)
    let issue = try await fixture.issue(number)
    #expect(issue.title == "Health fell from 77 to 65: fewer pull requests are merged")
    #expect(issue.labels.map(\.name) == ["repo-vitals"])
    let repository = AppFixture.life.repository.id
    #expect(OwnMarker(in: issue.body) == OwnMarker(kind: "health-drop", repository: repository))
    let before = fixture.writes.count
    let second = try await fixture.vitals(
      "run",
      now: AppFixture.nextDay,
      settings: Self.onlyAlerts
    )
    #expect(second.issueNumber == number)
    #expect(fixture.writes.dropFirst(before).allSatisfy { $0.hasPrefix("PATCH ") })
    let report = try fixture.text(of: "reports/health.md")
    #expect(report.contains("1\u{A0}alert open"))
    #expect(report.contains("/issues/\(number))**, raised on "))
  }

  @Test func `a close by a person is respected`() async throws {
    let fixture = try await fixture()
    let number = try #require(
      try await fixture.vitals("run", settings: Self.onlyAlerts).issueNumber
    )
    try await fixture.closeIssue(number)
    let before = fixture.writes.count
    let next = try await fixture.vitals("run", now: AppFixture.nextDay, settings: Self.onlyAlerts)
    #expect(next.status == .success)
    #expect(fixture.writes.count == before)
    #expect(try await fixture.issue(number).state == "closed")
    #expect(try fixture.text(of: "reports/health.md").contains("no open alert"))
  }

  @Test func `without issues the summary tells what would be opened`() async throws {
    let fixture = try await fixture()
    let outcome = try await fixture.vitals(
      "run --log-format text",
      settings: "{\(Self.onlyAlerts), delivery: {issues: {mode: preview}}}",
      variables: fixture.workflowVariables
    )
    #expect(outcome.status == .success)
    #expect(!fixture.writes.contains { $0.contains("/issues") || $0.contains("/labels") })
    let summary = try fixture.text(of: "summary.md")
    #expect(summary.contains("**An alert would be opened**: health fell from 77 to 65: fewer"))
  }

  @Test func `publish alerts brings the issues into line with the store, once`() async throws {
    let fixture = try await fixture()
    let first = try await fixture.vitals("publish alerts")
    #expect(first.talk.contains("health-drop opened: "))
    #expect(fixture.writes.count == 2)
    let second = try await fixture.vitals("publish alerts")
    #expect(second.status == .success)
    #expect(fixture.writes.count == 2)
  }

  @Test func `a store that lags behind opens nothing`() async throws {
    let fixture = try await fixture()
    let outcome = try await fixture.vitals("publish alerts", now: "2026-04-03T06:00:00Z")
    #expect(outcome.status == .success)
    #expect(fixture.writes == [])
  }

  @Test func `no more alerts are opened than a run may`() async throws {
    let fixture = try await fixture()
    let settings = "{\(Self.onlyAlerts), alerts: {max_new_per_run: 0}}"
    try await fixture.vitals("run", settings: settings)
    #expect(fixture.writes == [])
    #expect(try fixture.text(of: "reports/health.md").contains("1\u{A0}alert open"))
    try await fixture.vitals("run", now: AppFixture.nextDay, settings: Self.onlyAlerts)
    #expect(fixture.writes.count == 2)
  }
}
