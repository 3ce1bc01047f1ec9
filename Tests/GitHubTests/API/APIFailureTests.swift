import HTTP
import Resilience
import TestSupport
import Testing

@testable import GitHub

/// What a person reads when GitHub's answer is no use.
struct APIFailureTests {
  private let page = "<html><body><h1>502 Bad Gateway</h1></body></html>"

  private func failure(_ response: Response) async throws -> APIFailure {
    let fixture = try GitHubFixture([response])
    return try await GitHubFixture.failure { try await fixture.api.facts(fixture.everything) }
  }

  @Test(arguments: [400, 401, 403, 404, 410, 418, 451, 500, 502, 503])
  func `a page of HTML never reaches the message`(_ status: Int) async throws {
    let failure = try await failure(Response(status, ["Content-Type": "text/html"], text: page))
    #expect(failure.status == status)
    #expect(!failure.description.contains("<"))
    #expect(failure.description.hasPrefix("GitHub answered \(status) to POST /graphql: "))
    #expect(failure.description.hasSuffix("."))
  }

  @Test(arguments: ["", "{", "[]", #"{"data": 5}"#, #"{"errors": "none"}"#, "\u{FEFF}<html>"])
  func `a good status with something else than the JSON asked for is a failure`(
    _ text: String
  ) async throws {
    let failure = try await failure(Response(200, text: text))
    #expect(failure.failureClass == .invalidResponse)
    #expect(failure.request == "RepositoryFacts")
    #expect(failure.detail == "the answer is not the JSON that was asked for")
  }

  @Test func `GitHub's own words are taken, in one line and not without end`() async throws {
    let words = "Not this\\n" + String(repeating: "x", count: 1_000)
    let failure = try await failure(Response(422, text: "{\"message\": \"\(words)\"}"))
    #expect(failure.detail.hasPrefix("Not this x"))
    #expect(failure.detail.count == 300)
  }

  /// A status with its headers and body, and the class it belongs to.
  private static let statuses: [(response: Response, failureClass: FailureClass)] = [
    (Response(401, text: #"{"message": "Bad credentials"}"#), .authentication),
    (Response(403, text: #"{"message": "Resource not accessible"}"#), .permission),
    (
      Response(403, text: #"{"message": "You have exceeded a secondary rate limit."}"#),
      .secondaryRateLimit
    ),
    (Response(404, text: #"{"message": "Not Found"}"#), .notFound),
    (Response(410), .notFound),
    (Response(422), .invalidResponse),
    (Response(500), .server),
    (Response(504), .server),
  ]

  @Test(arguments: statuses)
  func `a status has its class`(
    _ row: (response: Response, failureClass: FailureClass)
  ) async throws {
    #expect(try await failure(row.response).failureClass == row.failureClass)
  }

  @Test func `the sentence ends with one full stop`() {
    let failure = APIFailure(.server, status: 500, request: "GET /user", detail: "It broke.")
    #expect(failure.description == "GitHub answered 500 to GET /user: It broke.")
  }
}
