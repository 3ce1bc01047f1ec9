package import Model
import Resilience

/// Who can see a repository.
package enum Visibility: Hashable, Sendable {
  case everybody
  /// Those who were let in; also an enterprise's members.
  case members
  /// There is none of this name, or the token may not see it.
  case hidden
}

extension GitHubAPI {
  /// Who can see each of some repositories, read together for one point.
  ///
  /// - Parameter names: Each once, at most a hundred.
  /// - Returns: The visibility of every name.
  /// - Throws: `APIFailure` when GitHub refuses the whole document.
  package func visibility(
    of names: [RepositoryName]
  ) async throws -> [RepositoryName: Visibility] {
    guard !names.isEmpty else { return [:] }
    let aliases = names.indices.map(String.init)
    let parameters = aliases.map { "$o\($0): String!, $n\($0): String!" }.joined(separator: ", ")
    let fields = aliases.map { "r\($0): repository(owner: $o\($0), name: $n\($0)) { isPrivate }" }
      .joined(separator: " ")
    let variables = zip(aliases, names)
      .flatMap { alias, name -> [JSONValue.Member] in
        [.init("o\(alias)", .string(name.owner)), .init("n\(alias)", .string(name.name))]
      }
    let answer: GraphQLAnswer<[String: Reply?]> = try await execute(
      "query RepositoryVisibility(\(parameters)) { \(fields) }",
      named: "RepositoryVisibility",
      variables: .object(variables),
      priority: .snapshot
    )
    var found: [RepositoryName: Visibility] = [:]
    for (alias, name) in zip(aliases, names) {
      let reply = answer.data?["r\(alias)"] ?? nil
      found[name] = reply.map { $0.isPrivate ? .members : .everybody } ?? .hidden
    }
    return found
  }
}

private struct Reply: Decodable {
  var isPrivate: Bool
}
