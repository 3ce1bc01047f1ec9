import Delivery
import Model
import Testing

@testable import Analytics
@testable import VitalsApp

struct HealthDropFindingTests {
  private static let begin = Day(number: 20_000)
  private static let level = HealthDrop(before: 73.2, now: 72.8, threshold: 10)
  private static let low = HealthDrop(before: 80, now: 72.8, threshold: 10)

  private static let falls: [(fired: Int, today: HealthDrop?, isPast: Bool)] = [
    (-13, level, true), (-13, low, false), (-13, nil, false), (-3, level, false), (0, low, false),
  ]

  @Test(arguments: falls)
  func `a fall from before the installation that is gone is past`(
    _ row: (fired: Int, today: HealthDrop?, isPast: Bool)
  ) {
    let fired = Self.begin.advanced(by: row.fired)
    let alert = HealthDropAlert(
      since: fired.advanced(by: -4),
      fired: fired,
      drop: HealthDrop(before: 85, now: 73, threshold: 10),
      severity: .warning
    )
    let finding = AlertFinding(
      alert,
      today: row.today,
      begin: Self.begin,
      rule: HealthDropRule()
    )
    #expect(finding.isPast == row.isPast)
    #expect(finding.magnitude == 12)
  }

  private static let steps = [
    Step(.settlePulls, items: [3], effect: .points(1.2)),
    Step(.decidePulls, items: [1, 2], effect: .between(closed: 0.2, merged: 0.9)),
    Step(.answerIssues, items: [4], effect: .points(1.5)), Step(.reviewPulls, items: [5]),
  ]

  private static let choices: [(fallen: [ComponentID], steps: [Step], kind: Step.Kind?)] = [
    // The first is worth less than a point.
    ([.throughput, .forks], steps, .settlePulls), ([.freshness], steps, .answerIssues),
    ([.contributors, .forks], steps, nil), ([], steps, .settlePulls),
    // What a review is worth is not known.
    ([.velocity], [steps[1], steps[3]], .reviewPulls), ([.throughput], [steps[1]], nil),
  ]

  @Test(arguments: choices)
  func `an alert asks for what brings back what fell`(
    _ row: (fallen: [ComponentID], steps: [Step], kind: Step.Kind?)
  ) {
    #expect(Step.bringingBack(row.fallen, of: row.steps)?.kind == row.kind)
  }
}
