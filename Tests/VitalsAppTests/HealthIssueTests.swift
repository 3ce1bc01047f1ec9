import Foundation
import GitHubSimulator
import Model
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct HealthIssueTests {
  /// No fall is that large.
  private static let quiet = "alerts: {health_drop: {points: 90}}"
  private static let rolling = "{report: {health_issue: rolling}, \(quiet)}"

  @Test func `a rolling issue is the report, under the tool's label and with its marker`()
    async throws
  {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals("run", settings: Self.rolling)
    let url = "https://github.com/\(AppFixture.repository)/issues/"
    #expect(outcome.talk.contains("health issue created: \(url)"))
    let issue = try await fixture.issue(try #require(outcome.issueNumber))
    #expect(issue.title == "Health of octo-repo")
    #expect(issue.labels.map(\.name) == ["repo-vitals"])
    let repository = AppFixture.life.repository.id
    #expect(OwnMarker(in: issue.body) == OwnMarker(kind: "health", repository: repository))
    #expect(issue.body == (try fixture.text(of: "reports/health.md")))
    #expect(try await fixture.vitals("store verify").talk == "The store is sound.\n")
  }

  @Test(arguments: [("octo-org/secret", false), (AppFixture.repository.description, true)])
  func `an issue names the run of its own repository and of no other`(
    workflow: String,
    isNamed: Bool
  ) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let variables: [String: String?] = [
      "GITHUB_REPOSITORY": workflow, "GITHUB_RUN_ID": "7001", "GITHUB_RUN_NUMBER": "12",
    ]
    let outcome = try await fixture.vitals(
      "run --repo \(AppFixture.repository)",
      settings: Self.rolling,
      variables: fixture.workflowVariables.merging(variables) { $1 }
    )
    let body = try await fixture.issue(try #require(outcome.issueNumber)).body
    #expect(
      body.contains("by [run 12](https://github.com/\(workflow)/actions/runs/7001)") == isNamed
    )
    #expect(body.contains(workflow) == isNamed)
  }

  @Test func `a rolling issue that a person closed stays closed`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let number = try #require(try await fixture.vitals("run", settings: Self.rolling).issueNumber)
    try await fixture.closeIssue(number)
    let before = fixture.writes.count
    let outcome = try await fixture.vitals(
      "run",
      now: AppFixture.nextDay,
      settings: Self.rolling
    )
    #expect(outcome.status == .success)
    #expect(outcome.talk.contains("health issue closed: "))
    #expect(outcome.issueNumber == number)
    #expect(fixture.writes.count == before)
  }

  @Test func `every week has one issue, linked with those beside it`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    var numbers: [Int] = []
    for date in 1...14 {
      let padded = date < 10 ? "0\(date)" : "\(date)"
      let outcome = try await fixture.vitals(
        "run",
        now: "2026-04-\(padded)T06:00:00Z",
        settings: Self.quiet
      )
      #expect(outcome.status == .success)
      let number = try #require(outcome.issueNumber)
      if numbers.last != number { numbers.append(number) }
    }
    try #require(numbers.count == 2)
    let (last, this) = (try await fixture.issue(numbers[0]), try await fixture.issue(numbers[1]))
    let repository = AppFixture.life.repository.id
    let weeks = [last, this].map { OwnMarker(in: $0.body) }
    #expect(
      weeks
        == ["2026-04-05", "2026-04-12"]
        .map {
          OwnMarker(kind: "weekly", repository: repository, attributes: ["week": $0])
        }
    )
    // The title of a first reading is written once; the heading is that of the whole week.
    #expect(last.title.hasPrefix("Health of octo-repo, first reading: "))
    #expect(last.body.contains("\n### The week in numbers\n"))
    #expect(this.title.hasPrefix("Weekly health, 6–12 April 2026: ".spaced))
    #expect([last.state, this.state] == ["closed", "open"])
    #expect(
      last.body.contains(
        "[next week](https://redirect.github.com/octo-org/octo-repo/issues/\(numbers[1]))</sub>"
      )
    )
    #expect(
      this.body.contains(
        "[last week](https://redirect.github.com/octo-org/octo-repo/issues/\(numbers[0]))</sub>"
      )
    )
    #expect(this.labels.map(\.name) == ["repo-vitals", "weekly"])
    // Three of the first, one when its Sunday came, one of the second with two labels, one closing.
    #expect(fixture.writes.count == 8)
  }

  @Test func `a week is published once, by whichever command comes first`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let monday = "2026-04-06T06:00:00Z"
    _ = try await fixture.vitals("collect", now: monday, settings: Self.quiet)
    let first = try await fixture.vitals("publish weekly", now: monday, settings: Self.quiet)
    let before = fixture.writes.count
    let second = try await fixture.vitals("run", now: monday, settings: Self.quiet)
    #expect(first.issueNumber == second.issueNumber)
    #expect(second.talk.contains("health issue unchanged: "))
    #expect(fixture.writes.count == before)
  }

  @Test func `a reopened issue of an earlier week stays as a person left it`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let last = try #require(try await fixture.vitals("run", settings: Self.quiet).issueNumber)
    try await fixture.vitals("run", now: "2026-04-06T06:00:00Z", settings: Self.quiet)
    try await fixture.vitals("run", now: "2026-04-13T06:00:00Z", settings: Self.quiet)
    #expect(try await fixture.issue(last).state == "closed")
    try await fixture.setState("open", of: last)
    let before = fixture.writes.count
    try await fixture.vitals("run", now: "2026-04-14T06:00:00Z", settings: Self.quiet)
    #expect(try await fixture.issue(last).state == "open")
    #expect(fixture.writes.count == before)
  }
}

extension String {
  /// As titles write dates: the day and the month held together.
  fileprivate var spaced: String {
    replacing(" March", with: "\u{A0}March").replacing(" April", with: "\u{A0}April")
  }
}
