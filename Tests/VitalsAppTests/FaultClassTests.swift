import Foundation
import HTTP
import Model
import Resilience
import Synchronization
import TestSupport
import Testing

@testable import VitalsApp

/// How each class of failure is met: how often GitHub is asked, how the run ends, what it says.
@Suite(.temporaryDirectory)
struct FaultClassTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let failureClass: FailureClass
    let answer: Result<Response, TransportError>
    /// Requests for the facts in all, repetitions included.
    let requests: Int
    var status = VitalsApp.ExitStatus.partial
    /// All that is said.
    let talk: String

    var testDescription: String { failureClass.rawValue }
  }

  private static let cases: [Case] = [
    Case(
      failureClass: .authentication,
      answer: .success(Response(401, text: #"{"message": "Bad credentials"}"#)),
      requests: 1,
      status: .credentials,
      talk: "error: GitHub answered 401 to POST /graphql: Bad credentials; replace the token."
    ),
    Case(
      failureClass: .permission,
      answer: .success(Response(403, text: #"{"message": "Not accessible by integration"}"#)),
      requests: 1,
      talk: "warning: GitHub answered 403 to POST /graphql: Not accessible by integration; "
        + "check what the token may do."
    ),
    Case(
      failureClass: .notFound,
      answer: .success(graphQL("NOT_FOUND", "Could not resolve to a Repository")),
      requests: 1,
      talk:
        "warning: octo-org/octo-repo does not exist, or the token may not see it; check the name "
        + "and the token."
    ),
    Case(
      failureClass: .primaryRateLimit,
      answer: .success(graphQL("RATE_LIMITED", "API rate limit exceeded", ["Retry-After": "0"])),
      requests: 2,
      talk:
        "warning: RepositoryFacts was refused: API rate limit exceeded; the next run goes on from "
        + "here."
    ),
    Case(
      failureClass: .secondaryRateLimit,
      answer: .success(Response(429, ["Retry-After": "0"], text: "<html>Slow down</html>")),
      requests: 4,
      talk: "warning: GitHub answered 429 to POST /graphql: too many requests in a short time; "
        + "the next run goes on from here."
    ),
    Case(
      failureClass: .network,
      answer: .failure(
        TransportError(.timedOut, request: "POST /graphql", detail: "it took longer than 60 s")
      ),
      requests: 4,
      talk: "warning: POST /graphql got no answer: it took longer than 60 s; the next run goes "
        + "on from here."
    ),
    Case(
      failureClass: .server,
      answer: .success(Response(500, text: "<html><h1>Unicorn!</h1></html>")),
      requests: 5,
      talk:
        "warning: GitHub answered 500 to POST /graphql: the server failed; the next run goes on from "
        + "here."
    ),
    Case(
      failureClass: .invalidResponse,
      answer: .success(
        Response(200, ["Content-Type": "application/json"], text: #"{"data": {"reposit"#)
      ),
      requests: 3,
      talk: "warning: GitHub answered 200 to RepositoryFacts: the answer is not the JSON that was "
        + "asked for; the next run goes on from here."
    ),
    Case(
      failureClass: .partialResult,
      answer: .success(graphQL("RESOURCE_LIMITS_EXCEEDED", "Resource limits exceeded")),
      requests: 7,
      talk:
        "warning: RepositoryFacts was refused: Resource limits exceeded; the next run goes on from "
        + "here."
    ),
  ]

  @Test func `every class has its case`() {
    #expect(Set(Self.cases.map(\.failureClass)) == Set(FailureClass.allCases))
  }

  @Test(arguments: cases)
  func `a failure is met as its class asks, and told in one sentence`(_ row: Case) async throws {
    let folder = TemporaryDirectory.current
    let settings = """
      collection:
        retry:
          server: { base: 1ms, cap: 1ms }
          network: { base: 1ms, cap: 1ms }
          invalid_response: { base: 1ms, cap: 1ms }
      """
    try Data(settings.utf8).write(to: folder.appending(component: "vitals.yml"))
    let github = FailingGitHub(row.answer)
    let fixture = try AppFixture(in: folder, transport: github)
    let outcome = await fixture.runDaily("--config", folder.path + "/vitals.yml", "--json")
    #expect(outcome.status == row.status)
    #expect(outcome.talk == row.talk + "\n")
    #expect(github.count == row.requests)
    guard row.status == .partial else { return }
    let errors = try #require(outcome.json?["errors"] as? [[String: Any]])
    #expect(errors.map { $0["class"] as? String } == [row.failureClass.rawValue])
    #expect(errors.map { $0["count"] as? Int } == [1])
  }

  private static func graphQL(
    _ type: String,
    _ message: String,
    _ headers: Headers = [:]
  ) -> Response {
    let error: JSONValue = [
      "type": .string(type), "path": ["repository"], "message": .string(message),
    ]
    return Response(
      200,
      headers,
      text: JSONWriter.text(["data": ["repository": nil], "errors": [error]])
    )
  }
}

/// Answers every request for facts alike, and has no stars.
private final class FailingGitHub: Transport {
  private let answer: Result<Response, TransportError>
  private let requests = Mutex(0)

  init(_ answer: Result<Response, TransportError>) {
    self.answer = answer
  }

  /// Requests for facts so far.
  var count: Int { requests.withLock { $0 } }

  func send(_ request: Request) async throws -> Response {
    guard request.isGraphQL else { return Response(200, text: "[]") }
    requests.withLock { $0 += 1 }
    return try answer.get()
  }
}
