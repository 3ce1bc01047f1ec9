import GitHub
import Model
import Testing

@testable import Delivery

struct IssuePlanTests {
  /// What GitHub lists and the store remembers, and what follows from it.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var issues: [OwnIssue]
    var remembered: Int?
    var plan: IssuePlan

    init(_ words: String, _ issues: [OwnIssue], remembered: Int? = nil, _ plan: IssuePlan) {
      testDescription = words
      self.issues = issues
      self.remembered = remembered
      self.plan = plan
    }
  }

  private static let old = OwnMarker(kind: "health", repository: Sample.id).text + "\nOld"
  private static let alert = OwnMarker(kind: "alert", repository: Sample.id).text
  private static let foreign =
    OwnMarker(kind: "health", repository: RepositoryID(rawValue: 8)).text

  private static let cases: [Case] = [
    Case("nothing is there", [], .create),
    Case("an issue shows it", [Sample.issue(5)], .keep(number: 5, url: Sample.url(5))),
    Case("an issue shows an older text", [Sample.issue(5, body: old)], .update(number: 5)),
    Case(
      "an issue has another title, which is its readers'",
      [Sample.issue(5, title: "Ours")],
      .keep(number: 5, url: Sample.url(5))
    ),
    Case(
      "a person closed it",
      [Sample.issue(5, body: old, isOpen: false)],
      .respectClosed(number: 5, url: Sample.url(5))
    ),
    Case(
      "several are closed: the newest is named",
      [Sample.issue(9, isOpen: false), Sample.issue(5, isOpen: false)],
      .respectClosed(number: 9, url: Sample.url(9))
    ),
    Case(
      "one is closed and another open",
      [Sample.issue(9, isOpen: false), Sample.issue(5, body: old)],
      .update(number: 5)
    ),
    Case(
      "several are open: the lowest is kept",
      [Sample.issue(9, body: old), Sample.issue(5, body: old)],
      .update(number: 5)
    ),
    Case(
      "several are open: the remembered one is kept",
      [Sample.issue(9, body: old), Sample.issue(5, body: old)],
      remembered: 9,
      .update(number: 9)
    ),
    Case(
      "the remembered one is closed and another open",
      [Sample.issue(9, isOpen: false), Sample.issue(5)],
      remembered: 9,
      .keep(number: 5, url: Sample.url(5))
    ),
    Case("a stranger copied the marker", [Sample.issue(5, isByViewer: false)], .create),
    Case(
      "a stranger copied the marker beside ours",
      [Sample.issue(3, body: old, isByViewer: false), Sample.issue(5, body: old)],
      .update(number: 5)
    ),
    Case(
      "another token wrote the remembered one",
      [Sample.issue(5, body: old, isByViewer: false)],
      remembered: 5,
      .update(number: 5)
    ),
    Case(
      "a stranger's issue is not the remembered one",
      [Sample.issue(3, isByViewer: false)],
      remembered: 5,
      .lookUp(number: 5)
    ),
    Case("the remembered one is not listed", [], remembered: 5, .lookUp(number: 5)),
    Case(
      "the remembered one is not listed, and a later one is",
      [Sample.issue(9)],
      remembered: 5,
      .lookUp(number: 5)
    ),
    Case("the issue is about something else", [Sample.issue(5, body: alert)], .create),
    Case("the issue is about another repository", [Sample.issue(5, body: foreign)], .create),
    Case("the marker is gone", [Sample.issue(5, body: "# Health: 82")], .create),
  ]

  @Test(arguments: cases)
  func `the plan follows from what is listed and what is remembered`(_ row: Case) {
    let plan = IssuePlan(
      showing: Sample.document,
      among: row.issues,
      remembered: row.remembered
    )
    #expect(plan == row.plan)
  }

  @Test(arguments: cases)
  func `the order of the list does not matter`(_ row: Case) {
    let plan = IssuePlan(
      showing: Sample.document,
      among: row.issues.reversed(),
      remembered: row.remembered
    )
    #expect(plan == row.plan)
  }

  @Test func `only the tool's own later open issues about the same are duplicates`() {
    let issues = [
      Sample.issue(3), Sample.issue(5), Sample.issue(6, isOpen: false), Sample.issue(7),
      Sample.issue(8, isByViewer: false), Sample.issue(9, body: Self.alert), Sample.issue(11),
    ]
    let duplicates = IssuePlan.duplicates(of: 5, showing: Sample.document, among: issues)
    #expect(duplicates == [7, 11])
  }
}
