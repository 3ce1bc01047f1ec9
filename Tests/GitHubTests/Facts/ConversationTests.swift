import HTTP
import Model
import Resilience
import TestSupport
import Testing

@testable import GitHub

struct ConversationTests {
  private func cut(_ kind: Item.Kind) -> CutItem {
    let date = Timestamp(seconds: 0)
    let old = Comment(id: 999, author: nil, createdAt: date)
    let item = Item(
      number: 3,
      kind: kind,
      author: nil,
      createdAt: date,
      updatedAt: date,
      comments: Nested([old], isWhole: false)
    )
    return CutItem(id: "N_3", item: item, isLong: true)
  }

  private func comments(_ ids: [Int], next: String?) -> JSONValue {
    let nodes = ids.map { id -> JSONValue in
      ["fullDatabaseId": .string(String(id)), "createdAt": "2026-01-01T00:00:00Z"]
    }
    return page(nodes, next: next)
  }

  private func reviews(_ ids: [Int], next: String?) -> JSONValue {
    let nodes = ids.map { id -> JSONValue in
      [
        "fullDatabaseId": .string(String(id)), "state": "APPROVED",
        "submittedAt": "2026-01-01T00:00:00Z",
      ]
    }
    return page(nodes, next: next)
  }

  private func page(_ nodes: [JSONValue], next: String?) -> JSONValue {
    [
      "pageInfo": ["hasNextPage": .bool(next != nil), "endCursor": JSONValue(next)],
      "nodes": .array(nodes),
    ]
  }

  private func node(_ fields: JSONValue) -> Response { Response(["data": ["node": fields]]) }

  @Test func `both connections are paged to their ends, each on its own`() async throws {
    let fixture = try GitHubFixture([
      node(["comments": comments([1, 2], next: "c"), "reviews": reviews([11], next: "r")]),
      node(["comments": comments([3], next: nil), "reviews": reviews([12], next: "s")]),
      node(["reviews": reviews([13], next: nil)]),
    ])
    let item = try #require(try await fixture.api.wholeConversation(of: cut(.pull)))
    #expect(item.comments.elements.map(\.id) == [1, 2, 3])
    #expect(item.reviews.elements.map(\.id) == [11, 12, 13])
    #expect(item.comments.isWhole && item.reviews.isWhole)
    #expect(item.number == 3)
    #expect(fixture.bodies[1].contains(#""commentsAfter":"c""#))
    #expect(fixture.bodies[1].contains(#""reviewsAfter":"r""#))
    #expect(fixture.bodies[2].contains(#""comments":false"#))
    #expect(fixture.bodies[2].contains(#""reviewsAfter":"s""#))
  }

  @Test func `an issue has no reviews to ask for`() async throws {
    let fixture = try GitHubFixture([node(["comments": comments([1], next: nil)])])
    let item = try #require(try await fixture.api.wholeConversation(of: cut(.issue)))
    #expect(item.comments == Nested(item.comments.elements, isWhole: true))
    #expect(fixture.bodies.allSatisfy { $0.contains(#""reviews":false"#) })
  }

  @Test func `an item that is gone is nil`() async throws {
    let error = graphQLError("NOT_FOUND", "Could not resolve to a node", at: ["node"])
    let document: JSONValue = ["data": ["node": nil], "errors": [error]]
    let fixture = try GitHubFixture([Response(document), node(nil)])
    #expect(try await fixture.api.wholeConversation(of: cut(.issue)) == nil)
    #expect(try await fixture.api.wholeConversation(of: cut(.issue)) == nil)
  }

  @Test func `a row that is missing keeps the connection from being whole`() async throws {
    let fixture = try GitHubFixture([
      node(["comments": comments([1], next: "c")]), node(["comments": nil]),
    ])
    let item = try #require(try await fixture.api.wholeConversation(of: cut(.issue)))
    #expect(!item.comments.isWhole)
  }

  @Test func `any other error is a failure`() async throws {
    let error = graphQLError("FORBIDDEN", "Not for you", at: ["node"])
    let document: JSONValue = ["data": ["node": nil], "errors": [error]]
    let fixture = try GitHubFixture([Response(document)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.wholeConversation(of: cut(.issue))
    }
    #expect(failure.failureClass == .permission)
  }
}
