import Foundation
import GitHubSimulator
import Model
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct RunTests {
  private func fixture(_ variables: [String: String] = [:]) throws -> AppFixture {
    try AppFixture(in: TemporaryDirectory.current, variables: variables)
  }

  @Test func `the points of the streams add up to those of the run`() async throws {
    let outcome = try await fixture().runDaily("--dry-run", "--json")
    let record = try #require(outcome.json)
    let total = (record["requests"] as? [String: Any])?["points"] as? Int
    let streams =
      (record["repositories"] as? [[String: Any]])?.first?["streams"] as? [[String: Any]]
    let points = try #require(streams).compactMap { $0["points"] as? Int }
    #expect(points.reduce(0, +) == total)
    #expect(points.allSatisfy { $0 >= 0 } && points.contains { $0 > 0 })
  }

  @Test func `the first run collects, reports and opens the issue; the second changes nothing`()
    async throws
  {
    let fixture = try fixture()
    let first = await fixture.runDaily()
    #expect(first.status == .success)
    #expect(first.output.isEmpty)
    #expect(
      fixture.takeRequests(after: 0).writes == [
        "POST /repos/octo-org/octo-repo/labels", "POST /repos/octo-org/octo-repo/issues",
        "POST /repos/octo-org/octo-repo/labels", "POST /repos/octo-org/octo-repo/labels",
        "POST /repos/octo-org/octo-repo/issues",
      ]
    )
    let report = try String(contentsOfFile: fixture.report, encoding: .utf8)
    #expect(report.hasPrefix("<!-- repo-vitals:v1 kind=health repo="))
    #expect(await fixture.runBare("lint", fixture.report).status == .success)
    let facts = try await fixture.facts()

    let count = fixture.github.requests.count
    let second = await fixture.runDaily()
    #expect(second.status == .success)
    let requests = fixture.takeRequests(after: count)
    #expect(requests.writes.isEmpty)
    #expect(requests.reads == 1)
    #expect(try await fixture.facts() == facts)
  }

  @Test func `the next day edits the rolling issue in place`() async throws {
    try await CollectedStore.copy()
    let fixture = try fixture()
    let settings = fixture.folder.path + "/vitals.yml"
    try
      "{report: {health_issue: rolling}, alerts: {max_new_per_run: 1, health_drop: {points: 90}}}\n"
      .write(toFile: settings, atomically: true, encoding: .utf8)
    _ = await fixture.runDaily("--config", settings)
    let count = fixture.github.requests.count
    let next = "2026-04-02T06:00:00Z"
    fixture.github.setClock(try #require(Timestamp(next)))
    #expect(await fixture.runDaily("--config", settings, now: next).status == .success)
    let writes = fixture.takeRequests(after: count).writes
    #expect(writes.count == 1)
    #expect(writes.first?.hasPrefix("PATCH /repos/octo-org/octo-repo/issues/") == true)
  }

  @Test func `a dry run writes nothing outside the store and prints the issue`() async throws {
    try await CollectedStore.copy()
    let fixture = try fixture()
    let outcome = await fixture.runDaily("--dry-run")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("# Health fell from 77 to 65: "))
    #expect(outcome.output.contains("\n# Health of octo-repo, first reading: "))
    #expect(fixture.takeRequests(after: 0).writes.isEmpty)
  }

  @Test func `a dry run as JSON prints one document`() async throws {
    try await CollectedStore.copy()
    let outcome = await (try fixture()).runDaily("--dry-run", "--json")
    #expect(outcome.json?["schema"] as? String == "repo-vitals/run/1")
  }

  @Test func `issues that are not wanted are not written`() async throws {
    try await CollectedStore.copy()
    let fixture = try fixture()
    let settings = fixture.folder.path + "/vitals.yml"
    try "delivery: { issues: { mode: off } }\n"
      .write(toFile: settings, atomically: true, encoding: .utf8)
    #expect(await fixture.runDaily("--config", settings).status == .success)
    #expect(fixture.takeRequests(after: 0).writes.isEmpty)
  }

  @Test func `a refused write leaves report and summary and names the permission`() async throws {
    let summary = TemporaryDirectory.current.path + "/summary.md"
    let fixture = try fixture(["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
    try await CollectedStore.copy()
    let refusing = try AppFixture(
      in: TemporaryDirectory.current,
      variables: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary],
      transport: RefusingWrites(fixture.github)
    )
    let outcome = await refusing.runDaily()
    #expect(outcome.status == .partial)
    #expect(outcome.talk.contains("issues: write"))
    #expect(FileManager.default.fileExists(atPath: refusing.report))
    #expect(try String(contentsOfFile: summary, encoding: .utf8).contains("of 100"))
  }

  @Test func `a summary keeps what stood there and stays below a mebibyte`() async throws {
    let summary = TemporaryDirectory.current.path + "/summary.md"
    let before = String(repeating: "x", count: 1_048_000)
    try before.write(toFile: summary, atomically: true, encoding: .utf8)
    try await CollectedStore.copy()
    let fixture = try fixture(["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
    #expect(await fixture.runDaily().status == .success)
    let after = try String(contentsOfFile: summary, encoding: .utf8)
    #expect(after.hasPrefix(before))
    #expect(after.utf8.count < 1_048_576)
    #expect(after.contains("reports/"))
  }

  @Test func `one repository under two spellings is collected once, with a notice`() async throws {
    let fixture = try fixture()
    let outcome = await fixture.run(
      "collect",
      "--repo",
      "octo-org/octo-repo",
      "--repo",
      "Octo-Org/Octo-Repo",
      "--json"
    )
    #expect(outcome.status == .success)
    #expect((outcome.json?["repositories"] as? [Any])?.count == 1)
  }

  @Test func `a repository that fails does not stop the others`() async throws {
    let fixture = try fixture()
    let outcome = await fixture.run(
      "collect",
      "--repo",
      "octo-org/nothing-here",
      "--repo",
      AppFixture.repository,
      "--json"
    )
    #expect(outcome.status == .partial)
    let repositories = outcome.json?["repositories"] as? [[String: Any]]
    #expect(repositories?.map { $0["outcome"] as? String } == ["failed", "complete"])
    #expect(outcome.talk.contains("octo-org/nothing-here does not exist"))
  }

  @Test func `the log is grouped in Actions and silent when asked`() async throws {
    try await CollectedStore.copy()
    let fixture = try fixture(["GITHUB_ACTIONS": "true"])
    let loud = await fixture.run("collect", "--repo", AppFixture.repository)
    #expect(loud.talk.contains("::group::Collect octo-org/octo-repo\n"))
    #expect(loud.talk.contains("::endgroup::"))
    let quiet = await fixture.run("collect", "--repo", AppFixture.repository, "--quiet")
    #expect(quiet.talk.replacing(/::add-mask::.*\n/, with: "").isEmpty)
  }
}
