import Foundation
import GitHub
import HTTP
import Model
import Resilience
import Testing

@testable import GitHubSimulator

struct ServiceTests {
  private let everything: JSONValue = [
    "owner": "octo-org", "name": "octo-repo", "label": "x", "counts": true, "watchers": true,
    "issues": true, "issuesFirst": 30, "issueComments": 20, "pulls": true, "pullsFirst": 30,
    "pullComments": 20, "pullReviews": 20, "commits": true, "commitsFirst": 50, "forks": true,
    "forksFirst": 20, "releases": true, "releasesFirst": 20, "own": true, "ownFirst": 10,
  ]

  @Test func `two instances answer with the same bytes`() async throws {
    let (one, other) = (try SimulatorFixture(), try SimulatorFixture())
    let path = "/repos/octo-org/octo-repo/stargazers/history?per_page=30"
    #expect(
      try await one.execute("RepositoryFacts", everything).body
        == other.execute("RepositoryFacts", everything).body
    )
    #expect(try await one.send(.get, path).body == other.send(.get, path).body)
  }

  @Test func `a page has the shape that the document asks for`() async throws {
    let fixture = try SimulatorFixture()
    let request: JSONValue = [
      "owner": "Octo-Org", "name": "OCTO-REPO", "issues": true, "issuesFirst": 1,
      "issueComments": 1, "issueStates": ["CLOSED"],
    ]
    fixture.github.setClock(try #require(Timestamp("2023-11-08T12:00:00Z")))
    let body = try await fixture.execute("RepositoryFacts", request).body
    let text = String(decoding: body, as: UTF8.self)
    #expect(text == shape)
  }

  @Test func `a section that is switched off is absent`() async throws {
    let fixture = try SimulatorFixture()
    let body =
      try await fixture.execute(
        "RepositoryFacts",
        ["owner": "octo-org", "name": "octo-repo", "forks": false]
      )
      .body
    let text = String(decoding: body, as: UTF8.self)
    for key in ["diskUsage", "watchers", "issues", "pulls", "history", "forks", "own"] {
      #expect(!text.contains("\"\(key)\""))
    }
    #expect(text.contains(#""defaultBranchRef":{"name":"main","target":{"oid":""#))
  }

  @Test func `what may not be read is null with an error, or refused`() async throws {
    let fixture = try SimulatorFixture()
    let refused: JSONValue = ["paths": ["stargazers"], "members": ["issues"]]
    #expect(try await fixture.send(.post, "/_simulator/refused", refused).status == 200)
    let body = try await fixture.execute("RepositoryFacts", everything).body
    let text = String(decoding: body, as: UTF8.self)
    #expect(text.contains(#""issues":null"#))
    #expect(text.contains(#""type":"FORBIDDEN","path":["repository","issues"]"#))
    #expect(!text.contains(#""pulls":null"#))
    let failure = await #expect(throws: APIFailure.self) {
      try await fixture.api.starHistory(of: fixture.name)
    }
    #expect(failure?.status == 403)
  }

  @Test func `a pull request is shown with whether its author is known`() async throws {
    let fixture = try SimulatorFixture()
    let pulls = fixture.life.items(.pull, asOf: fixture.now)
    let first = try #require(pulls.first)
    let shown = try #require(try await fixture.api.pull(first.number, in: fixture.name))
    #expect(shown.author?.id == first.author?.id)
    #expect(shown.createdAt == first.createdAt)
    #expect(shown.size == first.size)
    #expect(shown.isKnownAuthor == false)
    #expect(try await fixture.api.pull(100_000, in: fixture.name) == nil)
  }

  @Test func `another life has another name and id`() throws {
    let name = try #require(RepositoryName("octo-org/lantern"))
    let other = Simulation(seed: 5, name: name)
    #expect(other.repository.name == name)
    #expect(other.repository.id != SimulatorFixture.life.repository.id)
  }

  @Test func `a request without the token is refused`() async throws {
    let fixture = try SimulatorFixture(token: "wrong")
    let failure = await #expect(throws: APIFailure.self) {
      try await fixture.api.starHistory(of: fixture.name)
    }
    #expect(failure?.status == 401)
    #expect(try await fixture.execute("RepositoryFacts", everything).status == 401)
  }

  @Test func `what GitHub does not have is not found`() async throws {
    let fixture = try SimulatorFixture()
    for path in ["/", "/repos/octo-org/octo-repo", "/repos/octo-org/other/issues/1", "/rate_limit"]
    {
      #expect(try await fixture.send(.get, path).status == 404, "\(path)")
    }
    #expect(try await fixture.send(.get, "/user").status == 403)
    let other = try #require(RepositoryName("octo-org/other"))
    let failure = await #expect(throws: APIFailure.self) {
      try await fixture.api.facts(FactsRequest(repository: other, label: "x"))
    }
    #expect(failure?.failureClass == .notFound)
  }

  @Test func `an unknown document and too large a page give errors with status 200`() async throws {
    let fixture = try SimulatorFixture()
    let requests: [(String, JSONValue)] = [
      ("Other", [:]), ("RepositoryFacts", [:]),
      ("RepositoryFacts", ["owner": "octo-org", "name": "octo-repo", "issuesFirst": 101]),
    ]
    for (operation, variables) in requests {
      let response = try await fixture.execute(operation, variables)
      #expect(response.status == 200)
      #expect(String(decoding: response.body, as: UTF8.self).hasPrefix(#"{"errors":[{"#))
    }
  }

  @Test func `answers tell the limit`() async throws {
    let fixture = try SimulatorFixture()
    let response = try await fixture.send(.get, "/user")
    #expect(response.headers["X-RateLimit-Limit"] == "5000")
    #expect(response.headers["X-RateLimit-Remaining"] == "4999")
    #expect(response.headers["X-RateLimit-Resource"] == "core")
    #expect(response.headers["X-RateLimit-Reset"] == "1775026800")
  }

  @Test func `the next requests fail as told, and then no more`() async throws {
    let fixture = try SimulatorFixture()
    fixture.github.failNext(2, status: 503, headers: [("retry-after", "7")])
    let responses = [
      try await fixture.execute("RepositoryFacts", everything),
      try await fixture.send(.get, "/user"),
      try await fixture.execute("RepositoryFacts", everything),
    ]
    #expect(responses.map(\.status) == [503, 503, 200])
    #expect(responses[0].headers["Retry-After"] == "7")
  }

  @Test func `requests are logged with the names of their documents`() async throws {
    let fixture = try SimulatorFixture()
    _ = try await fixture.execute("RepositoryFacts", everything)
    _ = try await fixture.send(.get, "/user?a=b")
    #expect(
      fixture.github.requests == [
        .init(method: "POST", path: "/graphql", operation: "RepositoryFacts"),
        .init(method: "GET", path: "/user", operation: nil),
      ]
    )
  }

  @Test func `the clock is set over HTTP`() async throws {
    let fixture = try SimulatorFixture()
    let path = "/_simulator/clock"
    let answer = try await fixture.send(.post, path, ["now": "2025-01-01T00:00:00Z"])
    #expect(answer.status == 200)
    #expect(try await fixture.send(.post, path, ["now": "soon"]).status == 422)
    let request = FactsRequest(repository: fixture.name, label: "x", wantsCounts: true)
    let past = try #require(Timestamp("2025-01-01T00:00:00Z"))
    let counts = try #require(try await fixture.api.facts(request).counts)
    #expect(counts.stars == fixture.life.starCount(asOf: past))
    #expect(fixture.github.requests.count == 1)
  }

  @Test func `a port that is taken is not served twice`() throws {
    let first = try #require(SimulatedGitHub(SimulatorFixture.life))
    let port = try #require(first.baseURL.split(separator: ":").last.flatMap { UInt16($0) })
    #expect(SimulatedGitHub(SimulatorFixture.life, port: port) == nil)
  }

  /// Also the proof that every machine draws the same life from the same seed.
  private let shape = """
    {"data":{"rateLimit":{"cost":1,"remaining":4999,"limit":5000,"resetAt":"2023-11-08T13:00:00Z"},\
    "viewer":{"login":"github-actions[bot]"},"repository":{"databaseId":731204553,\
    "nameWithOwner":"octo-org/octo-repo","createdAt":"2023-10-02T08:12:07Z","isArchived":false,\
    "isPrivate":false,"isFork":false,"hasIssuesEnabled":true,"stargazerCount":5,\
    "issuesTotal":{"totalCount":4,"nodes":[{"updatedAt":"2023-10-31T07:02:55Z"}]},\
    "issues":{"pageInfo":{"hasNextPage":true,"endCursor":"-1698735775:-10"},\
    "nodes":[{"id":"I_kwSim10","number":10,"title":"scheduler: slow start with a cold disk",\
    "author":{"__typename":"User","login":"tidal-ibis-100","databaseId":90010000},\
    "createdAt":"2023-10-19T08:09:09Z","updatedAt":"2023-10-31T07:02:55Z","state":"CLOSED",\
    "closedAt":"2023-10-31T07:02:55Z","locked":false,"comments":{"totalCount":4,\
    "pageInfo":{"hasNextPage":true,"endCursor":"1697877926:100000"},\
    "nodes":[{"fullDatabaseId":"100000","createdAt":"2023-10-21T08:45:26Z",\
    "author":{"__typename":"User","login":"octo-mira","databaseId":90000001}}]}}]},\
    "defaultBranchRef":{"name":"main",\
    "target":{"oid":"565aab8e1834098213464583fec78f78974cbf5f"}}}}}
    """
}
