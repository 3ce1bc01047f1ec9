import GitHub
import HTTP
import Model
import TestSupport
import Testing

@testable import Delivery

struct AlertDeliveryTests {
  private static let marker = OwnMarker(
    kind: "recovery",
    repository: Sample.id,
    attributes: ["alert": "health-drop", "on": "2026-04-01"]
  )
  private let remark = AlertDelivery.Remark(marker: marker, body: marker.text + "\nOver.")
  private let query = "POST /graphql"
  private let post = "POST /repos/octo/tool/issues/7/comments"

  /// An answer that shows the issue with comments, each the tool's or somebody's.
  private func shown(_ comments: [(body: String, isOwn: Bool)]) -> Response {
    let nodes = comments.map { comment -> JSONValue in
      ["body": .string(comment.body), "viewerDidAuthor": .bool(comment.isOwn)]
    }
    let issue: JSONValue = [
      "number": 7, "url": .string(Sample.url(7)), "title": "Fell", "state": "OPEN", "body": "",
      "viewerDidAuthor": true, "author": ["login": "bot"],
      "labels": ["nodes": [["name": "repo-vitals"]]], "comments": ["nodes": .array(nodes)],
    ]
    let data: JSONValue = ["repository": ["issue": issue]]
    return Response(200, text: JSONWriter.text(["data": data]))
  }

  private let written = Response(201, text: #"{"id": 1, "html_url": "https://x/1"}"#)

  private func requests(
    _ answers: [Response]
  ) async throws -> [String] {
    let fixture = try DeliveryFixture(answers.map { .success($0) })
    let delivery = AlertDelivery(api: fixture.api, repository: fixture.name)
    try await delivery.say(remark, on: 7)
    return fixture.requests
  }

  @Test func `a comment is looked for, then written`() async throws {
    #expect(try await requests([shown([]), written]) == [query, post])
  }

  @Test func `one that was written before is not written again`() async throws {
    #expect(try await requests([shown([(remark.body, true)])]) == [query])
  }

  @Test func `somebody's copy of it does not count`() async throws {
    #expect(try await requests([shown([(remark.body, false)]), written]) == [query, post])
  }

  @Test func `a lost answer is looked for before the comment is sent again`() async throws {
    let answers = [shown([]), Response(502), shown([(remark.body, true)])]
    #expect(try await requests(answers) == [query, post, query])
  }

  @Test func `a text that stands there is not written`() async throws {
    let fixture = try DeliveryFixture()
    let delivery = AlertDelivery(api: fixture.api, repository: fixture.name)
    let isWritten = try await delivery.update(7, from: Sample.body, to: Sample.document)
    #expect(!isWritten)
    #expect(fixture.requests == [])
  }
}
