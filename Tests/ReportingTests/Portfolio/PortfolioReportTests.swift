import Analytics
import CommonMark
import Model
import TestSupport
import Testing

@testable import Reporting

struct PortfolioReportTests {
  private static func document(_ inputs: [ReportInput]) throws -> PortfolioDocument {
    try #require(try PortfolioReport(inputs)?.document())
  }

  @Test func `a portfolio of twenty reads as recorded and shows as meant`() throws {
    let document = try Self.document(SamplePortfolio.inputs.reversed())
    try expectGolden(document.text, at: Fixture.goldenPath("portfolio.md"))
    try expectGolden(document.data + "\n", at: Fixture.goldenPath("portfolio.json"))
    #expect(MarkdownLint.check(document.text) == [])
    #expect(document.text.utf8.count < 20_000)
    let tree = try CommonMark.parse(document.text)
    let tables = tree.all(.table).map { $0.children.dropFirst().map(\.children[0].plainText) }
    #expect(tables.count == 4)
    let needing = ["harbor", "tundra", "kite", "beacon", "forge", "mint", "lantern"]
    #expect(zip(tables[0], needing).allSatisfy { $0.hasPrefix($1) })
    #expect(tables[0].count == needing.count)
    #expect(tables[1].count == 9)
    #expect(tree.all(.link).allSatisfy { $0.url.hasPrefix("https://") })
  }

  @Test func `a portfolio names no title and no person`() throws {
    let text = try Self.document(SamplePortfolio.inputs).text
    #expect(!text.contains("octocat"))
    #expect(MarkdownLint.findings(in: text, rules: [.mentions]) == [])
  }

  @Test func `repositories of several owners are named with them`() throws {
    var inputs = SamplePortfolio.inputs
    inputs[0].repository.name = SampleInputs.name("other/harbor")
    let document = try Self.document(inputs)
    #expect(document.text.hasPrefix("<!-- repo-vitals:v1 kind=portfolio week=2024-06-30 -->\n"))
    #expect(document.text.contains("[other/harbor](https://github.com/other/harbor)"))
    #expect(document.data.contains(#""organization": null"#))
  }

  @Test func `as many rise as the rows say`() throws {
    var inputs = ["calm", "late"]
      .map {
        SamplePortfolio.input(.init(name: $0, score: 75, change: 2, band: .healthy))
      }
    for index in inputs.indices {
      inputs[index].weekAgo = inputs[index].score
      inputs[index].weekAgo?.value = 69
    }
    let text = try Self.document(inputs).text
    #expect(text.contains("2\u{A0}healthy · 2\u{A0}rising\n"))
    #expect(text.ranges(of: "healthy, rising |").count == 2)
  }

