import CommonMark
import Foundation
import GitHubSimulator
import Model
import Reporting
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct PortfolioIssueTests {
  private static let home = SeveralRepositories.home
  private static let monday = "2026-04-06T06:00:00Z"
  private static let nextMonday = "2026-04-13T06:00:00Z"

  @Test func `many repositories have one issue a week, in their home, linked with the next`()
    async throws
  {
    let all = try await SeveralRepositories()
    var numbers: [Int] = []
    for now in [AppFixture.now, Self.monday, Self.nextMonday] {
      let outcome = try await all.vitals("run", now: now, home: Self.home)
      #expect(outcome.status == .success, "\(outcome.talk)")
      #expect(outcome.talk.contains("portfolio issue "))
      #expect(!outcome.talk.contains("health issue "))
      let number = try #require(outcome.issueNumber)
      if numbers.last != number { numbers.append(number) }
    }
    let before = all.writes
    try await all.vitals("run", now: Self.nextMonday, home: Self.home)
    #expect(all.writes == before)
    try #require(numbers.count == 2)
    let last = try await all.issueAtHome(numbers[0])
    let this = try await all.issueAtHome(numbers[1])
    #expect([last, this].map(\.state) == ["closed", "open"])
    #expect([last, this].allSatisfy { $0.labels.map(\.name) == ["repo-vitals", "weekly"] })
    #expect(
      [last, this].map { OwnMarker(in: $0.body)?.attributes["week"] }
        == ["2026-04-05", "2026-04-12"]
    )
    #expect(OwnMarker(in: this.body)?.repository.rawValue == 731_204_555)
    #expect(this.title == "Weekly health of octo-org: none of 2 repositories needs someone")
    #expect(last.body.hasSuffix("/issues/\(numbers[1]))</sub>\n"))
    #expect(last.body.contains(" · [next week](https://redirect.github.com/octo-org/"))
    #expect(this.body.hasSuffix("/issues/\(numbers[0]))</sub>\n"))
    #expect(this.body.contains(" · [last week](https://redirect.github.com/octo-org/"))
    // Nothing was written anywhere else.
    #expect(all.fixture.writes == [])
    #expect(all.second.requests.allSatisfy { $0.method == "GET" || $0.operation != nil })
    #expect(try await all.fixture.vitals("store verify").status == .success)
    // Home is no repository that is measured.
    let info = try await all.fixture.vitals("store info").output
    #expect(!info.contains(Self.home))
  }

  @Test func `a quiet day looks once at the issues of a home that is not collected`() async throws {
    let all = try await SeveralRepositories()
    try await all.vitals("run", home: Self.home)
    var counts: [Int] = []
    for (home, report) in [(Self.home, "weekly"), (Self.home, "off"), (nil, "weekly")] {
      let before = all.requests
      try await all.vitals("run", home: home, report: report)
      counts.append(all.requests - before)
    }
    #expect(counts[0] == counts[1] + 1)
  }

  @Test func `a home among the repositories costs no request and keeps no issue of its own`()
    async throws
  {
    let all = try await SeveralRepositories()
    let own = try #require(
      try await all.fixture
        .vitals(
          "run --repo \(AppFixture.repository)",
          settings: "alerts: {health_drop: {points: 90}}"
        )
        .issueNumber
    )
    let outcome = try await all.vitals("run", home: AppFixture.repository)
    let number = try #require(outcome.issueNumber)
    #expect(outcome.talk.contains("portfolio issue created: "))
    #expect(try await all.fixture.issue(own).state == "closed")
    #expect(try await all.fixture.issue(own).body.contains("[all repositories](https://redirect."))
    #expect(OwnMarker(in: try await all.fixture.issue(number).body)?.kind == "portfolio")
    let writes = all.writes
    var counts: [Int] = []
    for report in ["weekly", "off"] {
      let before = all.requests
      let again = try await all.vitals("run", home: AppFixture.repository, report: report)
      #expect(again.status == .success)
      counts.append(all.requests - before)
    }
    #expect(counts[0] == counts[1])
    #expect(all.writes == writes)
    #expect(all.third.requests.isEmpty)
  }

  @Test func `a rolling portfolio is edited in place, also by publish, and stays closed`()
    async throws
  {
    let all = try await SeveralRepositories()
    func run(_ line: String, _ now: String = AppFixture.nextDay) async throws -> String {
      try await all.vitals(line, now: now, home: AppFixture.repository, report: "rolling").talk
    }
    let first = try await run("run", AppFixture.now)
    let number = try #require(first.firstMatch(of: /issues\/([0-9]+)/).flatMap { Int($0.1) })
    let issue = try await all.fixture.issue(number)
    #expect(issue.title == "Health of octo-org")
    #expect(OwnMarker(in: issue.body)?.attributes == ["org": "octo-org"])
    let url = "https://github.com/\(AppFixture.repository)/issues/\(number)"
    #expect(try await run("run").contains("portfolio issue updated: \(url)"))
    #expect(try await run("publish weekly").contains("portfolio issue unchanged: \(url)"))
    #expect(try await all.fixture.issue(number).body.contains("Data to 1\u{A0}April 2026"))
    try await all.fixture.closeIssue(number)
    #expect(try await run("run", Self.monday).contains("portfolio issue closed: \(url)"))
  }

  @Test func `without a home each repository keeps its own issue`() async throws {
    let all = try await SeveralRepositories()
    let outcome = try await all.vitals("publish weekly", home: nil)
    #expect(outcome.status == .success, "\(outcome.talk)")
    #expect(outcome.lines.count { $0.hasPrefix("health issue created: ") } == 2)
    #expect(!outcome.talk.contains("portfolio"))
  }

  @Test func `a public home tells nothing of a private repository, which keeps its own issue`()
    async throws
  {
    let all = try await SeveralRepositories(isSecondPrivate: true)
    let outcome = try await all.vitals("run", home: Self.home)
    #expect(outcome.status == .success, "\(outcome.talk)")
    let portfolio = try #require(outcome.lines.first { $0.hasPrefix("portfolio issue created") })
    let number = try #require(portfolio.split(separator: "/").last.flatMap { Int($0) })
    let issue = try await all.issueAtHome(number)
    #expect(issue.body.contains("[octo-repo](https://github.com/octo-org/octo-repo)"))
    #expect(issue.body.contains("1 of 1 repository read"))
    #expect(!issue.body.contains("other-repo") && !issue.title.contains("2"))
    #expect(outcome.talk.contains("health issue created: https://github.com/octo-org/other-repo/"))
    #expect(all.fixture.writes == [])
  }

  @Test func `a private home tells of private repositories as well`() async throws {
    let all = try await SeveralRepositories(isSecondPrivate: true, isHomePrivate: true)
    let outcome = try await all.vitals("run", home: Self.home)
    let issue = try await all.issueAtHome(try #require(outcome.issueNumber))
    #expect(issue.body.contains("2 of 2 repositories read"))
    #expect(issue.body.contains("other-repo"))
  }

  @Test func `a public workflow does not write to a private home, nor name it`() async throws {
    let all = try await SeveralRepositories(isHomePrivate: true)
    let outcome = try await all.vitals(
      "publish weekly",
      home: Self.home,
      variables: all.fixture.workflowVariables
    )
    #expect(outcome.status == .partial)
    #expect(outcome.talk.contains("`delivery.issues.repository` is private, and this workflow's"))
    #expect(!outcome.talk.contains(Self.home))
    #expect(all.writes == [])
  }

  @Test func `a home that cannot be seen costs the issue alone`() async throws {
    let all = try await SeveralRepositories()
    let outcome = try await all.vitals("run", home: "octo-org/gone")
    #expect(outcome.status == .partial)
    #expect(outcome.talk.contains("The portfolio issue was not written: "))
    #expect(try all.fixture.text(of: "reports/portfolio.md").hasPrefix("<!-- repo-vitals:v1 "))
    #expect(all.writes == [])
  }

  @Test func `a dry run shows the portfolio`() async throws {
    let all = try await SeveralRepositories()
    let outcome = try await all.vitals("run --dry-run", home: Self.home)
    let title = "# Health of octo-org, first reading: none of 2 repositories needs someone\n\n"
    #expect(outcome.output.hasPrefix(title), "\(outcome.output.prefix(200))")
    let body = String(outcome.output.dropFirst(title.count))
    #expect(body.hasPrefix("<!-- repo-vitals:v1 kind=portfolio repo=731204555 first=true org="))
    #expect(MarkdownLint.findings(in: body, rules: [.mentions]) == [])
    #expect(try CommonMark.parse(body).all(.link).allSatisfy { $0.url.hasPrefix("https://") })
    #expect(all.writes == [])
  }

  @Test func `a workflow keeps the issue in its own repository, and tells of it first`()
    async throws
  {
    let all = try await SeveralRepositories()
    let path = all.fixture.folder.file("output.txt")
    let outcome = try await all.vitals(
      "publish",
      home: nil,
      variables: all.fixture.workflowVariables.merging(["GITHUB_OUTPUT": path]) { $1 }
    )
    #expect(outcome.status == .success, "\(outcome.talk)")
    let url = "https://github.com/\(AppFixture.repository)/issues/"
    #expect(outcome.talk.contains("portfolio issue created: \(url)"))
    let outputs = try all.fixture.text(of: "output.txt")
    #expect(outputs.contains("\nissue-url=\(url)"))
    #expect(outputs.hasPrefix("score=\n"))
    let summary = try all.fixture.text(of: "summary.md")
    #expect(summary.hasPrefix("## None of 2 repositories needs someone\n"))
    #expect(summary.contains("\n**Delivered:** created [portfolio issue](\(url)"))
    #expect(!summary.contains("repo-vitals:data") && !summary.contains("kind=portfolio"))
    #expect(summary.contains("\n## octo-repo: ") && summary.contains("\n## other-repo: "))
  }
}
