import GitHub
import HTTP
import Model
import Resilience
import TestSupport
import Testing

@testable import Delivery

struct IssueDeliveryTests {
  private let labels = "POST /repos/octo/tool/labels"
  private let issues = "POST /repos/octo/tool/issues"
  private let list = "POST /graphql"
  /// The look for an issue that another run opened at the same time.
  private let look = "GET /repos/octo/tool/issues"
  private let stale = OwnMarker(kind: "health", repository: Sample.id).text + "\nOld"

  private var lost: TransportError {
    TransportError(.timedOut, request: issues, detail: "no answer in time")
  }

  private func created(_ number: Int) -> IssueDelivery.Outcome {
    .init(action: .created, number: number, url: Sample.url(number))
  }

  @Test func `the first time labels are made and an issue is opened`() async throws {
    let fixture = try DeliveryFixture(
      Response(201, text: "{}"),
      Response(422, text: #"{"message": "already_exists"}"#),
      Sample.answer(201, number: 5),
      Sample.openIssues([5])
    )
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    #expect(outcome == created(5))
    #expect(fixture.requests == [labels, labels, issues, look])
  }

  @Test func `of two runs at once the later one closes its own issue`() async throws {
    let fixture = try DeliveryFixture(
      Response(422),
      Response(422),
      Sample.answer(201, number: 6),
      Sample.openIssues([6, 5]),
      Sample.answer(number: 6, state: "closed")
    )
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    #expect(
      outcome == .init(action: .unchanged, number: 5, url: Sample.url(5), duplicates: [6])
    )
    #expect(
      fixture.requests == [labels, labels, issues, look, "PATCH /repos/octo/tool/issues/6"]
    )
  }

  @Test func `a look for another run's issue that fails leaves the new one`() async throws {
    let fixture = try DeliveryFixture(
      Response(422),
      Response(422),
      Sample.answer(201, number: 6),
      Response(502)
    )
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    #expect(outcome == created(6))
  }

  @Test func `an issue that shows the document is not written`() async throws {
    let fixture = try DeliveryFixture()
    let outcome = try await fixture.delivery.deliver(
      Sample.document,
      among: [Sample.issue(5)],
      remembered: 5
    )
    #expect(outcome == .init(action: .unchanged, number: 5, url: Sample.url(5)))
    #expect(fixture.requests == [])
  }

  @Test func `an older issue is changed in place, by one request`() async throws {
    let fixture = try DeliveryFixture(Sample.answer(number: 5))
    let outcome = try await fixture.delivery.deliver(
      Sample.document,
      among: [Sample.issue(5, body: stale)],
      remembered: nil
    )
    #expect(outcome == .init(action: .updated, number: 5, url: Sample.url(5)))
    #expect(fixture.requests == ["PATCH /repos/octo/tool/issues/5"])
  }

  @Test func `a duplicate that was overlooked is closed by the next run`() async throws {
    let fixture = try DeliveryFixture(Sample.answer(number: 7, state: "closed"))
    let outcome = try await fixture.delivery.deliver(
      Sample.document,
      among: [Sample.issue(5), Sample.issue(7)],
      remembered: 5
    )
    #expect(outcome == .init(action: .unchanged, number: 5, url: Sample.url(5), duplicates: [7]))
    #expect(fixture.requests == ["PATCH /repos/octo/tool/issues/7"])
  }

  @Test func `an issue that a person closed is left closed`() async throws {
    let fixture = try DeliveryFixture()
    let outcome = try await fixture.delivery.deliver(
      Sample.document,
      among: [Sample.issue(5, body: stale, isOpen: false)],
      remembered: 5
    )
    #expect(outcome == .init(action: .closed, number: 5, url: Sample.url(5)))
  }

  /// The remembered issue as it is found, and what is done then.
  private static let found: [(answer: Response, action: IssueDelivery.Outcome.Action)] = [
    (Sample.answer(number: 5), .unchanged),
    (Sample.answer(number: 5, body: Sample.document.body + "x", state: "closed"), .closed),
  ]

  @Test(arguments: found)
  func `a remembered issue that was not listed is read before another is opened`(
    _ row: (answer: Response, action: IssueDelivery.Outcome.Action)
  ) async throws {
    let fixture = try DeliveryFixture(row.answer)
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: 5)
    #expect(outcome == .init(action: row.action, number: 5, url: Sample.url(5)))
    #expect(fixture.requests == ["GET /repos/octo/tool/issues/5"])
  }

  @Test func `a remembered issue that is out of date is read, then changed`() async throws {
    let fixture = try DeliveryFixture(
      Sample.answer(number: 5, body: stale),
      Sample.answer(number: 5)
    )
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: 5)
    #expect(outcome.action == .updated)
    #expect(
      fixture.requests == ["GET /repos/octo/tool/issues/5", "PATCH /repos/octo/tool/issues/5"]
    )
  }

  @Test(arguments: [Response(404), Response(410), Sample.answer(number: 5, body: "Not ours")])
  func `a remembered issue that was deleted or taken over is opened anew`(
    _ answer: Response
  ) async throws {
    let fixture = try DeliveryFixture(
      answer,
      Response(422),
      Response(422),
      Sample.answer(201, number: 6),
      Sample.openIssues([6])
    )
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: 5)
    #expect(outcome == created(6))
  }

  @Test func `a lost answer is looked for before the issue is sent again`() async throws {
    let fixture = try DeliveryFixture([
      .success(Response(422)), .success(Response(422)), .failure(lost),
      .success(Sample.list([Sample.issue(5)])),
    ])
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    #expect(outcome == created(5))
    #expect(fixture.requests == [labels, labels, issues, list])
  }

  @Test func `an issue that is not there after a lost answer is sent again`() async throws {
    let fixture = try DeliveryFixture([
      .success(Response(422)), .success(Response(422)), .success(Response(502)),
      .success(Sample.list([])), .success(Sample.answer(201, number: 5)),
      .success(Sample.openIssues([5])),
    ])
    let outcome = try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    #expect(outcome == created(5))
  }

  @Test func `three lost answers end the delivery`() async throws {
    let fixture = try DeliveryFixture([
      .success(Response(422)), .success(Response(422)), .failure(lost), .success(Sample.list([])),
      .failure(lost), .success(Sample.list([])), .failure(lost),
    ])
    await #expect(throws: lost) {
      try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    }
    #expect(fixture.transport.unusedAnswers == 0)
  }

  @Test(arguments: [403, 404, 410, 422])
  func `a refusal is not repeated`(_ status: Int) async throws {
    let fixture = try DeliveryFixture(Response(422), Response(422), Response(status))
    let failure = await #expect(throws: APIFailure.self) {
      try await fixture.delivery.deliver(Sample.document, among: [], remembered: nil)
    }
    #expect(failure?.status == status)
    #expect(fixture.requests == [labels, labels, issues])
  }

  @Test func `the issues under the label are listed to the end`() async throws {
    let fixture = try DeliveryFixture(
      Sample.list([Sample.issue(9)], next: "c"),
      Sample.list([Sample.issue(5, isOpen: false)])
    )
    let listed = try await fixture.delivery.ownIssues(label: "repo-vitals")
    #expect(
      listed == [Sample.issue(9, title: Sample.document.title)].map(\.self) + [
        Sample.issue(5, isOpen: false)
      ]
    )
  }
}