  @Test func `a first step says how many there are, not how many it names`() throws {
    func text(_ step: Step, openPulls: Int) throws -> String {
      let example = SamplePortfolio.Case(
        name: "busy",
        score: 55,
        band: .healthy,
        openPulls: openPulls,
        steps: [step]
      )
      return try Self.document([SamplePortfolio.input(example)]).text
    }
    let decide = Step(.decidePulls, items: Array(1...9), of: 13)
    #expect(
      try text(decide, openPulls: 13).contains("decide the 13 that are older than five weeks")
    )
    let review = Step(.reviewPulls, items: [1, 2, 3], of: 7)
    #expect(try text(review, openPulls: 7).contains(" and four more |"))
  }

  @Test func `where nobody is needed the first line says so and no reason follows`() throws {
    let text =
      try Self.document([
        SamplePortfolio.input(.init(name: "calm", score: 80, change: 1, band: .healthy))
      ])
      .text
    #expect(text.contains("## None of 1 repository needs someone\n\n1\u{A0}healthy\n"))
    #expect(!text.contains("### Needs someone"))
    #expect(!text.contains("How fast, how often"))
  }

  @Test func `no link of a portfolio on an enterprise server leads to github.com`() throws {
    let inputs = SamplePortfolio.inputs.map { input in
      var input = input
      input.origin.server = "https://ghe.example/"
      input.origin.runURL = "https://ghe.example/octo-org/runs/88"
      return input
    }
    let text = try Self.document(inputs).text
    #expect(!text.contains("github.com"))
    #expect(text.contains("[harbor](https://ghe.example/octo-org/harbor)"))
  }

  @Test func `what does not fit into an issue is left out and named`() throws {
    let long = String(repeating: "x", count: 80)
    let inputs = (0..<1_000)
      .map { index in
        SamplePortfolio.input(
          .init(
            name: "\(long)-\(index)",
            score: 50,
            change: -10,
            band: .healthy,
            alert: index < 400 ? (index + 1, 3) : nil,
            openPulls: 6,
            steps: [Step(.reviewPulls, items: [1, 2, 3, 4, 5, 6])]
          )
        )
      }
    let document = try Self.document(inputs)
    #expect(document.text.unicodeScalars.count <= DocumentLimit.codePoints)
    #expect(document.text.contains("## 1,000 of 1,000 repositories need someone"))
    #expect(document.text.contains("970 more follow in the data."))
    #expect(document.text.contains("**Left out because it did not fit:** Details"))
    #expect(document.data.contains("\(long)-999"))
  }

  /// The portfolio of twenty as an issue of `octo-org/.github`.
  private static func issue(
    _ inputs: [ReportInput] = SamplePortfolio.inputs,
    of all: Int = 20,
    week: String?,
    after previous: Int? = nil
  ) throws -> PortfolioDocument {
    let edition = PortfolioEdition(
      home: RepositoryID(rawValue: 7),
      links: Links(server: "https://github.com", repository: SampleInputs.name("octo-org/.github")),
      week: week.flatMap { Week($0) },
      previousIssue: previous
    )
    return try #require(try PortfolioReport(inputs, of: all, edition: edition)?.document())
  }

  @Test func `the issue of a week says how many need someone and leads to the one before`() throws {
    let document = try Self.issue(week: "2024-06-30", after: 12)
    #expect(document.title == "Weekly health of octo-org: 7 of 20 repositories need someone")
    let marker = try #require(document.marker)
    #expect(
      marker.text == "<!-- repo-vitals:v1 kind=portfolio repo=7 org=octo-org week=2024-06-30 -->"
    )
    #expect(document.text.hasPrefix("\(marker.text)\n## 7 of 20 repositories need someone\n"))
    let link = "[last week](https://redirect.github.com/octo-org/.github/issues/12)"
    #expect(document.text.hasSuffix(" · \(link)</sub>\n"))
    #expect(document.text.contains(" · 20 of 20 repositories read · "))
    #expect(MarkdownLint.check(document.text) == [])
  }

  @Test func `a first reading says so, and an issue that is edited has a title that stays`() throws
  {
    let first = try Self.issue(week: "2024-07-07")
    #expect(
      first.title == "Health of octo-org, first reading: 7 of 20 repositories need someone"
    )
    #expect(first.marker?.attributes["first"] == "true")
    let rolling = try Self.issue(week: nil)
    #expect(rolling.title == "Health of octo-org")
    #expect(rolling.marker?.attributes == ["org": "octo-org"])
  }

  @Test func `a title that would be cut does without the owner`() throws {
    var inputs = SamplePortfolio.inputs
    let owner = String(repeating: "o", count: 39)
    for index in inputs.indices {
      inputs[index].repository.name = SampleInputs.name("\(owner)/\(index)")
    }
    let document = try Self.issue(inputs, week: "2024-06-30")
    #expect(document.title == "Weekly health: 7 of 20 repositories need someone")
  }

  @Test func `a repository that was read less far is counted as not read`() throws {
    var inputs = SamplePortfolio.inputs
    inputs[3].date = inputs[3].date.advanced(by: -2)
    let document = try Self.issue(inputs, of: 21, week: "2024-06-30")
    #expect(document.text.contains(" · 19 of 21 repositories read · "))
    #expect(document.text.contains("Data to 30\u{A0}June 2024"))
  }

  @Test func `the summary of a run has the list without method and data`() throws {
    let run = RunRecord(
      started: SamplePortfolio.inputs[0].origin.writtenAt,
      finished: SamplePortfolio.inputs[0].origin.writtenAt,
      outcome: .complete,
      delivered: [
        .init(
          kind: "portfolio-issue",
          subject: "octo-org/.github",
          action: "updated",
          url: "https://github.com/octo-org/.github/issues/9"
        )
      ]
    )
    let text = try #require(try PortfolioReport(SamplePortfolio.inputs)?.summary(run: run))
    try expectGolden(text, at: Fixture.goldenPath("portfolio-summary.md"))
    #expect(!text.contains("<!--") && !text.contains("### Details"))
    #expect(MarkdownLint.check(text) == [])
  }

  @Test func `there is no portfolio of nothing`() {
    #expect(PortfolioReport([]).map { _ in true } == nil)
  }
}
