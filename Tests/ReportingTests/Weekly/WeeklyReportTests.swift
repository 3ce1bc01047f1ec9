import Analytics
import Model
import TestSupport
import Testing

@testable import Reporting

struct WeeklyReportTests {
  private func body(_ change: (inout ReportInput) -> Void = { _ in }) throws -> String {
    var input = SampleInputs.weekly
    change(&input)
    return try HealthReport(input).document().body
  }

  @Test func `a weekly report reads as recorded and shows as meant`() throws {
    let document = try HealthReport(SampleInputs.weekly).document()
    try expectGolden(document.body, at: Fixture.goldenPath("weekly.md"))
    #expect(MarkdownLint.check(document.body) == [])
    #expect(document.title == "Weekly health, 14–20\u{A0}August 2023: healthy, falling (73)")
    #expect(document.body.utf8.count < 15_000)
  }

  @Test func `a first reading says so in its title and its marker`() throws {
    var input = SampleInputs.firstDay
    let week = Week(containing: input.date)
    input.weekly = WeeklyEdition(week: week)
    input.date = week.monday
    let document = try HealthReport(input).document()
    #expect(document.title.contains(", first reading: about "))
    #expect(document.marker.attributes == ["week": week.description, "first": "true"])
    #expect(OwnMarker(in: document.body) == document.marker)
  }

  @Test func `what was advised is read back from the report that advised it`() throws {
    let past = try #require(PastReport(in: try body()))
    #expect(past.date == SampleInputs.weekly.date)
    #expect(past.advice.map(\.kind) == [.settlePulls, .answerIssues, .welcome, .oldQuestions])
    #expect(past.advice.first?.items == [279, 281])
    #expect(past.scores[.throughput] == 64.71253166832861)
  }

  /// Bodies that people may leave behind.
  private static let broken: [String] = [
    "", "no data", "<!-- repo-vitals:data {} -->", "<!-- repo-vitals:data {\"date\":\"soon\"} -->",
    "<!-- repo-vitals:data {\"date\":\"2026-04-01\",\"advice\":[{\"id\":1}]} -->",
    "<!-- repo-vitals:data {\"date\":\"2026-04-01\"",
  ]

  @Test(arguments: broken)
  func `hidden data that cannot be read are none`(_ body: String) {
    #expect(PastReport(in: body) == nil)
  }

  @Test func `advice that nobody knows, or without items, is left out`() throws {
    let data =
      #"{"date":"2026-04-01","advice":[{"id":"dance","items":[1]},"#
      + #"{"id":"welcome","items":[]},{"id":"welcome","items":[7],"effect":[3,1]}]}"#
    let past = try #require(PastReport(in: "<!-- repo-vitals:data \(data) -->"))
    #expect(past.advice == [.init(.welcome, items: [7], effect: 1...3)])
  }

