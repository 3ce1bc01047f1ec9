import Foundation
import GitHubSimulator
import HTTP
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct RepositoriesTests {
  private let quiet = "report: {health_issue: off}"

  @Test func `two repositories are each reported and delivered on their own`() async throws {
    let second = try #require(SimulatedGitHub(AppFixture.life, token: "demo"))
    let fixture = try AppFixture(
      in: TemporaryDirectory.current,
      through: [SecondRepository(github: second)]
    )
    let outcome = try await fixture.vitals(
      "run --repo \(AppFixture.repository) --repo \(SecondRepository.name)"
    )
    #expect(outcome.status == .success, "\(outcome.talk)")
    for name in [AppFixture.repository, SecondRepository.name] {
      #expect(try fixture.text(of: "reports/\(name)/health.md").contains("github.com/\(name)/"))
    }
    #expect(fixture.writes.contains("POST /repos/\(AppFixture.repository)/issues"))
    #expect(second.requests.map(\.path).contains("/repos/\(AppFixture.repository)/issues"))
    #expect(try await fixture.vitals("store verify").status == .success)
    for command in ["metrics", "score", "series --metric stars"] {
      let output =
        try await fixture.vitals("\(command) --json", variables: ["GITHUB_REPOSITORY": nil])
        .output
      let documents = try JSONDecoder().decode([Named].self, from: Data(output.utf8))
      #expect(documents.map(\.repository.name) == [AppFixture.repository, SecondRepository.name])
    }
  }

  private struct Named: Decodable {
    struct Repository: Decodable { var name: String }
    var repository: Repository
  }

  @Test func `a peer is read after the rest and gets nothing written`() async throws {
    let second = try #require(SimulatedGitHub(AppFixture.life, token: "demo"))
    let fixture = try AppFixture(
      in: TemporaryDirectory.current,
      through: [SecondRepository(github: second)]
    )
    let outcome = try await fixture.vitals(
      "run --repo \(AppFixture.repository)",
      settings: "analytics: {peers: [\(SecondRepository.name), \(AppFixture.repository)]}"
    )
    #expect(outcome.status == .success, "\(outcome.talk)")
    #expect(outcome.lines.count { $0.contains("report in") } == 1)
    #expect(second.requests.allSatisfy { $0.method == "GET" || $0.operation != nil })
    let info = try await fixture.vitals("store info").output
    #expect(info.contains(SecondRepository.name))
  }

  @Test func `a peer that does not exist costs the comparison alone`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals(
      "run --repo \(AppFixture.repository)",
      settings: quiet + "\nanalytics: {peers: [octo-org/gone]}"
    )
    #expect(outcome.status == .success, "\(outcome.talk)")
    #expect(outcome.talk.contains("octo-org/gone does not exist"))
  }

  @Test(arguments: ["metrics", "score", "series --metric stars", "report", "publish summary"])
  func `a former name leads to the repository, and its present name is said`(
    line: String
  ) async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(
      in: TemporaryDirectory.current,
      through: [Rewriting.formerName("old-name")]
    )
    #expect(try await fixture.vitals("collect --repo octo-org/old-name").status == .success)
    let note =
      "note: octo-org/old-name is called \(AppFixture.repository) now; use that name from now on."
    let former = try await fixture.vitals(
      "\(line) --repo octo-org/old-name --repo Octo-Org/Octo-Repo"
    )
    #expect(former.status == .success)
    #expect(former.lines.count { $0 == note } == 1, "\(former.talk)")
    let present = try await fixture.vitals(line)
    #expect(former.output == present.output && !present.talk.contains("is called"))
    let unknown = try await fixture.vitals("\(line) --repo octo-org/other-name")
    #expect(unknown.status == .usage)
    #expect(unknown.talk.contains("octo-org/other-name is not in the store"))
  }

  @Test func `a repository under two names is collected once and said to be`() async throws {
    try await CollectedStore.copy()
    let fixture = try AppFixture(
      in: TemporaryDirectory.current,
      through: [Rewriting.formerName("old-name")]
    )
    let outcome = try await fixture.vitals(
      "run --repo \(AppFixture.repository) --repo octo-org/old-name",
      settings: quiet
    )
    #expect(outcome.status == .success)
    let sentence =
      "note: octo-org/old-name is the same repository as one before it, \(AppFixture.repository); "
      + "name it once."
    #expect(outcome.lines.contains(sentence))
    #expect(outcome.lines.count { $0.contains("report in") } == 1)
  }
}
