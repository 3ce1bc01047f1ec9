import Model
import Reporting
import TestSupport
import Testing

struct StepSummaryTests {
  static let run = RunRecord(
    started: SampleInputs.time("2023-08-21T06:16:30Z"),
    finished: SampleInputs.time("2023-08-21T06:17:00Z"),
    outcome: .complete,
    repositories: [
      .init(
        name: "cfrg/draft-irtf-cfrg-vdaf",
        outcome: .complete,
        streams: [.init(name: .pulls, rows: 2, requests: 1, points: 1, horizon: .complete)]
      )
    ],
    requests: .init(rest: 2, graphql: 2, points: 2),
    delivered: [
      .init(
        kind: "health-issue",
        subject: "cfrg/draft-irtf-cfrg-vdaf",
        action: "updated",
        url: "https://github.com/cfrg/draft-irtf-cfrg-vdaf/issues/290"
      )
    ]
  )

  @Test func `the summary of a run reads as recorded`() throws {
    let text = try RunSummary(SampleInputs.ordinary, run: Self.run, file: "reports/health.md")
      .document()
    try expectGolden(text, at: Fixture.goldenPath("step-summary.md"))
    #expect(MarkdownLint.check(text) == [])
  }

  @Test func `what needed no change was not delivered`() throws {
    var run = Self.run
    let subject = "cfrg/draft-irtf-cfrg-vdaf"
    let place = "https://github.com/\(subject)/issues"
    run.delivered = [
      .init(kind: "health-issue", subject: subject, action: "unchanged", url: "\(place)/1017"),
      .init(kind: "alert", subject: "\(subject) anomaly", action: "opened", url: "\(place)/1018"),
      .init(kind: "step-summary", subject: subject, action: "printed", url: nil),
    ]
    let text = try RunSummary(SampleInputs.ordinary, run: run, file: nil).document()
    #expect(
      text.contains(
        "- **Delivered:** opened [alert 1018](\(place)/1018) and printed step summary; "
          + "[health issue 1017](\(place)/1017) needed no change.\n"
      )
    )
  }

  @Test func `an archived repository has no score in the summary`() throws {
    let text = try RunSummary(SampleInputs.archived, run: Self.run, file: nil).document()
    #expect(!text.contains("| Part |"))
    #expect(!text.contains("The full report is in"))
  }
}
