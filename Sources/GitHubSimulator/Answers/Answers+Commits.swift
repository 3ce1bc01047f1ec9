import Model

extension Answers {
  private typealias Member = JSONValue.Member

  /// The default branch with its newest commits, and a page behind a commit of it.
  func commits(_ variables: FactsVariables) -> [JSONValue.Member] {
    var members: [Member] = []
    if let history = life.history(asOf: now), let tip = history.first {
      var target = [Member("oid", .string(tip.oid))]
      if variables.commits == true {
        target.append(Member("history", page(of: history, variables.commitsFirst, after: nil)))
      }
      let branch: JSONValue = [
        "name": JSONValue(life.repository.defaultBranch), "target": .object(target),
      ]
      members.append(Member("defaultBranchRef", branch))
    } else {
      members.append(Member("defaultBranchRef", .null))
    }
    guard variables.commitsAtHead == true else { return members }
    let history = life.history(asOf: now, head: variables.head ?? "")
    members.append(
      Member(
        "commitsAtHead",
        history.map {
          [
            "oid": JSONValue(variables.head),
            "history": page(of: $0, variables.commitsFirst, after: variables.commitsAfter),
          ]
        } ?? .null
      )
    )
    return members
  }

  /// GitHub's cursors of a history are its head and the place of the row, counted from 0.
  private func page(of history: [Commit], _ first: Int?, after: String?) -> JSONValue {
    let place = after?.split(separator: " ").last.flatMap { Int($0) }
    let rest = history.dropFirst(place.map { $0 + 1 } ?? 0)
    let shown = rest.prefix(first ?? 1)
    let last = shown.isEmpty ? nil : "\(history[0].oid) \(shown.endIndex - 1)"
    return .connection(
      shown.map(JSONValue.init(commit:)),
      total: history.count,
      next: (hasMore: shown.count < rest.count, cursor: last)
    )
  }
}
