import FoundationEssentials
import HTTP
import Model
import Resilience

/// An entry of the `errors` of a GraphQL answer, which also comes with status 200.
struct GraphQLError: Decodable, Hashable, Sendable {
  var type: String?
  var message: String?
  var path: [Step]?

  /// A key or an index of a path.
  enum Step: Decodable, Hashable, Sendable {
    case key(String)
    case index(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let index = try? container.decode(Int.self) {
        self = .index(index)
      } else {
        self = .key(try container.decode(String.self))
      }
    }
  }
}

/// Whatever a GraphQL document gave: data, errors, or some of both.
struct GraphQLAnswer<Payload: Decodable>: Decodable {
  var data: Payload?
  var errors: [GraphQLError]?
}

extension GitHubAPI {
  /// Sends a query with its variables; values never enter the document's text.
  ///
  /// `points` is what it will cost, which a run's budget is asked for.
  ///
  /// - Throws: ``APIFailure`` when GitHub gave no data. Errors beside data are the caller's.
  func execute<Payload: Decodable>(
    _ document: String,
    named operation: String,
    variables: JSONValue,
    priority: Priority = .sync,
    points: Int = 1
  ) async throws -> GraphQLAnswer<Payload> {
    let body: JSONValue = [
      "query": .string(document), "operationName": .string(operation), "variables": variables,
    ]
    let request = Request(
      .post,
      endpoints.graphQL,
      headers: ["Content-Type": "application/json"],
      body: JSONWriter.bytes(body),
      isSafeToRepeat: true,
      priority: priority,
      cost: points
    )
    let response = try await send(request)
    let answer: GraphQLAnswer<Payload>
    do {
      answer = try JSONDecoder().decode(GraphQLAnswer.self, from: Data(response.body))
    } catch {
      throw APIFailure(
        .invalidResponse,
        status: response.status,
        request: operation,
        detail: "the answer is not the JSON that was asked for"
      )
    }
    guard answer.data == nil else { return answer }
    throw APIFailure(answer.errors ?? [], operation: operation)
  }
}

extension APIFailure {
  /// What the errors of an answer without usable data mean.
  init(_ errors: [GraphQLError], operation: String) {
    let first = errors.first
    self.init(
      FailureClass(graphQLType: first?.type),
      status: nil,
      request: operation,
      detail: first?.message ?? "GitHub sent neither data nor an error"
    )
  }
}

extension FailureClass {
  /// The class of an error by the type that GitHub gives it.
  ///
  /// Both spellings of the rate limit are in use.
  init(graphQLType type: String?) {
    switch type {
    case "RATE_LIMITED", "RATE_LIMIT": self = .primaryRateLimit
    case "FORBIDDEN", "INSUFFICIENT_SCOPES": self = .permission
    case "NOT_FOUND": self = .notFound
    case "RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED": self = .partialResult
    case "INTERNAL", "SERVICE_UNAVAILABLE": self = .server
    default: self = .invalidResponse
    }
  }
}
