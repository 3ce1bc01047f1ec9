import Foundation
import Model
import Testing

@testable import GitHub

struct FactsRequestTests {
  private let fixture: GitHubFixture
  private let switches = [
    "counts", "openIssues", "openPulls", "watchers", "issues", "pulls", "commits", "commitsAtHead",
    "forks", "releases", "own", "languages", "licence", "topics", "discussions", "cut",
  ]

  init() throws { fixture = try GitHubFixture([]) }

  /// The switches that are on.
  private func on(_ request: FactsRequest) -> [String] {
    switches.filter { request.variables[$0] == true }
  }

  @Test func `a request for nothing switches everything off`() {
    let request = FactsRequest(repository: fixture.name, label: "repo-vitals")
    #expect(on(request) == [])
    #expect(switches.allSatisfy { request.variables[$0] == false })
  }

  @Test func `what is asked for is switched on`() {
    let expected = [
      "counts", "openIssues", "openPulls", "watchers", "issues", "pulls", "commits", "forks",
      "releases", "own", "languages", "licence", "topics", "discussions",
    ]
    #expect(on(fixture.everything) == expected)
  }

  @Test(arguments: FactsSection.allCases)
  func `a refused section alone is switched off`(_ section: FactsSection) {
    var request = fixture.everything
    let before = on(request)
    request.refused = [section]
    #expect(on(request) == before.filter { FactsSection(key: $0) != section })
  }

  @Test func `every variable of the document is sent, and none besides`() throws {
    let head = try #require(FactsDocument.text.components(separatedBy: "{\n").first)
    let declared = try head.matches(of: Regex(#"\$(\w+):"#, as: (Substring, Substring).self))
      .map { String($0.output.1) }
    guard case .object(let members) = fixture.everything.variables else {
      Issue.record("The variables are no object.")
      return
    }
    #expect(members.map(\.key).sorted() == declared.sorted())
  }

  @Test func `sizes and cursors are sent as they were asked for`() {
    var request = fixture.everything
    request.pulls = .init(page: .init(first: 30, after: "P"), selection: .closed, inside: 7)
    request.issues = .init(page: .init(first: 40, after: "I"), selection: .open, inside: 9)
    request.ownIssues = .init(page: .init(first: 5, after: "O"), onlyOpen: true)
    let variables = request.variables
    #expect(variables["pullsFirst"] == 30)
    #expect(variables["pullsAfter"] == "P")
    #expect(variables["pullComments"] == 7)
    #expect(variables["pullReviews"] == 7)
    #expect(variables["pullStates"] == ["CLOSED", "MERGED"])
    #expect(variables["issuesFirst"] == 40)
    #expect(variables["issuesAfter"] == "I")
    #expect(variables["issueComments"] == 9)
    #expect(variables["issueStates"] == ["OPEN"])
    #expect(variables["ownAfter"] == "O")
    #expect(variables["ownStates"] == ["OPEN"])
    #expect(variables["forksAfter"] == .null)
  }

  @Test func `a history behind a commit is another field than that of the branch`() {
    var request = fixture.everything
    request.commits = .init(page: .init(first: 3, after: "abc 2"), head: "abc")
    #expect(request.variables["commits"] == false)
    #expect(request.variables["commitsAtHead"] == true)
    #expect(request.variables["head"] == "abc")
    #expect(request.variables["commitsAfter"] == "abc 2")
  }

  @Test func `items to be read again switch the second part on`() {
    let request = FactsRequest(repository: fixture.name, label: "x", cutPulls: ["PR_1"])
    #expect(on(request) == ["cut"])
    #expect(request.variables["cutPulls"] == ["PR_1"])
    #expect(request.variables["cutIssues"] == [])
  }

  @Test func `nodes are counted as GitHub documents it`() {
    // https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
    let name = fixture.name
    #expect(FactsRequest(repository: name, label: "x").nodes == 0)
    let issues = FactsRequest(
      repository: name,
      label: "x",
      issues: .init(page: .init(first: 100), selection: .all, inside: 20)
    )
    #expect(issues.nodes == 100 + 100 * 20)
    let pulls = FactsRequest(
      repository: name,
      label: "x",
      pulls: .init(page: .init(first: 50), selection: .all, inside: 10)
    )
    #expect(pulls.nodes == 50 + 50 * 10 + 50 * 10)
    let lists = FactsRequest(
      repository: name,
      label: "x",
      commits: .init(page: .init(first: 100)),
      forks: .init(first: 20),
      releases: .init(first: 30),
      ownIssues: .init(page: .init(first: 10), onlyOpen: true)
    )
    #expect(lists.nodes == 100 + 20 + (30 + 30 * 10) + (10 + 10 * 10))
    let cut = FactsRequest(repository: name, label: "x", cutIssues: ["a", "b"], cutPulls: ["c"])
    #expect(cut.nodes == (2 + 2 * 100) + (1 + 100 + 100))
  }
}
