import CommonMark
import Model
import TestSupport
import Testing

@testable import Analytics
@testable import Reporting

struct AlertDocumentTests {
  private static let id = RepositoryID(rawValue: 413_903_417)

  private static func marker(_ kind: String, _ attributes: [String: String] = [:]) -> OwnMarker {
    OwnMarker(kind: kind, repository: id, attributes: attributes)
  }

  /// Every kind of alert, by the name of its golden file.
  private static let examples: [(name: String, document: @Sendable () throws -> AlertDocument)] = [
    ("alert-health-drop", { try healthDrop().document() }),
    ("alert-health-drop-recovering", { try healthDrop(goodDays: 2).document() }),
    ("alert-collection-failure", { try failure(.pulls).document() }),
    (
      "alert-collection-failure-traffic",
      { try failure(.traffic, "401, Bad credentials").document() }
    ),
    ("alert-anomaly", { try anomaly([("issues.opened", .spike, .up)]).document() }),
    ("alert-anomaly-stopped", { try anomaly([("commits", .stopped, .down)]).document() }),
    (
      "alert-anomaly-several",
      {
        try anomaly([("commits", .shift, .up), ("reviews", .shift, .up), ("forks", .spike, .up)])
          .document()
      }
    ),
    (
      "alert-inactive",
      { try notice("inactive", .inactive(lastActive: day("2023-05-22"), isLong: true)) }
    ),
    (
      "alert-rate-limit",
      { try notice("rate-limit", .rateLimit(since: day("2023-08-18"), runs: 3)) }
    ),
    (
      "alert-history-lost",
      {
        try notice(
          "history-lost",
          .historyLost(since: lost.until.day, sentence: lost.sentence, hasCopy: false)
        )
      }
    ),
    (
      "alert-history-lost-with-copy",
      {
        try notice(
          "history-lost",
          .historyLost(since: lost.until.day, sentence: lost.sentence, hasCopy: true)
        )
      }
    ),
  ]

  private static let lost = HistoryLoss(
    cause: .missing,
    until: SampleInputs.time("2023-08-20T06:17:00Z"),
    firstRun: SampleInputs.time("2022-11-03T06:17:00Z")
  )

  private static func day(_ text: String) -> Day { SampleInputs.day(text) }

  private static func notice(
    _ kind: String,
    _ notice: NoticeDocument.Notice
  ) throws -> AlertDocument {
    try NoticeDocument(SampleInputs.ordinary, notice, marker: marker(kind)).document()
  }

  private static func standing(
    _ number: Int,
    _ state: Item.State = .open,
    answered: Bool = true,
    reviews: Int = 0,
    last: String = "2023-08-01T08:00:00Z"
  ) -> ItemStanding {
    let created = SampleInputs.time("2023-06-01T08:00:00Z")
    return ItemStanding(
      number: number,
      kind: .pull,
      createdAt: created,
      state: state,
      firstResponseAt: answered ? created : nil,
      lastActivityAt: SampleInputs.time(last),
      reviews: reviews
    )
  }

  /// Two that fell, one hardly, one that is as it was, and one that rose.
  private static let falls = [
    ComponentFall(id: .throughput, before: 87, now: 50, points: 7.4),
    ComponentFall(id: .contributors, before: 90, now: 67, points: 6.9),
    ComponentFall(id: .freshness, before: 86, now: 84, points: 0.3),
    ComponentFall(id: .forks, before: 51.4, now: 51.2, points: 0.03),
    ComponentFall(id: .velocity, before: 70, now: 78, points: -1.6),
  ]

