import FoundationEssentials
import HTTP
import Model
import Resilience
import TestSupport
import Testing

@testable import GitHub

struct IssueTests {
  private let written = #"""
    {"number": 5, "html_url": "https://github.com/octo/tool/issues/5", "title": "Health",
     "state": "open", "body": null, "created_at": "2026-04-01T06:00:00Z", "user": {"id": 7}}
    """#

  @Test(arguments: [201, 422])
  func `a label that exists already is as good as a new one`(_ status: Int) async throws {
    let fixture = try GitHubFixture([Response(status, text: "{}")])
    try await fixture.api.createLabel("c++", color: "fff", description: "d", in: fixture.name)
    #expect(fixture.transport.requests.map(\.summary) == ["POST /repos/octo/tool/labels"])
    #expect(fixture.bodies == [#"{"name":"c++","color":"fff","description":"d"}"#])
  }

  @Test func `a label that may not be made is a failure`() async throws {
    let fixture = try GitHubFixture([Response(403, text: #"{"message": "Forbidden"}"#)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.createLabel("x", color: "fff", description: "", in: fixture.name)
    }
    #expect(failure.failureClass == .permission)
  }

  @Test func `an issue is opened with title, body and labels`() async throws {
    let fixture = try GitHubFixture([Response(201, text: written)])
    let draft = IssueDraft(title: "Health", body: "a \"b\"\n", labels: ["x", "y"])
    let issue = try await fixture.api.createIssue(draft, in: fixture.name)
    #expect(issue.number == 5)
    #expect(issue.url == "https://github.com/octo/tool/issues/5")
    #expect(issue.body == nil)
    #expect(fixture.transport.requests.map(\.summary) == ["POST /repos/octo/tool/issues"])
    #expect(fixture.bodies == [#"{"title":"Health","body":"a \"b\"\n","labels":["x","y"]}"#])
    #expect(fixture.transport.requests.map(\.isSafeToRepeat) == [false])
  }

  private static let queries: [(since: String?, query: String)] = [
    (nil, "labels=a,b%20c&state=open&per_page=100"),
    (
      "2026-04-01T05:00:00Z",
      "labels=a,b%20c&state=open&since=2026-04-01T05:00:00Z&per_page=100"
    ),
  ]

  @Test(arguments: queries)
  func `open issues with labels are read past the cache, with who wrote them and when`(
    _ row: (since: String?, query: String)
  ) async throws {
    let fixture = try GitHubFixture([Response(200, text: "[\(written)]")])
    let issues = try await fixture.api.openIssues(
      labelled: ["a", "b c"],
      since: row.since.flatMap { Timestamp($0) },
      in: fixture.name
    )
    #expect(issues.map(\.number) == [5])
    #expect(issues.map(\.createdAt) == ["2026-04-01T06:00:00Z"])
    #expect(issues.map(\.user?.id) == [7])
    let request = try #require(fixture.transport.requests.first)
    #expect(request.url.path == "/repos/octo/tool/issues")
    #expect(
      request.url.query()?.replacing("%2C", with: ",").replacing("%3A", with: ":") == row.query
    )
    #expect(request.headers["Cache-Control"] == "no-store" && request.priority == .delivery)
  }

  @Test func `open issues that may not be read are a failure, not none`() async throws {
    let fixture = try GitHubFixture([Response(403, text: #"{"message": "Forbidden"}"#)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.openIssues(labelled: ["a"], since: nil, in: fixture.name)
    }
    #expect(failure.failureClass == .permission)
  }

  @Test func `an issue is changed in place, which may be repeated`() async throws {
    let fixture = try GitHubFixture([Response(200, text: written)])
    let change = IssueChange(title: "Health", body: "b")
    _ = try await fixture.api.change(5, in: fixture.name, to: change)
    #expect(fixture.transport.requests.map(\.summary) == ["PATCH /repos/octo/tool/issues/5"])
    #expect(fixture.bodies == [#"{"title":"Health","body":"b"}"#])
    #expect(fixture.transport.requests.map(\.isSafeToRepeat) == [true])
  }

  @Test func `the text of an issue is not for a cache`() async throws {
    let fixture = try GitHubFixture([Response(200, text: written)])
    #expect(try await fixture.api.issue(5, in: fixture.name)?.number == 5)
    #expect(fixture.transport.requests.map { $0.headers["Cache-Control"] } == ["no-store"])
  }

  @Test(arguments: [404, 410])
  func `an issue that was deleted is nil`(_ status: Int) async throws {
    let fixture = try GitHubFixture([Response(status, text: #"{"message": "Not Found"}"#)])
    #expect(try await fixture.api.issue(5, in: fixture.name) == nil)
  }

  @Test func `an issue that cannot be read is a failure, not a deletion`() async throws {
    let fixture = try GitHubFixture([Response(500)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.issue(5, in: fixture.name)
    }
    #expect(failure.failureClass == .server)
  }

  @Test func `the tool's issues are read with who wrote them`() async throws {
    let node: JSONValue = [
      "number": 9, "url": "https://github.com/octo/tool/issues/9", "title": "Health",
      "state": "CLOSED", "body": "text", "viewerDidAuthor": true, "author": nil,
    ]
    let own: JSONValue = ["pageInfo": ["hasNextPage": true, "endCursor": "c"], "nodes": [node]]
    let fixture = try GitHubFixture([.facts([.init("own", own)])])
    let rows = try #require(
      try await fixture.api.ownIssues(of: fixture.name, label: "l", after: "b")
    )
    let expected = OwnIssue(
      number: 9,
      url: "https://github.com/octo/tool/issues/9",
      title: "Health",
      body: "text",
      isOpen: false,
      author: nil,
      isByViewer: true
    )
    #expect(rows.rows == [expected])
    #expect(rows.next == "c")
    #expect(fixture.bodies.allSatisfy { $0.contains(#""ownAfter":"b","ownStates":null"#) })
  }
}
