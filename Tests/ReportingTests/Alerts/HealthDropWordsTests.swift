import Testing

@testable import Analytics
@testable import Reporting

struct HealthDropWordsTests {
  private static func component(
    _ id: ComponentID,
    _ inputs: [(String, Double?)]
  ) -> Reporting.ComponentReading {
    Reporting.ComponentReading(
      id: id,
      score: 50,
      weight: 20,
      points: 10,
      inputs: inputs.map { .init($0.0, $0.1) },
      baselineDays: 90
    )
  }

  private static let reasons: [(id: ComponentID, inputs: [(String, Double?)]?, words: String)] = [
    (
      .throughput, [("merged_30d", 2), ("merged_baseline", 6.3)],
      "pull requests are not being finished"
    ),
    (
      .throughput, [("merged_30d", 10), ("merged_baseline", 14.7)], "fewer pull requests are merged"
    ),
    (.throughput, [("merged_30d", 15), ("merged_baseline", 14.7)], "more pull requests stay open"),
    (.throughput, [("merged_30d", nil)], "fewer pull requests are finished"),
    (.throughput, nil, "fewer pull requests are finished"),
    (.contributors, [("active_30d", 12), ("active_baseline", 17)], "fewer people take part"),
    (.contributors, [("active_30d", 17), ("active_baseline", 17)], "fewer regulars take part"),
    (.contributors, nil, "fewer people take part"), (.forks, nil, "fewer people fork it"),
  ]

  @Test(arguments: reasons)
  func `a reason says no more than the facts`(
    _ row: (id: ComponentID, inputs: [(String, Double?)]?, words: String)
  ) {
    let component = row.inputs.map { Self.component(row.id, $0) }
    #expect(HealthDropWords.reason(row.id, component) == row.words)
  }

  private static let effects: [(step: Step.Kind, effect: Step.Effect?, words: String?)] = [
    (
      .decidePulls, .between(closed: 0.2, merged: 0.99),
      "that changes the score by less than a point."
    ),
    (.settlePulls, .points(-0.7), "that changes the score by less than a point."),
    (
      .decidePulls, .between(closed: 0.1, merged: 1),
      "that brings the score to between 72 (all closed) and 73 (all merged)."
    ),
    (.answerIssues, .points(0.4), "they then count as answered in time (+0.4 points)."),
    (.settlePulls, nil, nil),
  ]

  @Test(arguments: effects)
  func `an effect below one point is none to promise`(
    _ row: (step: Step.Kind, effect: Step.Effect?, words: String?)
  ) {
    #expect(EffectWords(score: 72.3).asked(row.step, 2, row.effect) == row.words)
    if row.step == .decidePulls, row.words?.contains("less than") == true {
      let words = EffectWords(score: 72.3).doing(row.step, 2, row.effect)
      #expect(words == "less than a point of the score.")
    }
  }
}