  private static func healthDrop(
    goodDays: Int = 0,
    drop: HealthDrop? = nil,
    told: HealthDropReading.Told? = nil,
    falls: [ComponentFall] = falls,
    step: Step.Kind? = .decidePulls,
    effect: Step.Effect? = .between(closed: 2.87, merged: 5.76),
    titles: [Int: String] = [279: "Replace <record> @level|padding", 281: "Ping-pong"],
    lastMerges: [ItemStanding] = [standing(300, .merged)],
    input: ReportInput = SampleInputs.ordinary
  ) -> HealthDropDocument {
    HealthDropDocument(
      input,
      HealthDropReading(
        since: day("2023-08-16"),
        drop: drop
          ?? (goodDays > 0
            ? HealthDrop(before: 80.2, now: 77, threshold: 10)
            : HealthDrop(before: 80.2, now: 64.4, threshold: 14)),
        told: told,
        rule: HealthDropRule(),
        goodDays: goodDays,
        falls: falls,
        step: step,
        items: step == nil
          ? []
          : [standing(279, reviews: 23), standing(281, .merged), standing(282, answered: false)],
        effect: effect,
        titles: titles,
        lastMerges: lastMerges,
        previous: day("2023-01-20")...day("2023-02-06")
      ),
      marker: marker("health-drop"),
      snoozeLabel: "vitals:snooze"
    )
  }

  private static func anomaly(
    _ causes: [(String, AnomalyFinding.Kind, AnomalyFinding.Direction)]
  ) -> AnomalyDocument {
    let alert = AnomalyAlert(
      subject: causes.count == 1 ? .metric(causes[0].0) : .several(causes.map(\.0)),
      fired: day("2023-08-20"),
      severity: .critical,
      causes: causes.map { metric, kind, direction in
        let finding = AnomalyFinding(
          day: day("2023-08-20"),
          kind: kind,
          direction: direction,
          ratio: 3.43,
          severity: .critical,
          test: kind == .stopped ? .zeroRun : kind == .shift ? .sum7 : .day,
          observed: direction == .up ? 8 : 0,
          expected: direction == .up ? 0.07 : 3.2,
          range: 0...1,
          votes: PlainVotes(8, after: [0, 0, 1]),
          isAfterRelease: metric == "forks"
        )
        return AnomalyAlert.Cause(metric: metric, finding: finding)
      },
      reopens: nil
    )
    return AnomalyDocument(
      SampleInputs.ordinary,
      alert,
      weeks: [nil] + (0..<26).map { $0 % 3 } + [9],
      items: causes[0].0 == "issues.opened" ? [standing(386, answered: false), standing(389)] : [],
      titles: [386: "Listing more | implementations", 389: "Rotating"],
      marker: marker("anomaly", ["metric": causes.count == 1 ? causes[0].0 : "several"]),
      snoozeLabel: "vitals:snooze"
    )
  }

  private static func failure(
    _ stream: Stream,
    _ answer: String = "403, Resource not accessible by integration"
  ) -> CollectionFailureDocument {
    CollectionFailureDocument(
      SampleInputs.ordinary,
      .init(
        stream: stream,
        lastDay: day("2023-08-17"),
        runs: (18...20)
          .map { date in
            .init(
              at: SampleInputs.time("2023-08-\(date + 1)T06:17:00Z"),
              number: date,
              url: "https://github.com/a/b/actions/runs/\(date)",
              answer: answer
            )
          },
        known: [
          .init(.issues, until: day("2023-08-20"), isRefused: false),
          .init(.pulls, until: day("2023-08-17"), isRefused: true),
          .init(.traffic, until: nil, isRefused: false),
        ],
        lastScore: 79.7
      ),
      marker: marker("collection-failure", ["stream": stream.rawValue])
    )
  }

  @Test(arguments: examples)
  private func `an alert reads as recorded and shows as meant`(
    _ example: (name: String, document: @Sendable () throws -> AlertDocument)
  ) throws {
    let document = try example.document()
    let text = "<!-- title: \(document.title) -->\n\(document.body)"
    try expectGolden(text, at: Fixture.goldenPath("\(example.name).md"))
    #expect(MarkdownLint.check(document.body) == [])
    #expect(document.title.count <= 80)
    #expect(document.body.utf8.count < 15_000)
    #expect(OwnMarker(in: document.body)?.repository == Self.id)
  }

