import Model
import Testing

@testable import Delivery

struct AlertPlanTests {
  private static let today = Day(number: 20_000)
  private static let health = AlertSubject(.healthDrop)

  private static func finding(
    _ subject: AlertSubject = health,
    fired: Int = 0,
    cleared: Int? = nil,
    severity: AlertSeverity = .warning,
    magnitude: Double = 15,
    isPast: Bool = false
  ) -> AlertFinding {
    var finding = AlertFinding(
      subject,
      since: today.advanced(by: fired - 4),
      fired: today.advanced(by: fired),
      cleared: cleared.map { today.advanced(by: $0) },
      severity: severity,
      magnitude: magnitude,
      step: 10
    )
    finding.isPast = isPast
    return finding
  }

  private static func raised(
    _ fired: Int,
    cleared: Int? = nil,
    severity: AlertSeverity = .warning,
    magnitude: Double = 15,
    isClosed: Bool = false
  ) -> AlertState.Raised {
    AlertState.Raised(
      fired: today.advanced(by: fired),
      cleared: cleared.map { today.advanced(by: $0) },
      severity: severity.rawValue,
      magnitude: magnitude,
      isClosed: isClosed
    )
  }

  private static func issue(open: Bool = true, snoozed: Bool = false) -> AlertState.Issue {
    AlertState.Issue(number: 7, isOpen: open, isSnoozed: snoozed)
  }

  /// What is the case, what was told and what GitHub shows, and what follows from it.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var finding: AlertFinding?
    var raised: AlertState.Raised?
    var issue: AlertState.Issue?
    var action: AlertAction?

