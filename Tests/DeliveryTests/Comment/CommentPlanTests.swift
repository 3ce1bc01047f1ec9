import GitHub
import HTTP
import Model
import TestSupport
import Testing

@testable import Delivery

struct CommentPlanTests {
  private let marker = OwnMarker(
    kind: "pull-request",
    repository: RepositoryID(rawValue: 7),
    attributes: ["pr": "12"]
  )

  private var body: String { "\(marker.text)\nWelcome\n\n<sub>Run 2</sub>\n" }
  private var before: String { "\(marker.text)\r\nWelcome\r\n\r\n<sub>Run 1</sub>" }

  private func comment(
    _ id: Int,
    _ body: String,
    by login: String = "vitals",
    kind: Account.Kind = .user,
    isByViewer: Bool = true
  ) -> PostedComment {
    PostedComment(
      id: id,
      url: "c\(id)",
      body: body,
      author: Account(id: nil, login: login, kind: kind),
      isByViewer: isByViewer
    )
  }

  private func plan(_ body: String?, _ comments: [PostedComment]) -> CommentPlan {
    CommentPlan(showing: body, marker: marker, among: comments)
  }

  @Test func `one comment is written, kept and changed`() {
    #expect(plan(body, []) == CommentPlan(step: .create, removals: []))
    #expect(plan(body, [comment(1, before)]).step == .keep(url: "c1"))
    #expect(plan(body, [comment(1, "\(marker.text)\nOld")]).step == .update(id: 1))
  }

  @Test func `of several the oldest stays`() {
    let plan = plan(body, [comment(3, before), comment(1, before), comment(2, before)])
    #expect(plan == CommentPlan(step: .keep(url: "c1"), removals: [2, 3]))
  }

  @Test func `nothing to say takes away what was said`() {
    #expect(plan(nil, []) == CommentPlan(step: .silence, removals: []))
    #expect(plan(nil, [comment(1, before)]) == CommentPlan(step: .silence, removals: [1]))
  }

  @Test func `a person's comment with the marker is a person's`() {
    let quoted = comment(1, before, by: "mallory", isByViewer: false)
    #expect(plan(body, [quoted]).step == .create)
    #expect(plan(nil, [quoted]).removals == [])
    // GitHub lets nobody else write as this account; a person may be called like it elsewhere.
    let actions = comment(2, before, by: "github-actions", kind: .bot, isByViewer: false)
    let namesake = comment(3, before, by: "github-actions", isByViewer: false)
    #expect(plan(body, [quoted, namesake, actions]).step == .keep(url: "c2"))
  }

  @Test func `a marker of another pull request or kind is not this one's`() {
    let others = [
      OwnMarker(kind: "health", repository: marker.repository).text,
      OwnMarker(kind: "pull-request", repository: marker.repository, attributes: ["pr": "1"]).text,
      "> \(marker.text)", "",
    ]
    for (index, text) in others.enumerated() {
      #expect(plan(body, [comment(index, text)]).step == .create, "\(text)")
    }
  }

  @Test func `a comment whose answer was lost is looked for before it is sent again`() async throws
  {
    let lost = TransportError(.timedOut, request: "", detail: "no answer in time")
    let node: JSONValue = [
      "fullDatabaseId": "5", "url": "c5", "body": .string(body), "viewerDidAuthor": true,
      "author": ["login": "vitals"],
    ]
    let pull: JSONValue = [
      "number": 12, "createdAt": "2026-03-01T00:00:00Z", "comments": ["nodes": [node]],
    ]
    let shown = JSONWriter.text(["data": ["repository": ["databaseId": 7, "pullRequest": pull]]])
    let fixture = try DeliveryFixture([
      .failure(lost), .success(Response(200, text: shown)),
    ])
    let delivery = CommentDelivery(api: fixture.api, repository: fixture.name)
    let outcome = try await delivery.deliver(
      body,
      marker: marker,
      on: PullNow(
        repository: marker.repository,
        number: 12,
        author: nil,
        createdAt: Timestamp(seconds: 0)
      )
    )
    #expect(outcome == .init(action: .created, url: "c5"))
    #expect(fixture.requests == ["POST /repos/octo/tool/issues/12/comments", "POST /graphql"])
  }
}
