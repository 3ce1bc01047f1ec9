import Foundation
import HTTP
import Model
import Resilience
import TestSupport
import Testing

struct FailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var status: Int
    var headers: Headers
    var body: String
    var failure: FailureClass?
    /// The least wait in seconds; nil where the request is not repeated.
    var wait: Int?
    var testDescription: String { name }
  }

  static let secondaryText = "You have exceeded a secondary rate limit."
  static let dataText = #"{"data": {"repository": {"stargazerCount": 41}}}"#

  static let cases: [Case] = [
    Case(
      name: "secondary, no header",
      status: 403,
      headers: ["x-ratelimit-remaining": "4990"],
      body: #"{"message": "\#(secondaryText) Please wait a few minutes before you try again."}"#,
      failure: .secondaryRateLimit,
      wait: 60
    ),
    Case(
      name: "old word",
      status: 403,
      headers: ["x-ratelimit-remaining": "4990"],
      body: #"{"message": "You have triggered an abuse detection mechanism. Please wait."}"#,
      failure: .secondaryRateLimit,
      wait: 60
    ),
    Case(
      name: "429, no JSON",
      status: 429,
      headers: ["content-type": "text/html"],
      body: "<html><body>Too many requests</body></html>",
      failure: .secondaryRateLimit,
      wait: 60
    ),
    Case(
      name: "retry-after wins",
      status: 403,
      headers: [
        "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4600", "retry-after": "30",
      ],
      body: #"{"message": "\#(secondaryText)"}"#,
      failure: .secondaryRateLimit,
      wait: 30
    ),
    Case(
      name: "primary",
      status: 403,
      headers: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1120"],
      body: #"{"message": "API rate limit exceeded for installation ID 1."}"#,
      failure: .primaryRateLimit,
      wait: 121
    ),
    Case(
      name: "GraphQL, one spelling",
      status: 200,
      headers: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1120"],
      body: #"{"errors": [{"type": "RATE_LIMIT", "code": "graphql_rate_limit"}]}"#,
      failure: .primaryRateLimit,
      wait: 121
    ),
    Case(
      name: "GraphQL, the other spelling",
      status: 200,
      headers: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1120"],
      body: #"{"data": null, "errors": [{"type": "RATE_LIMITED", "message": "No."}]}"#,
      failure: .primaryRateLimit,
      wait: 121
    ),
    Case(
      name: "only a permission",
      status: 403,
      headers: ["x-ratelimit-remaining": "4321"],
      body: #"{"message": "Resource not accessible by integration"}"#,
      failure: .permission
    ),
    Case(
      name: "last good answer",
      status: 200,
      headers: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1120"],
      body: dataText
    ),
    Case(
      name: "a title that speaks of limits",
      status: 200,
      headers: [:],
      body: #"{"data": {"title": "RATE_LIMITED, a secondary rate limit"}}"#
    ),
    Case(
      name: "a server without limits",
      status: 403,
      headers: [
        "x-ratelimit-limit": "0", "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "-62135596800",
      ],
      body: "",
      failure: .permission
    ),
    Case(
      name: "a server with a time",
      status: 503,
      headers: ["Retry-After": "5"],
      body: "",
      failure: .server,
      wait: 5
    ),
  ]

  @Test(arguments: cases)
  func `each answer is of its class and waits its time`(example: Case) throws {
    let response = Response(example.status, example.headers, text: example.body)
    let failure = Failure(response)
    #expect(failure?.failureClass == example.failure)
    guard let failure else { return }
    var generator = SeededGenerator(seed: 1)
    let decision = RetryPolicy()
      .decide(
        failure,
        attempt: 1,
        isSafeToRepeat: true,
        now: 1_000,
        using: &generator
      )
    #expect(decision == example.wait.map { .wait(.seconds($0)) } ?? .give)
  }

  static let statuses: [(status: Int, failure: FailureClass?)] = [
    (200, nil), (304, nil), (302, nil), (400, nil), (401, .authentication),
    (403, .permission), (404, .notFound), (408, .server), (410, .notFound),
    (422, nil), (429, .secondaryRateLimit), (451, .permission), (500, .server),
    (502, .server), (504, .server),
  ]

  @Test(arguments: statuses)
  func `each status is of its class`(status: Int, failure: FailureClass?) {
    #expect(Failure(Response(status))?.failureClass == failure)
  }

  @Test func `the last good answer tells when the next request may go out`() throws {
    let headers: Headers = ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1120"]
    #expect(try #require(RateLimit(headers)).wait(now: 1_000) == .seconds(121))
  }

  @Test func `the limits are read from their fields`() {
    let headers: Headers = [
      "X-RateLimit-Limit": "5000", "X-RateLimit-Remaining": "4999", "X-RateLimit-Used": "1",
      "X-RateLimit-Reset": "1700000000", "X-RateLimit-Resource": "graphql",
    ]
    let limit = RateLimit(
      limit: 5_000,
      remaining: 4_999,
      used: 1,
      resetAt: 1_700_000_000,
      resource: "graphql"
    )
    #expect(RateLimit(headers) == limit)
    #expect(limit.wait(now: 0) == nil)
    #expect(RateLimit([:]) == nil)
  }

  static let dates: [(text: String, seconds: Int?)] = [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sun, 31 Feb 1994 08:49:37 GMT", nil),
    ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("0", nil), ("Sun, 06 Nov 1994 24:49:37 GMT", nil),
  ]

  @Test(arguments: dates)
  func `a date of a header is read`(text: String, seconds: Int?) {
    #expect(Timestamp(httpDate: text)?.seconds == seconds)
  }
}
