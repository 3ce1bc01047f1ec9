import FoundationEssentials
import Model
import Synchronization

/// Finds out what a request wants and answers it; called on the threads of the server.
final class Service: Sendable {
  typealias Request = LoopbackServer.Request
  typealias Response = LoopbackServer.Response

  let life: Simulation
  let state: Mutex<SimulatedGitHub.State>
  private let token: String

  init(life: Simulation, token: String, now: Timestamp) {
    self.life = life
    self.token = token
    state = Mutex(SimulatedGitHub.State(now: now))
  }

  func answer(_ request: Request) -> Response {
    let path = request.path
    // The administration is no part of GitHub: no token, no log.
    if path == ["_simulator", "clock"] { return setClock(request) }
    if path == ["_simulator", "refused"] { return setRefused(request) }
    return state.withLock { state in
      let operation = path == ["graphql"] ? request.decoded(Operation.self)?.operationName : nil
      state.requests.append(
        .init(method: request.method, path: "/" + path.joined(separator: "/"), operation: operation)
      )
      var response = respond(to: request, path, &state)
      response.headers += Self.limitHeaders(at: state.now, isGraphQL: path == ["graphql"])
      return response
    }
  }

  private func respond(
    to request: Request,
    _ path: [String],
    _ state: inout SimulatedGitHub.State
  ) -> Response {
    if !state.failures.isEmpty {
      let failure = state.failures.removeFirst()
      var response = Response.message(failure.status, "The simulator was told to fail.")
      response.headers += failure.headers
      return response
    }
    guard request.headers["authorization"]?.lowercasedScheme == "bearer \(token)" else {
      return .message(401, "Bad credentials")
    }
    let answers = Answers(
      life: life,
      now: state.now,
      written: state.written,
      refused: state.refused.members ?? []
    )
    switch (request.method, path.first) {
    case ("POST", "graphql") where path.count == 1: return graphQL(request, answers)
    case ("GET", "user") where path.count == 1:
      return .message(403, "Resource not accessible by integration")
    case (_, "repos") where path.count > 3 && state.refused.paths?.contains(path[3]) == true:
      return .message(403, "Resource not accessible by integration")
    case (_, "repos") where path.count > 3 && answers.isNamed(path[1], path[2]):
      return repository(request, Array(path.dropFirst(3)), answers, &state)
    default: return .notFound
    }
  }

  private struct Operation: Decodable {
    var operationName: String?
  }

  private struct Variables<Payload: Decodable>: Decodable {
    var variables: Payload
  }

  private func graphQL(_ request: Request, _ answers: Answers) -> Response {
    let operation = request.decoded(Operation.self)?.operationName
    switch operation {
    case "RepositoryFacts":
      guard let body = request.decoded(Variables<FactsVariables>.self) else { break }
      return .json(200, answers.facts(body.variables))
    case "IssueNow":
      guard let body = request.decoded(Variables<IssueVariables>.self) else { break }
      return .json(200, answers.issueNow(body.variables.number))
    case "PullRequestNow":
      guard let body = request.decoded(Variables<IssueVariables>.self) else { break }
      return .json(200, answers.pullNow(body.variables.number))
    case "ItemConversation":
      guard let body = request.decoded(Variables<ConversationVariables>.self) else { break }
      return .json(200, answers.conversation(body.variables))
    case "RepositoryVisibility":
      guard let body = request.decoded(Variables<[String: String]>.self) else { break }
      return .json(200, answers.visibility(body.variables))
    default:
      return .json(200, .refusal(nil, "The simulator does not know \(operation ?? "the document")"))
    }
    return .json(200, .refusal(nil, "The variables of \(operation ?? "") do not fit"))
  }

  private func setClock(_ request: Request) -> Response {
    struct Clock: Decodable { var now: String }
    guard
      request.method == "POST",
      let now = request.decoded(Clock.self).flatMap({ Timestamp($0.now) })
    else { return .message(422, #"POST {"now": "2026-04-01T06:00:00Z"}"#) }
    state.withLock { $0.now = now }
    return .json(200, ["now": JSONValue(now)])
  }

  private func setRefused(_ request: Request) -> Response {
    guard
      request.method == "POST", let refused = request.decoded(SimulatedGitHub.State.Refused.self)
    else { return .message(422, #"POST {"paths": ["stargazers"], "members": ["issues"]}"#) }
    state.withLock { $0.refused = refused }
    return .json(200, [:])
  }

  /// The limit, which is never used up.
  private static func limitHeaders(
    at now: Timestamp,
    isGraphQL: Bool
  ) -> [(name: String, value: String)] {
    [
      ("x-ratelimit-limit", "5000"), ("x-ratelimit-remaining", "4999"),
      ("x-ratelimit-used", "1"), ("x-ratelimit-reset", String(now.seconds + 3_600)),
      ("x-ratelimit-resource", isGraphQL ? "graphql" : "core"),
    ]
  }
}

extension String {
  /// A credential with its scheme in lower case, since schemes are compared so.
  fileprivate var lowercasedScheme: String {
    let parts = split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return self }
    return "\(parts[0].lowercased()) \(parts[1])"
  }
}
