package import Model

extension GitHubAPI {
  /// Reads only which forks there are, many pages at once, from cursors that are known already.
  ///
  /// A cursor stands for the row it was made of, so a page begins behind that row, whether it is
  /// still there or not; what was deleted makes pages overlap.
  ///
  /// - Parameters:
  ///   - repository: Whose forks.
  ///   - cursors: Where pages begin, besides the first.
  /// - Returns: Node ids; nil where a page did not come.
  /// - Throws: ``APIFailure``.
  package func forkIDs(
    of repository: RepositoryName,
    after cursors: [String]
  ) async throws -> Set<String>? {
    var ids: Set<String> = []
    var rest = [nil] + cursors.map(Optional.some)
    while !rest.isEmpty {
      try Task.checkCancellation()
      let batch = rest.prefix(Self.pagesAtOnce)
      rest.removeFirst(batch.count)
      guard let found = try await forkIDs(of: repository, pages: Array(batch)) else { return nil }
      ids.formUnion(found)
    }
    return ids
  }

  /// Ninety full pages stay below the nodes at which GitHub cuts an answer short.
  private static let pagesAtOnce = 90

  private func forkIDs(
    of repository: RepositoryName,
    pages: [String?]
  ) async throws -> [String]? {
    var members: [JSONValue.Member] = [
      .init("owner", .string(repository.owner)), .init("name", .string(repository.name)),
    ]
    members += pages.enumerated().map { .init("after\($0)", JSONValue($1)) }
    let answer: GraphQLAnswer<ForkPagesAnswer> = try await execute(
      Self.forkPagesDocument(count: pages.count),
      named: "ForkPages",
      variables: .object(members),
      points: 1
    )
    let connections = (0..<pages.count).map { answer.data?.repository?["page\($0)"] ?? nil }
    guard answer.errors?.isEmpty ?? true, connections.allSatisfy({ $0?.nodes != nil }) else {
      return nil
    }
    return connections.flatMap { $0?.nodes ?? [] }.compactMap { $0?.id }
  }

  private struct ForkPagesAnswer: Decodable {
    var repository: [String: FactsAnswer.Connection<FactsAnswer.Fork>?]?
  }

  /// A document with that many pages; the cursors are variables.
  private static func forkPagesDocument(count: Int) -> String {
    let variables = (0..<count).map { "$after\($0): String" }.joined(separator: ", ")
    let pages = (0..<count)
      .map { index in
        """
            page\(index): forks(
              first: 100, after: $after\(index), orderBy: { field: CREATED_AT, direction: DESC }
            ) { nodes { id } }
        """
      }
    return """
      query ForkPages($owner: String!, $name: String!, \(variables)) {
        repository(owner: $owner, name: $name, followRenames: true) {
      \(pages.joined(separator: "\n"))
        }
      }
      """
  }
}