  @Test(arguments: [
    (Model.Stream.issues, ["  contents: read", "  issues: write   # add this line"]),
    (.commits, ["  contents: read   # add this line", "  issues: write"]),
    (.pulls, ["  contents: read", "  issues: write", "  pull-requests: read   # add this line"]),
  ])
  func `a permission stands once in the workflow that is shown`(
    stream: Model.Stream,
    lines: [String]
  ) throws {
    let body = try Self.failure(stream).document().body
    let shown = body.split(separator: "\n").map(String.init).drop { $0 != "permissions:" }
    #expect(shown.dropFirst().prefix { $0 != "```" } == lines[...])
  }

  @Test(arguments: [
    (Model.Stream.traffic, "The score does not need views and clones."),
    (.forks, "The score leaves out what needs forks."),
    (.pulls, "The score stays at its last whole day: "),
  ])
  func `the score waits for what it needs and once had`(
    stream: Model.Stream,
    sentence: String
  ) throws {
    #expect(try Self.failure(stream).document().body.contains("- \(sentence)"))
  }

  @Test func `boxes are ticked by what became of the items`() throws {
    let body = try Self.healthDrop().document().body
    let boxes = body.split(separator: "\n").filter { $0.hasPrefix("- [") }.map { $0.prefix(5) }
    #expect(boxes == ["- [ ]", "- [x]", "- [ ]"])
  }

  @Test func `the hidden data hold the effect that the text promises`() throws {
    let body = try Self.healthDrop().document().body
    #expect(body.contains("That brings the score to between 76 (all closed) and 79 (all merged)."))
    #expect(body.contains(#""items":[279,281,282],"effect":[2.87,5.76]}]"#))
  }

  @Test func `only what is below its value before has fallen`() throws {
    let body = try Self.healthDrop(goodDays: 2).document().body
    #expect(body.contains("**Issue freshness**"))
    #expect(!body.contains("**Review velocity**") && !body.contains("**Fork growth**"))
    let back = [ComponentFall(id: .velocity, before: 70, now: 78, points: -1.6)]
    let recovered = try Self.healthDrop(goodDays: 2, falls: back).document().body
    #expect(recovered.contains("No part is below its value before any more. Before: "))
    let fallen = try Self.healthDrop(falls: back).document().body
    #expect(fallen.contains("The score fell, and no part of it stands out."))
  }

  @Test func `a title tells the fall as it was told, with its reason`() throws {
    let drop = HealthDrop(before: 73.2, now: 72.8, threshold: 10)
    let told = HealthDropReading.Told(
      HealthDrop(before: 85.1, now: 73.4, threshold: 10),
      falls: Self.falls
    )
    let old = Self.healthDrop(drop: drop, told: told, falls: [])
    let title = try old.document().title
    #expect(title == "Health fell from 85 to 73: fewer pull requests are finished")
    let settled = try Self.healthDrop(goodDays: 2, drop: drop, told: told).document().body
    #expect(settled.contains("The score has kept its new level for 2\u{A0}days; this closes"))
  }

  @Test func `forks lead only where nothing else fell`() throws {
    let forks = ComponentFall(id: .forks, before: 95, now: 58, points: 9.3)
    let both = try Self.healthDrop(falls: [forks] + Self.falls.dropLast(2)).document()
    #expect(!both.title.contains("fork"))
    #expect(both.body.contains(" and fewer people fork it."))
    let alone = try Self.healthDrop(falls: [forks]).document()
    #expect(alone.title == "Health fell from 80 to 64: fewer people fork it")
  }

  @Test func `merging has stopped where nothing was merged for two weeks`() throws {
    let recent = Self.standing(300, .merged, last: "2023-08-18T08:00:00Z")
    let slow = try Self.healthDrop(lastMerges: [recent]).document().body
    #expect(slow.contains(" merged in 30 days") && !slow.contains("/pull/300"))
    #expect(!slow.contains("Merging stopped"))
    let stopped = try Self.healthDrop().document().body
    #expect(stopped.contains("**Merging stopped.** The last merge was [#300]"))
  }

