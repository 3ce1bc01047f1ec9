import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

/// What may be missing in an answer, and what that means.
struct FactsDecodingTests {
  private func page(
    _ fields: [JSONValue.Member],
    beside: [JSONValue.Member] = [],
    change: (inout FactsRequest) -> Void = { _ in }
  ) async throws -> FactsPage {
    let fixture = try GitHubFixture([.facts(fields, beside: beside)])
    var request = fixture.everything
    change(&request)
    return try await fixture.api.facts(request)
  }

  private func connection(
    _ nodes: [JSONValue],
    total: Int? = nil,
    next: String? = nil
  ) -> JSONValue {
    [
      "totalCount": JSONValue(total ?? nodes.count),
      "pageInfo": ["hasNextPage": .bool(next != nil), "endCursor": JSONValue(next)],
      "nodes": .array(nodes),
    ]
  }

  private func issue(_ fields: [JSONValue.Member]) -> JSONValue {
    .object(
      [
        .init("id", "I_1"), .init("number", 1), .init("title", "A title"),
        .init("createdAt", "2026-01-01T00:00:00Z"), .init("updatedAt", "2026-01-02T00:00:00Z"),
        .init("state", "OPEN"),
      ] + fields
    )
  }

  private func comment(_ id: Int) -> JSONValue {
    ["fullDatabaseId": .string(String(id)), "createdAt": "2026-01-02T00:00:00Z", "author": nil]
  }

  @Test func `a connection that is null is unknown, not empty`() async throws {
    let page = try await page(
      ["issues", "pulls", "forks", "releases", "own"].map { .init($0, nil) }
    )
    #expect(page.issues == nil)
    #expect(page.pulls == nil)
    #expect(page.forks == nil)
    #expect(page.releases == nil)
    #expect(page.ownIssues == nil)
    #expect(page.counts?.openIssues == nil)
    #expect(page.counts?.stars == nil)
  }

  @Test func `a connection without nodes is unknown too, and an empty one is known`() async throws {
    let page = try await page([
      .init("issues", ["totalCount": 3, "nodes": nil]), .init("forks", connection([])),
    ])
    #expect(page.issues == nil)
    #expect(page.forks == FactsPage.Rows([], total: 0, next: nil))
  }

  @Test func `a null among the comments has them read again`() async throws {
    let comments = connection([comment(5), nil, comment(6)])
    let page = try await page([.init("issues", connection([issue([.init("comments", comments)])]))])
    let item = try #require(page.issues?.rows.first)
    #expect(item.comments.elements.map(\.id) == [5, 6])
    #expect(!item.comments.isWhole)
    #expect(page.cut.map(\.item.number) == [1])
  }

  @Test func `missing comments change nothing that is stored`() async throws {
    let page = try await page([.init("issues", connection([issue([.init("comments", nil)])]))])
    #expect(page.issues?.rows.first?.comments == Nested([], isWhole: false))
  }

  @Test func `a row that is null or undated is left out, and the total still tells of it`()
    async throws
  {
    let undated: JSONValue = ["id": "F_2", "createdAt": "yesterday"]
    let good: JSONValue = ["id": "F_1", "createdAt": "2026-01-01T00:00:00Z"]
    let page = try await page([.init("forks", connection([nil, undated, good], total: 3))])
    #expect(page.forks?.rows.map(\.id) == ["F_1"])
    #expect(page.forks?.total == 3)
  }

  @Test func `a deleted account is no author`() async throws {
    let comments = connection([comment(5)])
    let fields: [JSONValue.Member] = [.init("author", nil), .init("comments", comments)]
    let commit: JSONValue = [
      "oid": "a1", "committedDate": "2026-01-01T00:00:00Z",
      "author": ["email": "x@example.org", "user": nil],
    ]
    let branch: JSONValue = [
      "name": "main", "target": ["oid": "a1", "history": connection([commit])],
    ]
    let page = try await page([
      .init("issues", connection([issue(fields)])), .init("defaultBranchRef", branch),
    ])
    #expect(page.issues?.rows.first?.author == nil)
    #expect(page.issues?.rows.first?.comments.elements.first?.author == nil)
    #expect(page.commits?.page.rows.first?.author == nil)
    #expect(page.commits?.page.rows.first?.email == "x@example.org")
  }

