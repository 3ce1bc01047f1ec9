import Foundation
import GitHubSimulator
import HTTP
import Model
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct SecondCopyTests {
  private static let nextDay = AppFixture.nextDay

  private func fixture(through middlewares: [any Middleware] = []) async throws -> AppFixture {
    try await CollectedStore.copy()
    return try AppFixture(in: TemporaryDirectory.current, through: middlewares)
  }

  private func run(
    _ fixture: AppFixture,
    now: String = AppFixture.now,
    settings: String = ""
  ) async throws -> AppFixture.Outcome {
    try await fixture.vitals(
      "run --log-format text",
      now: now,
      settings: settings,
      variables: fixture.workflowVariables
    )
  }

  private func remove(_ name: String, of fixture: AppFixture) throws {
    try FileManager.default.removeItem(atPath: fixture.folder.file(name))
  }

  @Test func `a run in a workflow writes the copy last, and not again when nothing was learned`()
    async throws
  {
    let fixture = try await fixture()
    let first = try await run(fixture)
    #expect(first.lines.contains("second copy created on the branch vitals-data"))
    let writes = fixture.writes
    #expect(
      writes.suffix(4).map { $0.split(separator: "/").suffix(2).joined(separator: "/") }
        == ["git/blobs", "git/trees", "git/commits", "git/refs"]
    )
    _ = try await run(fixture)
    #expect(fixture.writes == writes)
    let later = try await run(fixture, now: Self.nextDay)
    #expect(later.lines.contains("second copy updated on the branch vitals-data"))
    #expect(fixture.github.branches == ["vitals-data"])
    #expect(try fixture.text(of: "summary.md").contains("updated [second copy]("))
  }

  @Test(arguments: ["run", "collect"])
  func `the record of a run counts what its copy and its delivery cost`(
    _ command: String
  ) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals(
      "\(command) --json --log-format text",
      variables: fixture.workflowVariables
    )
    #expect(fixture.github.branches == ["vitals-data"])
    let counts = try #require(outcome.json?["requests"] as? [String: Any])
    let (rest, graphql) = (counts["rest"] as? Int ?? 0, counts["graphql"] as? Int ?? 0)
    #expect(rest + graphql == fixture.github.requests.count)
    let info = try #require(try await fixture.vitals("store info --json").json)
    let kept = info["recent_runs"] as? [String: Any]
    #expect(kept?["requests"] as? Int == rest + graphql)
  }

  @Test(arguments: ["run --dry-run", "collect --dry-run"])
  func `a dry run writes no copy`(_ line: String) async throws {
    let fixture = try await fixture()
    _ = try await fixture.vitals(line, variables: fixture.workflowVariables)
    #expect(fixture.writes == [])
  }

  @Test func `outside a workflow, for a pull request and when it is off there is no copy`()
    async throws
  {
    let fixture = try await fixture()
    try await fixture.vitals("collect")
    let pull = fixture.workflowVariables.merging(["GITHUB_EVENT_NAME": "pull_request"]) { $1 }
    try await fixture.vitals("collect", variables: pull)
    try await fixture.vitals(
      "collect",
      settings: "storage: {backup: {to: off}}",
      variables: fixture.workflowVariables
    )
    #expect(fixture.writes == [])
    try await fixture.vitals("collect", settings: "storage: {backup: {to: branch}}")
    #expect(fixture.github.branches == ["vitals-data"])
  }

  @Test func `a lost store comes back from the branch with the same facts`() async throws {
    let fixture = try await fixture()
    _ = try await run(fixture)
    let facts = try await fixture.facts()
    try remove("vitals.sqlite", of: fixture)
    let outcome = try await run(fixture)
    #expect(outcome.status == .success)
    #expect(outcome.talk.contains("The store was restored from the branch vitals-data"))
    #expect(!outcome.talk.contains("lost"))
    #expect(try await fixture.facts() == facts)
  }

  @Test func `a damaged store is set aside and the copy takes its place`() async throws {
    let fixture = try await fixture()
    _ = try await run(fixture)
    var bytes = try fixture.folder.bytes(of: "vitals.sqlite")
    bytes.replaceSubrange(8_192..<16_384, with: repeatElement(0x78, count: 8_192))
    try fixture.folder.write(bytes, to: "vitals.sqlite")
    let outcome = try await run(fixture, now: Self.nextDay)
    #expect(outcome.status == .success)
    let name = "vitals.sqlite.damaged-20260402T060000Z"
    #expect(try fixture.folder.bytes(of: name) == bytes)
    #expect(
      outcome.talk.contains("from 1 April 2026 to 2 April 2026 are lost: the store was damaged")
    )
    #expect(try fixture.text(of: "summary.md").contains("**History lost:**"))
  }

  @Test func `without store and copy the run reads all again and says what was lost`() async throws
  {
    let fixture = try await fixture()
    _ = try await run(fixture, settings: "storage: {backup: {to: off}}")
    try remove("vitals.sqlite", of: fixture)
    let outcome = try await fixture.vitals(
      "run --json --log-format text",
      now: Self.nextDay,
      variables: fixture.workflowVariables
    )
    #expect(outcome.status == .success)
    let loss = try #require(outcome.json?["history_lost"] as? [String: Any])
    #expect(loss["cause"] as? String == "missing")
    #expect(loss["first_run"] as? String == AppFixture.now)
    #expect(
      try fixture.text(of: "reports/health.md").contains("Daily counts before 2\u{A0}April 2026")
    )
  }

  @Test func `a first run has lost nothing`() async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await run(fixture)
    #expect(outcome.status == .success && !outcome.talk.contains("lost"))
  }

  @Test func `a token that may not write costs one warning and nothing else`() async throws {
    let refusal = Refusal(path: "/git/blobs", status: 403, message: "Resource not accessible")
    let fixture = try await fixture(through: [refusal])
    let outcome = try await run(fixture)
    #expect(outcome.status == .success)
    let warnings = outcome.lines.filter { $0.hasPrefix("warning: ") }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("give the job `permissions: contents: write`") == true)
    #expect(fixture.github.branches == [])
  }

  @Test func `a copy that GitHub gives back changed never becomes the branch`() async throws {
    let fixture = try await fixture(through: [ChangingBlobs()])
    let outcome = try await run(fixture)
    #expect(outcome.talk.contains("GitHub gave back other bytes than it was sent"))
    #expect(fixture.github.branches == [])
  }

  @Test func `encryption is refused rather than left out`() async throws {
    let fixture = try await fixture()
    let outcome = try await run(fixture, settings: "storage: {backup: {encrypt: true}}")
    #expect(outcome.talk.contains("`storage.backup.encrypt` is not part of this version"))
    #expect(fixture.github.branches == [])
  }

  @Test func `the commands write and read the branch, and a file`() async throws {
    let fixture = try await fixture()
    let facts = try await fixture.facts()
    for (backup, restore) in [
      ("store backup", "store restore"),
      ("store backup FOLDER/copy.gz", "store restore FOLDER/copy.gz"),
    ] {
      #expect(try await fixture.vitals(backup).status == .success)
      let refused = try await fixture.vitals(restore)
      #expect(refused.status == .usage && refused.talk.contains("There is a store at"))
      try remove("vitals.sqlite", of: fixture)
      #expect(try await fixture.vitals(restore).status == .success)
      #expect(try await fixture.facts() == facts)
    }
    #expect(try await fixture.vitals("store backup FOLDER/copy.gz").status == .usage)
  }

  @Test(arguments: ["", "no archive"])
  func `what is no copy is not restored`(_ text: String) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    try fixture.folder.write(Array(text.utf8), to: "copy.gz")
    let outcome = try await fixture.vitals("store restore FOLDER/copy.gz")
    #expect(outcome.status == .damagedStore)
    #expect(try fixture.folder.names() == ["copy.gz", "vitals.yml"])
  }
}

/// Gives files back with their first byte changed.
private struct ChangingBlobs: Middleware {
  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request)
    if request.method == .get, request.url.path.contains("/git/blobs/") { response.body[0] ^= 1 }
    return response
  }
}
