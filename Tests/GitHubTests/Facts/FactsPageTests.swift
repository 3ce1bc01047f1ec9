import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct FactsPageTests {
  /// A recorded answer of GitHub's kind, with pages so small that every connection goes on.
  private func recorded() async throws -> FactsPage {
    let fixture = try GitHubFixture([
      Response(status: 200, body: try GitHubFixture.file("facts.json"))
    ])
    return try await fixture.api.facts(fixture.everything)
  }

  @Test func `the repository and its counts are read`() async throws {
    let page = try await recorded()
    let repository = try #require(page.repository)
    #expect(repository.id == RepositoryID(rawValue: 264_199_822))
    #expect(repository.name.description == "cfrg/draft-irtf-cfrg-opaque")
    #expect(repository.createdAt.description == "2020-05-15T12:30:54Z")
    #expect(repository.defaultBranch == "master")
    #expect(!repository.isPrivate && !repository.isFork && !repository.isArchived)
    #expect(repository.hasIssues)
    let counts = FactsPage.Counts(
      stars: 113,
      forks: 24,
      watchers: 22,
      openIssues: 1,
      openPulls: 0,
      size: 726
    )
    #expect(page.counts == counts)
    #expect(page.viewer == "rig-reader")
    #expect(page.refusals.isEmpty)
  }

  @Test func `issues come with their authors, states and first comments`() async throws {
    let rows = try #require(try await recorded().issues)
    #expect(rows.rows.map(\.number) == [468, 469, 459, 467])
    #expect(rows.total == 202)
    #expect(rows.newest == Timestamp("2024-11-21T23:57:34Z"))
    #expect(rows.next == "Y3Vyc29yOnYyOpLOZz4nfc0B0w==")
    let first = try #require(rows.rows.first)
    #expect(first.kind == .issue)
    #expect(first.author == Account(id: 67_059_372, login: "iaik-jheher"))
    #expect(first.state == .closed)
    #expect(first.closedAt == Timestamp("2024-11-21T23:57:34Z"))
    #expect(first.size == nil)
    #expect(first.comments.elements.map(\.id) == [2_771_163_782, 2_771_357_711])
    #expect(!first.comments.isWhole)
    let last = try #require(rows.rows.last)
    #expect(last.state == .open)
    #expect(last.closedAt == nil)
    #expect(last.comments.isWhole)
  }

  @Test func `pull requests come with their sizes, merges and reviews`() async throws {
    let rows = try #require(try await recorded().pulls)
    #expect(rows.rows.map(\.number) == [472, 471, 470, 458])
    #expect(rows.rows.map(\.state) == [.merged, .merged, .merged, .closed])
    #expect(rows.rows.first?.size == ChangeSize(additions: 2, deletions: 1, files: 1))
    #expect(rows.rows.first?.mergedAt == Timestamp("2024-11-21T22:06:59Z"))
    #expect(rows.rows.last?.mergedAt == nil)
    let reviewed = rows.rows[1]
    #expect(reviewed.reviews.elements.map(\.id) == [2_448_263_099, 2_449_367_249])
    #expect(reviewed.reviews.elements.map(\.state) == [.commented, .commented])
    #expect(reviewed.reviews.isWhole)
    #expect(reviewed.comments == .none)
  }

  @Test func `items with more inside than was asked for are named`() async throws {
    let page = try await recorded()
    #expect(page.cut.map(\.item.number) == [468, 469, 459])
    #expect(page.cut.map(\.id).first == "I_kwDOD79ejs6dHXMX")
    #expect(page.cut.allSatisfy { !$0.isLong })
    #expect(page.recut.isEmpty)
  }

  @Test func `commits, forks and releases are read`() async throws {
    let page = try await recorded()
    let commits = try #require(page.commits)
    #expect(commits.head == "78597fc81b7947470eccadedbd5469f8350e52d1")
    #expect(commits.page.rows.first?.oid == commits.head)
    #expect(commits.page.rows.first?.email == "fa323a5162@fb.com")
    #expect(commits.page.rows.first?.author?.login == "kevinlewi")
    #expect(commits.page.total == 806)
    #expect(commits.page.next == "78597fc81b7947470eccadedbd5469f8350e52d1 2")
    #expect(page.forks?.rows.map(\.id) == ["R_kgDOds83-w", "R_kgDOdsy7iQ"])
    #expect(page.forks?.total == 24)
    let releases = try #require(page.releases)
    #expect(releases.rows.map(\.id) == [239_886_548, 237_501_637])
    #expect(releases.rows.map(\.assets.elements.count) == [0, 1])
    #expect(releases.rows.last?.assets.elements.first?.downloads == 250)
    #expect(releases.rows.map(\.assets.isWhole) == [true, true])
    #expect(page.ownIssues == FactsPage.Rows([], total: nil, next: nil))
  }
}