  @Test func `an alert without a step that helps asks to look at what fell`() throws {
    let body = try Self.healthDrop(step: nil, effect: nil).document().body
    #expect(body.contains("**Do first:** see what holds merging up: "))
    let small = try Self.healthDrop(effect: .between(closed: 0.1, merged: 0.9)).document().body
    #expect(small.contains("five weeks. That changes the score by less than a point.\n"))
    let forks = ComponentFall(id: .forks, before: 95, now: 58, points: 9.3)
    let none = try Self.healthDrop(falls: [forks], step: nil, effect: nil).document().body
    #expect(!none.contains("Do first"))
  }

  @Test func `the columns of what fell are narrow`() throws {
    let body = try Self.healthDrop().document().body
    #expect(body.contains(" | 87 | **50** |\n") && !body.contains("■"))
  }

  /// Two levels of the score, and what the facts say of them.
  private static let levels: [(before: Double, now: Double, words: String)] = [
    (80.4, 64.6, "▼\u{A0}15 from the level before"),
    (80.5, 64.4, "▼\u{A0}17 from the level before"),
    (80.2, 79.8, "at the level before"), (79.4, 80.6, "▲\u{A0}2 from the level before"),
  ]

  @Test(arguments: levels)
  func `the fall is the difference of the numbers beside it`(
    _ row: (before: Double, now: Double, words: String)
  ) throws {
    let drop = HealthDrop(before: row.before, now: row.now, threshold: 14)
    let body = try Self.healthDrop(drop: drop).document().body
    #expect(body.contains("\n\(row.words) · "))
  }

  @Test func `runs that are not on record are not counted as zero`() throws {
    let limit = NoticeDocument.Notice.rateLimit(since: Self.day("2023-08-18"), runs: 0)
    let body = try Self.notice("rate-limit", limit).body
    #expect(body.contains("In the last daily runs GitHub's limit"))
  }

  @Test func `hostile titles stay text`() throws {
    let titles = [279: "@octocat #1 <img> `\u{301}` ] -->", 282: "a|b\u{202E}::set-output"]
    let tree = try CommonMark.parse(Self.healthDrop(titles: titles).document().body)
    #expect(tree.all(.image) == [])
    #expect(tree.all(.htmlInline).allSatisfy { ["<br>", "<sub>", "</sub>"].contains($0.literal) })
  }

  @Test func `a comment tells numbers beside each other`() throws {
    let comment = AlertComment(
      SampleInputs.ordinary,
      marker: Self.marker("recovery", ["alert": "health-drop", "on": "2023-08-20"]),
      heading: "Recovered after 20 days.",
      sentence: "The score is 80 again.",
      rows: [.init("Score", "64", "80"), .init("Open pull requests", "12", "4")],
      days: (Self.day("2023-07-31"), Self.day("2023-08-20")),
      helped: "\(strong: "What helped:") two were merged."
    )
    let text = try comment.document()
    try expectGolden(text, at: Fixture.goldenPath("alert-recovery.md"))
    #expect(MarkdownLint.check(text) == [])
  }

  @Test func `open alerts stand in the verdict, in a section of their own and in the data`() throws
  {
    var input = SampleInputs.ordinary
    input.alerts = [
      AlertReading(
        kind: "health-drop",
        subject: "",
        title: "Health fell from 80 to 64",
        since: Self.day("2023-08-16"),
        issue: 659
      )
    ]
    let body = try HealthReport(input).document().body
    #expect(body.contains(" · 1\u{A0}alert open\n"))
    let link = "https://redirect.github.com/cfrg/draft-irtf-cfrg-vdaf/issues/659"
    #expect(
      body.contains(
        "- **Open: [health fell from 80 to 64](\(link))**, raised on 16\u{A0}August. It"
      )
    )
    #expect(body.contains(#""alerts":[{"kind":"health-drop","issue":659,"since":"2023-08-16"}]"#))
  }
}
