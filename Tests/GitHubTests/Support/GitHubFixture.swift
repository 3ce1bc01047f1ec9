import Foundation
import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

/// A GitHub that gives planned answers, and the repository that the tests ask about.
struct GitHubFixture {
  let transport: ScriptedTransport
  let api: GitHubAPI
  let name: RepositoryName

  init(_ responses: [Response]) throws {
    transport = ScriptedTransport(responses)
    api = GitHubAPI(
      endpoints: .init(
        rest: try #require(URL(string: "https://api.github.com")),
        graphQL: try #require(URL(string: "https://api.github.com/graphql")),
        server: try #require(URL(string: "https://github.com"))
      ),
      client: transport
    )
    name = try #require(RepositoryName("octo/tool"))
  }

  /// What the requests so far carried, as text.
  var bodies: [String] { transport.requests.map { String(decoding: $0.body, as: UTF8.self) } }

  /// A request for every section, with small pages.
  var everything: FactsRequest {
    FactsRequest(
      repository: name,
      label: "repo-vitals",
      wantsCounts: true,
      issues: .init(page: .init(first: 4), selection: .all, inside: 2),
      pulls: .init(page: .init(first: 4), selection: .all, inside: 2),
      commits: .init(page: .init(first: 3)),
      forks: .init(first: 2),
      releases: .init(first: 2),
      ownIssues: .init(page: .init(first: 1), onlyOpen: false)
    )
  }

  /// Takes the failure out of a call that must fail.
  static func failure(
    of body: () async throws -> some Any,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> APIFailure {
    let error = await #expect(throws: APIFailure.self, sourceLocation: sourceLocation) {
      _ = try await body()
    }
    return try #require(error, sourceLocation: sourceLocation)
  }

  /// A file beside the tests.
  static func file(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }
}

extension Response {
  /// A good answer with a document.
  init(_ document: JSONValue) {
    self.init(200, text: JSONWriter.text(document))
  }

  /// A good GraphQL answer about `octo/tool`, with further fields of the repository.
  static func facts(
    _ fields: [JSONValue.Member] = [],
    beside: [JSONValue.Member] = [],
    errors: [JSONValue] = []
  ) -> Response {
    let identity: [JSONValue.Member] = [
      .init("databaseId", 7), .init("nameWithOwner", "octo/tool"),
      .init("createdAt", "2020-01-01T00:00:00Z"), .init("isPrivate", false),
    ]
    let data: [JSONValue.Member] = [.init("repository", .object(identity + fields))] + beside
    return Response(document(data: .object(data), errors: errors))
  }

  /// A GraphQL answer without a repository.
  static func refused(_ errors: [JSONValue]) -> Response {
    Response(document(data: ["repository": nil], errors: errors))
  }

  private static func document(data: JSONValue, errors: [JSONValue]) -> JSONValue {
    let members: [JSONValue.Member] = [.init("data", data)]
    return .object(errors.isEmpty ? members : members + [.init("errors", .array(errors))])
  }
}

/// An entry of `errors`.
func graphQLError(_ type: String, _ message: String, at path: [JSONValue] = []) -> JSONValue {
  ["type": .string(type), "message": .string(message), "path": .array(path)]
}

extension JSONValue {
  /// The value of a key of an object.
  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
