import Model
import Testing

@testable import Analytics
@testable import Reporting

struct AnomalyDocumentTests {
  /// What a slow drift came to, and what is said of it.
  private static let drifts: [(drift: AnomalyDocument.Drift?, words: String)] = [
    (
      .init(count: 560, usual: 912.5),
      "560 downloads in the 14 days to 20\u{A0}August, usually 913."
    ),
    (
      .init(days: 7, count: 1, usual: 5.5),
      "1 download in the 7 days to 20\u{A0}August, usually 5.5."
    ),
    // What the sums do not show is not said of them.
    (
      .init(count: 912, usual: 560),
      "Day after day fewer downloads than expected; on 20\u{A0}August 0 downloads, 65 expected."
    ),
    (
      nil,
      "Day after day fewer downloads than expected; on 20\u{A0}August 0 downloads, 65 expected."
    ),
  ]

  @Test(arguments: drifts)
  func `a slow drift is told by two weeks of it`(
    _ row: (drift: AnomalyDocument.Drift?, words: String)
  ) throws {
    let document =
      try SampleAlerts.anomaly(
        [("downloads", .shift, .down)],
        test: .cusum,
        expected: 65.3,
        drifts: row.drift.map { ["downloads": $0] } ?? [:]
      )
      .document()
    #expect(document.body.contains("## Very unusual: fewer downloads than usual\n\n\(row.words)\n"))
    #expect(document.body.contains("look whether the newest release has its files"))
  }

  private typealias Causes = [(String, AnomalyFinding.Kind, AnomalyFinding.Direction)]

  private static let headings: [(causes: Causes, heading: String, advice: String?)] = [
    ([("stars", .spike, .up)], "many new stars in one day", nil),
    ([("reviews", .drop, .down)], "no reviews in one day", "something stands in the way"),
    ([("views", .shift, .down)], "fewer views than usual", "what led people here still does"),
    ([("commits", .stopped, .down)], "no commits any more", "something stands in the way"),
    (
      [("commits", .shift, .down), ("pulls.opened", .shift, .down), ("forks", .shift, .down)],
      "three numbers fell at once", "something stands in the way"
    ),
    (
      [("stars", .shift, .up), ("issues.opened", .shift, .down), ("forks", .shift, .up)],
      "three numbers changed at once", "people can still write"
    ),
  ]

  @Test(arguments: headings)
  private func `a heading names what is unusual, and the advice is about it`(
    _ row: (causes: Causes, heading: String, advice: String?)
  ) throws {
    var lines = try SampleAlerts.anomaly(row.causes).document().body.split(separator: "\n")
    lines.removeAll { $0.hasPrefix("- [") }
    #expect(lines.contains("## Very unusual: \(row.heading)"))
    if let advice = row.advice, row.causes.first?.0 != "issues.opened" {
      #expect(lines.contains { $0.contains("look whether \(advice)") })
    } else {
      #expect(!lines.contains { $0.contains("Do first") })
    }
  }
}
