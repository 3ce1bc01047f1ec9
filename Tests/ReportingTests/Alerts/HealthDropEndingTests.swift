import Model
import Testing

@testable import Analytics
@testable import Reporting

struct HealthDropEndingTests {
  private static let told = HealthDrop(before: 86.6, now: 73.1, threshold: 11)
  private static let date = SampleInputs.day("2025-06-23")

  private static func ending(
    of told: HealthDrop? = told,
    at levels: [Double],
    then: Double? = 72,
    now: Double?
  ) -> HealthDropEnding {
    HealthDropEnding(
      of: told,
      // The level before each day moves along, so that each of these days is over by the rule.
      in: levels.map { HealthDrop(before: $0 + 2, now: $0, threshold: 11) },
      then: then,
      now: now,
      on: date
    )
  }

  private static let endings: [(ending: HealthDropEnding, heading: String, sentence: String)] = [
    (
      ending(at: [82, 83, 86, 86, 86, 87, 87], now: 87.2), "Recovered after 32\u{A0}days.",
      "The score is 87 again, up from 72, and has been near its level before the fall, 87, since "
        + "17\u{A0}June."
    ),
    (
      ending(at: [90, 91, 91, 91, 91, 92, 92], now: 93), "Recovered after 32\u{A0}days.",
      "The score is 93, up from 72, and has been near its level before the fall, 87, since "
        + "17\u{A0}June."
    ),
    (
      ending(at: [82, 83, 86, 86, 86, 87, 87], then: nil, now: 86), "Recovered after 32\u{A0}days.",
      "The score is 86 and has been near its level before the fall, 87, since 17\u{A0}June."
    ),
    (
      ending(at: [76, 76, 76, 76, 76, 76, 76], now: 75.7), "Over after 32\u{A0}days.",
      "The score is 76 and has kept its level for a week; before the fall it was 87."
    ),
    (
      ending(at: [81, 82, 86, 86, 86, 87, 87], now: 87), "Over after 32\u{A0}days.",
      "The score is 87 and has kept its level for a week; before the fall it was 87."
    ),
    (
      ending(of: nil, at: [76, 76], now: 75.7), "Over after 32\u{A0}days.",
      "The score is 76 and has kept its level for a week."
    ),
    (
      ending(at: [], now: nil), "Over after 32\u{A0}days.",
      "The score has kept its level for a week."
    ),
  ]

  @Test(arguments: endings)
  func `only a score near the level before the fall is back`(
    _ row: (ending: HealthDropEnding, heading: String, sentence: String)
  ) {
    #expect(row.ending.heading(after: 32) == row.heading)
    #expect(row.ending.sentence == row.sentence)
  }
}