  @Test func `kinds of accounts are told apart, and one without a number keeps its login`()
    async throws
  {
    let bot: JSONValue = ["__typename": "Bot", "login": "dependabot", "databaseId": 49_699_333]
    let other: JSONValue = ["__typename": "EnterpriseUserAccount", "login": "ann"]
    let page = try await page([
      .init("issues", connection([issue([.init("author", bot)]), issue([.init("author", other)])]))
    ])
    let expected = [
      Account(id: 49_699_333, login: "dependabot", kind: .bot),
      Account(id: nil, login: "ann", kind: .enterpriseUser),
    ]
    #expect(page.issues?.rows.map(\.author) == expected)
  }

  @Test func `a pending review is left out and the rest stays whole`() async throws {
    let submitted: JSONValue = [
      "fullDatabaseId": "21", "state": "APPROVED", "submittedAt": "2026-01-02T00:00:00Z",
    ]
    let pending: JSONValue = ["fullDatabaseId": "22", "state": "PENDING", "submittedAt": nil]
    let pull = issue([.init("reviews", connection([pending, submitted]))])
    let page = try await page([.init("pulls", connection([pull]))])
    let reviews = try #require(page.pulls?.rows.first?.reviews)
    #expect(reviews.elements.map(\.id) == [21])
    #expect(reviews.isWhole)
  }

  @Test func `numbers beyond what JSON holds keep their digits`() async throws {
    let comments = connection([comment(9_007_199_254_740_993)])
    let page = try await page([.init("issues", connection([issue([.init("comments", comments)])]))])
    #expect(page.issues?.rows.first?.comments.elements.first?.id == 9_007_199_254_740_993)
  }

  @Test func `items that were read again are named only when a page did not hold them`()
    async throws
  {
    let long = issue([.init("comments", connection([comment(1)], total: 101, next: "x"))])
    let whole = issue([.init("comments", connection([comment(2)]))])
    let page = try await page(
      [],
      beside: [.init("cutIssues", [long, nil, whole]), .init("cutPulls", [])]
    ) { $0.cutIssues = ["I_1", "I_2", "I_3"] }
    #expect(page.recut.count == 2)
    #expect(page.cut.map(\.isLong) == [true])
  }

  @Test func `an empty repository has no commits, which is known`() async throws {
    let page = try await page([.init("defaultBranchRef", nil)])
    let empty = FactsPage.Rows<Commit>([], total: 0, next: nil)
    #expect(page.commits == FactsPage.CommitRows(head: nil, page: empty))
    #expect(page.repository?.defaultBranch == nil)
  }

  @Test func `a head that is no longer there leaves the commits unknown`() async throws {
    let page = try await page([.init("commitsAtHead", nil)]) {
      $0.commits = .init(page: .init(first: 3, after: "a1 2"), head: "a1")
    }
    #expect(page.commits == nil)
  }

  @Test func `issues that are switched off leave the number of open ones unknown`() async throws {
    let page = try await page([
      .init("hasIssuesEnabled", false), .init("openIssues", ["totalCount": 0]),
    ])
    #expect(page.counts?.openIssues == nil)
    #expect(page.repository?.hasIssues == false)
  }

  @Test func `assets beyond those that came keep a release from being whole`() async throws {
    let asset: JSONValue = ["id": "RA_1", "name": "app.zip", "downloadCount": 3]
    let release: JSONValue = [
      "databaseId": 5, "tagName": "v1", "isDraft": true, "createdAt": "2026-01-01T00:00:00Z",
      "releaseAssets": ["totalCount": 2, "nodes": [asset]],
    ]
    let page = try await page([.init("releases", connection([release]))])
    let read = try #require(page.releases?.rows.first)
    #expect(
      read.assets == Nested([Asset(id: "RA_1", name: "app.zip", downloads: 3)], isWhole: false)
    )
    #expect(read.isDraft)
    #expect(read.publishedAt == nil)
  }

  @Test func `a repository whose visibility is not told is taken for private`() async throws {
    let fixture = try GitHubFixture([
      Response([
        "data": [
          "repository": [
            "databaseId": 7, "nameWithOwner": "octo/tool", "createdAt": "2020-01-01T00:00:00Z",
          ]
        ]
      ])
    ])
    #expect(try await fixture.api.facts(fixture.everything).repository?.isPrivate == true)
  }
}
