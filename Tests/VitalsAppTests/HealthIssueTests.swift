import Foundation
import GitHubSimulator
import Model
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct HealthIssueTests {
  @Test func `the issue is the report, under the tool's label and with its marker`() async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals("run")
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

  @Test func `an issue that a person closed stays closed`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let number = try #require(try await fixture.vitals("run").issueNumber)
    try await fixture.closeIssue(number)
    let before = fixture.writes.count
    let outcome = try await fixture.vitals("run", now: AppFixture.nextDay)
    #expect(outcome.status == .success)
    #expect(outcome.talk.contains("health issue closed: "))
    #expect(outcome.issueNumber == number)
    #expect(fixture.writes.count == before)
  }
}