    init(
      _ words: String,
      _ finding: AlertFinding?,
      _ raised: AlertState.Raised? = nil,
      _ issue: AlertState.Issue? = nil,
      _ action: AlertAction?
    ) {
      testDescription = words
      (self.finding, self.raised, self.issue, self.action) = (finding, raised, issue, action)
    }
  }

  private static let cases: [Case] = [
    Case("a new finding opens an issue", finding(), nil, nil, .open),
    Case(
      "one on record keeps its text up to date",
      finding(fired: -3),
      raised(-3),
      issue(),
      .update(7)
    ),
    Case("one from before that is gone is not opened", finding(isPast: true), nil, nil, .settle),
    Case("unless it was told", finding(isPast: true), raised(-3), nil, .open),
    Case("or stands in an issue", finding(isPast: true), nil, issue(), .update(7)),
    Case("a lost store adopts the issue", finding(fired: -3), nil, issue(), .update(7)),
    Case("one that was held back is opened later", finding(fired: -3), raised(-3), nil, .open),
    Case(
      "a higher severity is told",
      finding(fired: -3, severity: .critical),
      raised(-3),
      issue(),
      .worsen(7)
    ),
    Case(
      "ten points more are told",
      finding(fired: -3, magnitude: 25),
      raised(-3),
      issue(),
      .worsen(7)
    ),
    Case(
      "less than that is not",
      finding(fired: -3, magnitude: 24.9),
      raised(-3),
      issue(),
      .update(7)
    ),
    Case(
      "a person's close is respected",
      finding(fired: -3),
      raised(-3),
      issue(open: false),
      .hold(.dismissed)
    ),
    Case(
      "until it gets worse",
      finding(fired: -3, severity: .critical),
      raised(-3),
      issue(open: false),
      .reopen(7)
    ),
    Case(
      "a silenced one is kept up to date",
      finding(fired: -3),
      raised(-3),
      issue(snoozed: true),
      .update(7)
    ),
    Case(
      "and told when it gets worse",
      finding(fired: -3, magnitude: 30),
      raised(-3),
      issue(snoozed: true),
      .worsen(7)
    ),
    Case(
      "what is over is closed",
      finding(fired: -9, cleared: 0),
      raised(-9),
      issue(),
      .recover(7)
    ),
    Case("what is not found any more is over", nil, raised(-9), issue(), .recover(7)),
    Case(
      "a silenced one is closed without a word",
      finding(fired: -9, cleared: 0),
      raised(-9),
      issue(snoozed: true),
      .close(7)
    ),
    Case(
      "one that a person closed is only noted",
      finding(fired: -9, cleared: 0),
      raised(-9),
      issue(open: false),
      .settle
    ),
    Case(
      "one without an issue is only noted",
      finding(fired: -9, cleared: 0),
      raised(-9),
      nil,
      .settle
    ),
    Case("an orphan is closed", nil, nil, issue(), .recover(7)),
    Case(
      "one that a person opened again stays open",
      finding(fired: -9, cleared: -2),
      raised(-9, cleared: -2, isClosed: true),
      issue(),
      .settle
    ),
    Case(
      "a closing that failed is done again",
      finding(fired: -9, cleared: -2),
      raised(-9),
      issue(),
      .recover(7)
    ),
    Case(
      "what comes back within the cool-down opens the same issue",
      finding(),
      raised(-30, cleared: -14, isClosed: true),
      issue(open: false),
      .reopen(7)
    ),
    Case(
      "what comes back later opens another",
      finding(),
      raised(-30, cleared: -15, isClosed: true),
      issue(open: false),
      .open
    ),
    Case(
      "what was told as over stays over, whatever later facts say",
      finding(fired: -30),
      raised(-30, cleared: -15, isClosed: true),
      issue(open: false),
      .settle
    ),
    Case(
      "later facts that move the day of a firing open nothing",
      finding(fired: -8),
      raised(-9),
      issue(open: false),
      .hold(.dismissed)
    ),
    Case("an issue that was deleted is opened anew", finding(fired: -3), raised(-3), nil, .open),
  ]

  @Test(arguments: cases)
  func `an action follows from the finding, the record and the issue`(_ row: Case) {
    let state = AlertState(Self.health, raised: row.raised, issue: row.issue)
    let findings = row.finding.map { [$0] } ?? []
    let plan = AlertPlan(findings, [state], on: Self.today)
    #expect(plan.steps.map(\.action) == [row.action].compactMap(\.self))
  }

  @Test func `a gap holds what is judged from facts, and nothing else`() {
    let trouble = AlertSubject(.collectionFailure, "pulls")
    let plan = AlertPlan(
      [Self.finding(), Self.finding(trouble)],
      [AlertState(AlertSubject(.inactive), raised: Self.raised(-9), issue: Self.issue())],
      on: Self.today,
      by: .init(hasGap: true)
    )
    let actions = Dictionary(plan.steps.map { ($0.subject, $0.action) }) { first, _ in first }
    #expect(actions == [Self.health: .hold(.gap), trouble: .open])
  }

  private static func anomaly(_ name: String, _ expected: Double) -> AlertFinding {
    AlertFinding(
      AlertSubject(.anomaly, name),
      since: today,
      fired: today,
      severity: .warning,
      expected: expected
    )
  }

  @Test func `three notifications a week are the most, the largest first`() {
    let findings = [("a", 1.0), ("b", 20), ("c", 5), ("d", 9)].map { Self.anomaly($0.0, $0.1) }
    let plan = AlertPlan(findings, [], on: Self.today)
    #expect(plan.steps.map(\.subject.name) == ["b", "d", "c", "a"])
    #expect(plan.steps.map(\.action) == [.open, .open, .open, .hold(.budget)])
    let later = AlertPlan(findings, [], on: Self.today, by: .init(recentNotifications: 2))
    #expect(
      later.steps.map(\.action) == [.open] + [AlertAction](repeating: .hold(.budget), count: 3)
    )
    let none = AlertPlan(findings, [], on: Self.today, by: .init(recentNotifications: 5))
    #expect(none.steps.allSatisfy { $0.action == .hold(.budget) })
  }

  @Test func `the most new issues of a run bind where they are fewer`() {
    let findings = [Self.anomaly("a", 1), Self.finding(fired: -9, cleared: 0)]
    let health = AlertState(Self.health, raised: Self.raised(-9), issue: Self.issue())
    let plan = AlertPlan(findings, [health], on: Self.today, by: .init(mostNew: 0))
    let actions = Dictionary(plan.steps.map { ($0.subject.kind, $0.action) }) { first, _ in first }
    #expect(actions == [.healthDrop: .recover(7), .anomaly: .hold(.budget)])
  }

  @Test func `a day later the same plan opens nothing twice`() {
    let first = AlertPlan([Self.finding()], [], on: Self.today)
    #expect(first.steps.map(\.action) == [.open])
    let told = AlertState(Self.health, raised: Self.raised(0), issue: Self.issue())
    let second = AlertPlan([Self.finding()], [told], on: Self.today.advanced(by: 1))
    #expect(second.steps.map(\.action) == [.update(7)])
  }
}
