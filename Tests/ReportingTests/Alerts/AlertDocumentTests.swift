import Model
import TestSupport
import Testing

@testable import Analytics
@testable import Reporting

struct AlertDocumentTests {
  private static let examples: [(name: String, document: @Sendable () throws -> AlertDocument)] = [
    ("alert-health-drop", { try SampleAlerts.healthDrop().document() }),
    ("alert-health-drop-recovering", { try SampleAlerts.healthDrop(goodDays: 2).document() }),
    ("alert-collection-failure", { try SampleAlerts.failure(.pulls).document() }),
    (
      "alert-collection-failure-traffic",
      { try SampleAlerts.failure(.traffic, "401, Bad credentials").document() }
    ),
    ("alert-anomaly", { try SampleAlerts.anomaly([("issues.opened", .spike, .up)]).document() }),
    (
      "alert-anomaly-stopped",
      { try SampleAlerts.anomaly([("commits", .stopped, .down)]).document() }
    ),
    (
      "alert-anomaly-several",
      {
        try SampleAlerts.anomaly([
          ("commits", .shift, .up), ("reviews", .shift, .up), ("forks", .spike, .up),
        ])
        .document()
      }
    ),
    (
      "alert-inactive",
      {
        try SampleAlerts.notice(
          "inactive",
          .inactive(lastActive: SampleAlerts.day("2023-05-22"), isLong: true)
        )
      }
    ),
    (
      "alert-rate-limit",
      {
        try SampleAlerts.notice(
          "rate-limit",
          .rateLimit(since: SampleAlerts.day("2023-08-18"), runs: 3)
        )
      }
    ),
    (
      "alert-history-lost",
      {
        try SampleAlerts.notice(
          "history-lost",
          .historyLost(since: lost.until.day, sentence: lost.sentence, hasCopy: false)
        )
      }
    ),
    (
      "alert-history-lost-with-copy",
      {
        try SampleAlerts.notice(
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
    #expect(OwnMarker(in: document.body)?.repository == SampleAlerts.id)
  }

  @Test func `runs that are not on record are not counted as zero`() throws {
    let limit = NoticeDocument.Notice.rateLimit(since: SampleAlerts.day("2023-08-18"), runs: 0)
    let body = try SampleAlerts.notice("rate-limit", limit).body
    #expect(body.contains("In the last daily runs GitHub's limit"))
  }

  @Test func `a comment tells numbers beside each other`() throws {
    let comment = AlertComment(
      SampleInputs.ordinary,
      marker: SampleAlerts.marker("recovery", ["alert": "health-drop", "on": "2023-08-20"]),
      heading: "Recovered after 20 days.",
      sentence: "The score is 80 again.",
      rows: [.init("Score", "64", "80"), .init("Open pull requests", "12", "4")],
      days: (SampleAlerts.day("2023-07-31"), SampleAlerts.day("2023-08-20")),
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
        since: SampleAlerts.day("2023-08-16"),
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