  @Test func `a change is claimed once by all that made it`() throws {
    let lead = "**Effect"
    let alone = try body()
    #expect(alone.ranges(of: lead + ":** PR throughput rose").count == 1)
    let both = try body { input in
      input.weekly?.last?.advice
        .insert(
          .init(.settlePulls, items: [205], effect: 1.0...1.0),
          at: 0
        )
      input.weekly?.standings
        .append(
          ItemStanding(
            number: 205,
            kind: .pull,
            createdAt: SampleInputs.time("2023-08-01T10:00:00Z"),
            state: .merged,
            firstResponseAt: nil,
            lastActivityAt: SampleInputs.time("2023-08-14T10:00:00Z")
          )
        )
    }
    #expect(both.contains("Settle the reviewed pull request: 1 of 1 done."))
    #expect(both.ranges(of: "PR throughput rose from 49 to 65").count == 1)
    #expect(
      both.contains("**Effect of both:** PR throughput rose from 49 to 65 (▲\u{A0}3.1 points).")
    )
  }

  @Test func `changes are those of the span that the direction comes from`() throws {
    #expect(try body().contains("| Part | Score | 4 weeks |"))
    #expect(try body { $0.weekAgo?.value = 80 }.contains("| Part | Score | 7\u{A0}days |"))
    #expect(
      try body { $0.fourWeeksAgo?.value = 75 }.contains("| Part | Score | 7\u{A0}days |")
    )
  }

  @Test func `a newcomer who had a reply was welcomed`() throws {
    func report(_ kind: Item.Kind, replied: Bool) throws -> String {
      try body { input in
        input.weekly?.last?.advice = [.init(.welcome, items: [366])]
        input.weekly?.standings = [
          ItemStanding(
            number: 366,
            kind: kind,
            createdAt: SampleInputs.time("2023-07-01T10:00:00Z"),
            state: .open,
            firstResponseAt: replied ? SampleInputs.time("2023-07-02T04:00:00Z") : nil,
            lastActivityAt: SampleInputs.time("2023-07-02T04:00:00Z")
          )
        ]
      }
    }
    let replied = try report(.issue, replied: true)
    #expect(replied.contains("Welcome the newcomer: 1 of 1 done."))
    #expect(replied.contains("/issues/366) was answered."))
    #expect(try report(.issue, replied: false).contains("/issues/366) has waited 50\u{A0}d."))
    // What was asked of a reviewed pull request was to merge it, or to say what is missing.
    let reviewed = try report(.pull, replied: true)
    #expect(reviewed.contains("Welcome the newcomer: 0 of 1 done."))
    #expect(reviewed.contains("/pull/366) is still open."))
    #expect(try body().contains("/pull/204) has waited 50\u{A0}d."))
  }

  @Test func `who is new is not said where it cannot be known`() throws {
    let body = try body { $0.metrics.unknow("contributors.new.30d") }
    #expect(body.contains("Usual is the middle value of the 12 weeks before.\n"))
    #expect(!body.contains("newcomer") && !body.contains("octo-new"))
  }

  @Test func `without advice last week nothing is said of it`() throws {
    #expect(try !body { $0.weekly?.last = nil }.contains("What became of last week's advice"))
    #expect(try !body { $0.weekly?.standings = [] }.contains("What became of last week's advice"))
  }

  @Test(arguments: [
    ("2021-06-13", "7–13\u{A0}June 2021"), ("2021-07-04", "28\u{A0}June – 4\u{A0}July 2021"),
    ("2021-01-03", "28\u{A0}December 2020 – 3\u{A0}January 2021"),
  ])
  func `a week is named by its days`(_ sunday: String, _ words: String) throws {
    let week = try #require(Week(sunday))
    #expect(WeeklyTitle.days(of: week) == words)
  }

  @Test func `no title is longer than 80 characters`() throws {
    var input = SampleInputs.weekly
    input.date = try #require(Day("2026-01-04"))
    input.weekly?.week = Week(containing: input.date)
    input.score.publishedBand = .watch
    let document = try HealthReport(input).document()
    #expect(document.title.count <= 80, "\(document.title)")
    #expect(document.title.hasSuffix(" watch (73)"))
  }

  @Test func `the issue of a week is linked to the next once`() throws {
    let links = Links(server: "https://github.com", repository: SampleInputs.name("a/b"))
    let linked = try #require(FollowedIssue.body(try body(), followedBy: 9, links))
    let link = "[next week](https://redirect.github.com/a/b/issues/9)"
    #expect(linked.hasSuffix(" · \(link)</sub>\n"))
    #expect(MarkdownLint.check(linked) == [])
    #expect(FollowedIssue.body(linked, followedBy: 9, links) == nil)
    #expect(
      FollowedIssue.body("Edited.", followedBy: 9, links) == "Edited.\n\n<sub>\(link)</sub>\n"
    )
  }
}

extension SampleInputs {
  /// The ordinary day as the end of its week, with advice of the week before.
  static var weekly: ReportInput {
    var input = ordinary
    func counts(_ kind: WeeklyCount.Kind, _ values: [Int?]) -> WeeklyCount {
      WeeklyCount(kind, values: values)
    }
    func standing(_ number: Int, _ kind: Item.Kind, _ state: Item.State) -> ItemStanding {
      ItemStanding(
        number: number,
        kind: kind,
        createdAt: time("2023-07-01T10:00:00Z"),
        state: state,
        firstResponseAt: nil,
        lastActivityAt: time("2023-07-02T10:00:00Z")
      )
    }
    input.weekly = WeeklyEdition(
      week: Week(containing: input.date),
      counts: [
        counts(.pullsOpened, [1, 2, 8, 5, 5, 4, 0, 0, 3, 0, 4, 4, 7]),
        counts(.pullsClosedUnmerged, [Int?](repeating: 0, count: 13)),
        counts(.issuesOpened, [nil, nil, 2, 0, 0, 1, 0, 0, 3, 0, 4, 2, 5]),
        counts(.people, [2, 4, 5, 3, 4, 4, 1, 2, 3, 4, 4, 4, 7]),
      ],
      openPulls: [nil, nil, 2, 3, 2, 1, 5, 4, 4, 3, 2, 2, 6, 5, 4],
      last: PastReport(
        date: day("2023-08-13"),
        advice: [
          .init(.decidePulls, items: [201, 202, 203, 204], effect: 2.8...5.7),
          .init(.answerIssues, items: [210], effect: 0.4...0.4),
        ],
        scores: [.throughput: 49.2, .freshness: 72.6]
      ),
      standings: [
        standing(201, .pull, .merged), standing(202, .pull, .closed), standing(203, .pull, .closed),
        standing(204, .pull, .open), standing(210, .issue, .open),
      ],
      previousIssue: 300,
      newPeople: 1
    )
    return input
  }
}
