import FoundationEssentials
import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct PullNowTests {
  private func comment(_ id: Int, by login: String, type: String = "User") -> JSONValue {
    [
      "fullDatabaseId": .string("\(id)"), "url": .string("https://github.com/c/\(id)"),
      "body": "hello", "viewerDidAuthor": false,
      "author": ["__typename": .string(type), "login": .string(login)],
    ]
  }

  private func page(_ comments: [JSONValue], next: String? = nil) -> Response {
    .facts([
      .init(
        "pullRequest",
        [
          "number": 7, "createdAt": "2026-03-01T00:00:00Z", "isDraft": false, "state": "OPEN",
          "additions": 3, "deletions": 1, "changedFiles": 2, "headRefOid": "abc",
          "authorAssociation": "FIRST_TIME_CONTRIBUTOR",
          "author": ["__typename": "User", "login": "ann"], "reviews": ["nodes": []],
          "comments": [
            "pageInfo": ["hasNextPage": .bool(next != nil), "endCursor": JSONValue(next)],
            "nodes": .array(comments),
          ],
        ]
      )
    ])
  }

  @Test func `the comments of all pages are read`() async throws {
    let fixture = try GitHubFixture([
      page((1...100).map { comment($0, by: "ann") }, next: "c1"),
      page([comment(101, by: "github-actions", type: "Bot")]),
    ])
    let pull = try #require(try await fixture.api.pull(7, in: fixture.name))
    #expect(pull.comments.count == 101)
    #expect(pull.size?.lines == 4 && pull.head == "abc" && pull.isKnownAuthor == false)
    // The author and a bot are no answer.
    #expect(!pull.isAnswered)
    #expect(fixture.bodies[1].contains(#""after":"c1""#))
  }

  @Test func `another person's comment is an answer`() async throws {
    let fixture = try GitHubFixture([page([comment(1, by: "Bob")])])
    #expect(try await fixture.api.pull(7, in: fixture.name)?.isAnswered == true)
  }

  @Test func `there is no pull request of that number`() async throws {
    let error = graphQLError("NOT_FOUND", "Could not resolve to a PullRequest")
    let fixture = try GitHubFixture([.facts([.init("pullRequest", nil)], errors: [error])])
    #expect(try await fixture.api.pull(7, in: fixture.name) == nil)
  }

  @Test func `a comment that cannot be read is a failure, for it may be the tool's`() async throws {
    let fixture = try GitHubFixture([page([nil])])
    _ = try await GitHubFixture.failure { try await fixture.api.pull(7, in: fixture.name) }
  }

  @Test func `a head at another commit is another pull request`() async throws {
    let list = #"[{"number": 9, "head": {"sha": "ab"}}, {"number": 8, "head": {"sha": "cd"}}]"#
    let fixture = try GitHubFixture([Response(200, text: list)])
    let numbers = try await fixture.api.openPulls(from: "m:patch+1", at: "ab", in: fixture.name)
    #expect(numbers == [9])
    #expect(fixture.transport.requests[0].url.query()?.contains("head=m:patch%2B1") == true)
  }
}
