import GitHub
import HTTP
import Model
import Testing

@testable import GitHubSimulator

struct WritingTests {
  private let draft = IssueDraft(
    title: "Health of `octo-repo` | é",
    body: "<!-- repo-vitals:v1 kind=health repo=731204553 -->\n# Healthy",
    labels: ["repo-vitals"]
  )

  @Test func `an issue that was written is read back everywhere`() async throws {
    let fixture = try SimulatorFixture()
    let written = try await fixture.api.createIssue(draft, in: fixture.name)
    #expect(written.url == "https://github.com/octo-org/octo-repo/issues/\(written.number)")
    #expect(written.number > fixture.life.items.count)
    #expect(try await fixture.api.issue(written.number, in: fixture.name) == written)
    let own = try #require(
      try await fixture.api.ownIssues(of: fixture.name, label: "Repo-Vitals")
    )
    #expect(
      own.rows == [
        OwnIssue(
          number: written.number,
          url: written.url,
          title: draft.title,
          body: draft.body,
          isOpen: true,
          author: "github-actions",
          isByViewer: true,
          labels: draft.labels
        )
      ]
    )
    let request = FactsRequest(
      repository: fixture.name,
      label: "repo-vitals",
      issues: .init(page: .init(first: 1), selection: .open, inside: 1)
    )
    let newest = try #require(try await fixture.api.facts(request).issues)
    #expect(newest.rows.map(\.number) == [written.number])
    #expect(newest.rows.first?.author?.kind == .bot)
    #expect(newest.rows.first?.createdAt == fixture.now)
    #expect(newest.total == fixture.life.items(.issue, asOf: fixture.now).count + 1)
  }

  @Test func `an edit replaces title and body and is dated by the clock`() async throws {
    let fixture = try SimulatorFixture()
    let number = try await fixture.api.createIssue(draft, in: fixture.name).number
    let later = fixture.now.advanced(bySeconds: 86_400)
    fixture.github.setClock(later)
    let change = IssueChange(title: "New", body: "Body")
    let edited = try await fixture.api.change(number, in: fixture.name, to: change)
    #expect(edited.body == "Body")
    let request = FactsRequest(
      repository: fixture.name,
      label: "repo-vitals",
      issues: .init(page: .init(first: 100), selection: .open, inside: 1)
    )
    let items = try #require(try await fixture.api.facts(request).issues)
    let item = items.rows.first { $0.number == number }
    #expect(item?.title == "New")
    #expect(item?.updatedAt == later)
    let closed = try await fixture.send(
      .patch,
      "/repos/octo-org/octo-repo/issues/\(number)",
      ["state": "closed"]
    )
    #expect(closed.status == 200)
    #expect(try await fixture.api.issue(number, in: fixture.name)?.state == "closed")
  }

  @Test func `an issue is not there before the clock at which it was written`() async throws {
    let fixture = try SimulatorFixture()
    let number = try await fixture.api.createIssue(draft, in: fixture.name).number
    fixture.github.setClock(fixture.now.advanced(bySeconds: -60))
    #expect(try await fixture.api.issue(number, in: fixture.name) == nil)
    #expect(try await fixture.api.ownIssues(of: fixture.name, label: "repo-vitals")?.rows == [])
  }

  @Test func `an issue that never was cannot be read or edited`() async throws {
    let fixture = try SimulatorFixture()
    #expect(try await fixture.api.issue(99_999, in: fixture.name) == nil)
    let failure = await #expect(throws: APIFailure.self) {
      try await fixture.api.change(99_999, in: fixture.name, to: IssueChange(title: "a"))
    }
    #expect(failure?.status == 404)
  }

  @Test func `a label is made once, whatever its case`() async throws {
    let fixture = try SimulatorFixture()
    let path = "/repos/octo-org/octo-repo/labels"
    #expect(try await fixture.send(.post, path, ["name": "repo-vitals"]).status == 201)
    let second = try await fixture.send(.post, path, ["name": "Repo-Vitals"])
    #expect(second.status == 422)
    #expect(String(decoding: second.body, as: UTF8.self).contains("already_exists"))
    try await fixture.api.createLabel(
      "repo-vitals",
      color: "0e8a16",
      description: "",
      in: fixture.name
    )
  }
}
