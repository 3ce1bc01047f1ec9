import CurlTransport
import Foundation
import GitHub
import GitHubSimulator
import HTTP
import Model
import Testing

/// A simulated GitHub with the product's client, and a life to compare its answers with.
struct SimulatorFixture {
  /// Shared, since writing a life takes longer than reading one.
  static let life = Simulation()
  static let token = "simulated-token"

  let github: SimulatedGitHub
  let api: GitHubAPI
  let base: URL
  let client: Client

  var life: Simulation { Self.life }
  var name: RepositoryName { life.repository.name }
  let now = Simulation.defaultNow

  init(token: String = token) throws {
    github = try #require(SimulatedGitHub(Self.life))
    base = try #require(URL(string: github.baseURL))
    client = Client(transport: CurlTransport(), middlewares: [Credentials(token: token)])
    api = GitHubAPI(
      endpoints: .init(
        rest: base,
        graphQL: try #require(URL(string: github.graphQLURL)),
        server: try #require(URL(string: "https://github.com"))
      ),
      client: client
    )
  }

  /// Sends a request as it is.
  func send(
    _ method: Request.Method,
    _ path: String,
    _ document: JSONValue? = nil
  ) async throws -> Response {
    let url = try #require(URL(string: github.baseURL + path))
    return try await client.send(
      Request(method, url, body: document.map { JSONWriter.bytes($0) } ?? [])
    )
  }

  /// Sends a document with its variables, of which only `operation` is looked at.
  func execute(_ operation: String, _ variables: JSONValue) async throws -> Response {
    let body: JSONValue = ["operationName": .string(operation), "variables": variables]
    return try await send(.post, "/graphql", body)
  }

  /// Pages through a connection until its end.
  func all<Row>(
    _ request: (FactsRequest.Page) -> FactsRequest,
    first: Int,
    _ rows: (FactsPage) -> FactsPage.Rows<Row>?
  ) async throws -> [Row] {
    var read: [Row] = []
    var after: String?
    repeat {
      let answer = try await api.facts(request(.init(first: first, after: after)))
      let page = try #require(rows(answer))
      #expect(page.rows.count <= first)
      read += page.rows
      after = page.next
    } while after != nil
    return read
  }
}

private struct Credentials: Middleware {
  let token: String

  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var request = request
    request.headers["Authorization"] = "Bearer \(token)"
    return try await next(request)
  }
}
