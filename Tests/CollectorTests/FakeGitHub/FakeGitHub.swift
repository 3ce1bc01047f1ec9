import Foundation
import HTTP
import Model
import Synchronization
import TestSupport
import Testing

@testable import GitHub

/// A GitHub in memory: answers the documents of the collector page by page from its repositories.
final class FakeGitHub: Transport {
  struct State: Sendable {
    var repositories: [RepositoryID: FakeRepository] = [:]
    /// Names that lead to a repository, former ones included, in lower case.
    var names: [String: RepositoryID] = [:]
    /// Sections that the token may not read.
    var refused: Set<FactsSection> = []
    /// Fields of the profile; none by default, as of a server that does not know them.
    var profile: [JSONValue.Member] = []
    /// Nil where there is no community profile.
    var communityHealth: Int? = 57
    /// Weeks of a page of the star history.
    var weeksOfPage = 4
    /// How many requests are answered before every further one fails with ``failure``.
    var answered = Int.max
    var failure: any Error = TransportError(.connectionClosed, request: "any", detail: "cut")
    /// An answer whose document is larger than this is cut short.
    var nodeLimit = Int.max
    /// Sections that are left out without a word.
    var silent: Set<FactsSection> = []
    var requests: [Request] = []
  }

  private let state: Mutex<State>

  init(_ repositories: FakeRepository...) {
    var state = State()
    for repository in repositories { state.put(repository) }
    self.state = Mutex(state)
  }

  /// Reads or changes what there is.
  func with<Result: Sendable>(_ body: (inout State) throws -> sending Result) rethrows -> Result {
    try state.withLock(body)
  }

  /// Changes a repository.
  func change(_ id: Int, _ body: (inout FakeRepository) -> Void) {
    state.withLock { state in
      guard var repository = state.repositories[RepositoryID(rawValue: id)] else { return }
      body(&repository)
      state.put(repository)
    }
  }

  /// The requests since the last call, as their operations.
  func takeOperations() -> [String] {
    state.withLock { state in
      defer { state.requests = [] }
      return state.requests.map { request in
        request.method == .get ? request.url.lastPathComponent : Variables(request.body).operation
      }
    }
  }

  func send(_ request: Request) async throws -> Response {
    try Task.checkCancellation()
    return try state.withLock { state in
      state.requests.append(request)
      guard state.answered > 0 else { throw state.failure }
      state.answered -= 1
      if request.url.lastPathComponent == "profile" { return state.community }
      if request.method == .get { return state.stars(request.url) }
      let variables = Variables(request.body)
      let document =
        switch variables.operation {
        case FactsDocument.operationName: state.facts(variables)
        case "ForkPages": state.forkPages(variables)
        default: state.conversation(variables)
        }
      return Response(200, text: JSONWriter.text(document))
    }
  }
}

extension FakeGitHub.State {
  /// Adds a repository, or replaces it, and leaves its former names leading to it.
  mutating func put(_ repository: FakeRepository) {
    repositories[repository.record.id] = repository
    names[repository.record.name.description.lowercased()] = repository.record.id
  }

  /// The repository under a name, former ones included.
  func repository(_ owner: String, _ name: String) -> FakeRepository? {
    names["\(owner)/\(name)".lowercased()].flatMap { repositories[$0] }
  }

  /// `GET /repos/{owner}/{repo}/community/profile`.
  fileprivate var community: Response {
    guard let communityHealth else { return Response(404, text: #"{"message": "Not Found"}"#) }
    return Response(200, text: #"{"health_percentage": \#(communityHealth)}"#)
  }

  /// `GET /repos/{owner}/{repo}/stargazers/history`, whose weeks begin on Sundays.
  fileprivate func stars(_ url: URL) -> Response {
    let parts = url.pathComponents
    guard parts.count > 3, let repository = repository(parts[2], parts[3]) else {
      return Response(404, text: #"{"message": "Not Found"}"#)
    }
    let days = repository.stars.keys.sorted()
    guard let first = days.first, let last = days.last else { return Response(200, text: "[]") }
    let query = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
    let page = query.first { $0.name == "page" }?.value.flatMap { Int($0) } ?? 1
    let weeks = Array(stride(from: last.sunday, through: first.sunday, by: -7))
    let rest = weeks.dropFirst((page - 1) * weeksOfPage)
    let shown = rest.prefix(weeksOfPage)
      .map { week -> JSONValue in
        let counts = (0..<7).map { JSONValue.int(repository.stars[week.advanced(by: $0)] ?? 0) }
        return ["week": .int(week.start.seconds), "days": .array(counts)]
      }
    var headers: Headers = [:]
    if rest.count > weeksOfPage {
      headers["Link"] =
        "<https://api.github.com\(url.path)?per_page=30&page=\(page + 1)>; rel=\"next\""
    }
    return Response(200, headers, text: JSONWriter.text(.array(shown)))
  }
}

extension Day {
  fileprivate var sunday: Day { advanced(by: -((weekday + 1) % 7)) }
}
