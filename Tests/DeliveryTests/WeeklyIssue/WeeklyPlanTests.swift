import GitHub
import Model
import Testing

@testable import Delivery

struct WeeklyPlanTests {
  private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
  private static func week(_ text: String) -> Week { Week(containing: day(text)) }

  private static func issue(
    _ number: Int,
    of week: String,
    first: Bool = false,
    isOpen: Bool = true,
    isByViewer: Bool = true
  ) -> OwnIssue {
    let attributes = first ? ["week": week, "first": "true"] : ["week": week]
    let marker = OwnMarker(kind: "weekly", repository: Sample.id, attributes: attributes)
    return Sample.issue(number, body: marker.text, isOpen: isOpen, isByViewer: isByViewer)
  }

  private static func known(_ number: Int, of week: String) -> WeeklyIssue {
    WeeklyIssue(week: Self.week(week), number: number, url: Sample.url(number))
  }

  /// Data date, what GitHub lists and the store remembers, and what follows from it.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var date: String
    var issues: [OwnIssue] = []
    var remembered: [WeeklyIssue] = []
    var step: WeeklyPlan.Step
    var previous: Int?
    var stale: [Int] = []
  }

  @Test func `issues of another kind are no issues of the week`() {
    let date = Self.day("2027-01-03")
    let issues = [Self.issue(5, of: "2026-12-27"), Self.issue(6, of: "2027-01-03")]
    let plan = WeeklyPlan(on: date, among: issues, remembered: [], of: .portfolio)
    #expect(plan.step == .post(Self.week("2027-01-03"), date: date))
    #expect(plan.previous == nil && plan.stale.isEmpty)
  }

  private static let cases: [Case] = [
    Case(
      testDescription: "the first run posts the week under way",
      date: "2026-12-26",
      step: .post(week("2026-12-27"), date: day("2026-12-26"))
    ),
    Case(
      testDescription: "a first run on a Sunday posts the week that ends",
      date: "2026-12-27",
      step: .post(week("2026-12-27"), date: day("2026-12-27"))
    ),
    Case(
      testDescription: "between Sundays the issue is left alone",
      date: "2027-01-02",
      issues: [issue(5, of: "2026-12-27")],
      step: .keep(number: 5, url: Sample.url(5))
    ),
    Case(
      testDescription: "when the Sunday is reached the next is posted",
      date: "2027-01-03",
      issues: [issue(5, of: "2026-12-27")],
      step: .post(week("2027-01-03"), date: day("2027-01-03")),
      previous: 5,
      stale: [5]
    ),
    Case(
      testDescription: "a late run posts what its Sunday would have",
      date: "2027-01-06",
      issues: [issue(5, of: "2026-12-27")],
      step: .post(week("2027-01-03"), date: day("2027-01-03")),
      previous: 5,
      stale: [5]
    ),
    Case(
      testDescription: "weeks without a run are passed over",
      date: "2027-01-12",
      remembered: [known(5, of: "2026-12-20")],
      step: .post(week("2027-01-10"), date: day("2027-01-10")),
      previous: 5
    ),
    Case(
      testDescription: "a first reading becomes the week's when it is over",
      date: "2026-12-28",
      issues: [issue(5, of: "2026-12-27", first: true)],
      remembered: [known(5, of: "2026-12-27")],
      step: .post(week("2026-12-27"), date: day("2026-12-27"))
    ),
    Case(
      testDescription: "a first reading is left alone before",
      date: "2026-12-26",
      issues: [issue(5, of: "2026-12-27", first: true)],
      step: .keep(number: 5, url: Sample.url(5))
    ),
    Case(
      testDescription: "an issue that a person closed or deleted counts as posted",
      date: "2026-12-30",
      remembered: [known(5, of: "2026-12-27")],
      step: .keep(number: 5, url: Sample.url(5))
    ),
    Case(
      testDescription: "somebody else's issue with the marker is none of ours",
      date: "2026-12-27",
      issues: [issue(4, of: "2026-12-27", isByViewer: false)],
      step: .post(week("2026-12-27"), date: day("2026-12-27"))
    ),
    Case(
      testDescription: "what an earlier credential wrote is found by its number",
      date: "2026-12-28",
      issues: [issue(4, of: "2026-12-27", isByViewer: false)],
      remembered: [known(4, of: "2026-12-27")],
      step: .keep(number: 4, url: Sample.url(4))
    ),
    Case(
      testDescription: "an issue that was left open is closed by a later run",
      date: "2026-12-29",
      issues: [issue(6, of: "2026-12-27"), issue(5, of: "2026-12-20")],
      step: .keep(number: 6, url: Sample.url(6)),
      previous: 5,
      stale: [5]
    ),
    Case(
      testDescription: "a marker without a Sunday stands for no week",
      date: "2026-12-27",
      issues: [issue(5, of: "2026-12-26")],
      step: .post(week("2026-12-27"), date: day("2026-12-27"))
    ),
  ]

  @Test(arguments: cases)
  func `the plan follows from the week, the list and the memory`(_ row: Case) {
    let plan = WeeklyPlan(on: Self.day(row.date), among: row.issues, remembered: row.remembered)
    #expect(plan.step == row.step)
    #expect(plan.previous?.number == row.previous)
    #expect(plan.stale.map(\.number) == row.stale)
  }

  @Test func `daily runs around New Year post one issue a week, and close the one before`() {
    var issues: [OwnIssue] = []
    var posted: [Day] = []
    for date in Self.day("2026-12-26")...Self.day("2027-01-17") {
      let plan = WeeklyPlan(on: date, among: issues, remembered: [])
      guard case .post(let week, let reported) = plan.step else { continue }
      let isFirst = reported < week.sunday
      issues.removeAll { Week(OwnMarker(in: $0.body)?.attributes["week"] ?? "") == week }
      for index in issues.indices { issues[index].isOpen = false }
      issues.append(Self.issue(issues.count + 5, of: week.description, first: isFirst))
      if !isFirst { posted.append(date) }
    }
    #expect(posted.map(\.description) == ["2026-12-27", "2027-01-03", "2027-01-10", "2027-01-17"])
    #expect(issues.count(where: \.isOpen) == 1)
  }
}
