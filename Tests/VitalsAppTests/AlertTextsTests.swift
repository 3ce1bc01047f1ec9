import Model
import Reporting
import Testing

@testable import VitalsApp

struct AlertTextsTests {
  private static let week: [Double?] = [1, 2, 3, 4, 5, 6, 7]

  private static let drifts: [(counts: [Double?], drift: AnomalyDocument.Drift?)] = [
    // Four spans of 56 before one of 14.
    (week + week + week + week + week + week + week + week + ones, .init(count: 14, usual: 56)),
    // Days that are too old to fill a span count nowhere.
    ([900, 900] + zeros + zeros + two + two + ones, .init(count: 14, usual: 14)),
    // Too few of two weeks, but not of one.
    (zeros + two + ones, .init(days: 7, count: 7, usual: 7)),
    (zeros + two + two + [nil] + ones.dropFirst(), .init(days: 7, count: 7, usual: 14)),
    (zeros + zeros + two.dropFirst() + [nil] + ones, .init(days: 7, count: 7, usual: 0)),
    (week + week + week, nil), (two + two + ones.dropLast() + [nil], nil), ([], nil),
  ]

  private static let ones = [Double?](repeating: 1, count: 14)
  private static let two = [Double?](repeating: 2, count: 14)
  private static let zeros = [Double?](repeating: 0, count: 14)

  @Test func `what cannot be read is among what is shown`() {
    let all = AlertTexts.shown(beside: nil)
    #expect(AlertTexts.shown(beside: .traffic) == all + [.traffic])
    #expect(AlertTexts.shown(beside: .pulls) == all)
  }

  @Test(arguments: drifts)
  func `two weeks stand against the middle of those before`(
    _ row: (counts: [Double?], drift: AnomalyDocument.Drift?)
  ) {
    #expect(AnomalyDocument.Drift(row.counts) == row.drift)
  }
}
