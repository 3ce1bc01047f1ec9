import Model

extension Answers {
  private typealias Member = JSONValue.Member

  /// The answer to `RepositoryFacts`.
  func facts(_ variables: FactsVariables) -> JSONValue {
    if let size = variables.excessiveSize {
      return .refusal(
        "EXCESSIVE_PAGINATION",
        "Requesting \(size) records on a connection exceeds the limit of 100 records."
      )
    }
    var data = [
      Member("rateLimit", rateLimit), Member("viewer", ["login": "github-actions[bot]"]),
    ]
    guard isNamed(variables.owner, variables.name) else {
      let name = "\(variables.owner)/\(variables.name)"
      let error = JSONValue.error(
        "NOT_FOUND",
        at: ["repository"],
        "Could not resolve to a Repository with the name '\(name)'."
      )
      return ["data": .object(data + [Member("repository", .null)]), "errors": [error]]
    }
    var errors: [JSONValue] = []
    data.append(Member("repository", .object(admitted(repository(variables), &errors))))
    if variables.cut == true {
      let cuts: [(String, [String], Item.Kind)] = [
        ("cutIssues", variables.cutIssues ?? [], .issue),
        ("cutPulls", variables.cutPulls ?? [], .pull),
      ]
      for (key, ids, kind) in cuts {
        data.append(Member(key, .array(again(ids, kind, at: key, &errors))))
      }
    }
    let answer = [Member("data", .object(data))]
    return .object(errors.isEmpty ? answer : answer + [Member("errors", .array(errors))])
  }

  /// Items that are read again with a hundred rows inside; null for one that is gone.
  private func again(
    _ ids: [String],
    _ kind: Item.Kind,
    at key: String,
    _ errors: inout [JSONValue]
  ) -> [JSONValue] {
    let known = items(kind)
    return ids.enumerated()
      .map { index, id in
        if let item = known.first(where: { $0.nodeID == id }) {
          return item.node(comments: 100, reviews: 100)
        }
        let message = "Could not resolve to a node with the global id of '\(id)'"
        errors.append(.error("NOT_FOUND", at: [.string(key), .int(index)], message))
        return .null
      }
  }

  /// Members of the repository, with null and an error for each that may not be read.
  private func admitted(_ members: [Member], _ errors: inout [JSONValue]) -> [Member] {
    members.map { member in
      guard refused.contains(member.key) else { return member }
      let message = "Resource not accessible by integration"
      errors.append(.error("FORBIDDEN", at: ["repository", .string(member.key)], message))
      return Member(member.key, .null)
    }
  }

  private func repository(_ variables: FactsVariables) -> [Member] {
    let it = life.repository
    let facts: [Member] = [
      Member("databaseId", .int(it.id.rawValue)),
      Member("nameWithOwner", .string(it.name.description)),
      Member("createdAt", JSONValue(it.createdAt)),
      Member("isArchived", .bool(it.isArchived)), Member("isPrivate", .bool(it.isPrivate)),
      Member("isFork", .bool(it.isFork)), Member("hasIssuesEnabled", .bool(it.hasIssues)),
    ]
    return facts + counts(variables) + issues(variables) + pulls(variables) + commits(variables)
      + forks(variables) + releases(variables) + own(variables)
  }

  private func counts(_ variables: FactsVariables) -> [Member] {
    let stars = life.starCount(asOf: now)
    // The document asks for the stars whether or not it wants the counts.
    var members = [Member("stargazerCount", .int(stars))]
    if variables.counts == true {
      let commits = life.history(asOf: now)?.count ?? 0
      members.append(Member("diskUsage", .int(900 + 3 * commits)))
    }
    if variables.watchers == true {
      members.append(Member("watchers", ["totalCount": .int(3 + stars / 30)]))
    }
    members += Self.profile(variables)
    if variables.counts == true {
      let open = (issues: items(.issue, states: ["OPEN"]), pulls: items(.pull, states: ["OPEN"]))
      members += [
        Member("openIssues", ["totalCount": .int(open.issues.count)]),
        Member("openPulls", ["totalCount": .int(open.pulls.count)]),
      ]
    }
    return members
  }

  /// A profile that nobody has filled in.
  private static func profile(_ variables: FactsVariables) -> [Member] {
    let parts: [(isWanted: Bool?, Member)] = [
      (variables.languages, Member("languages", ["edges": []])),
      (variables.licence, Member("licenseInfo", .null)),
      (variables.topics, Member("repositoryTopics", ["nodes": []])),
      (variables.discussions, Member("discussions", ["totalCount": 0])),
    ]
    return parts.filter { $0.isWanted == true }.map(\.1)
  }

  private func issues(_ variables: FactsVariables) -> [Member] {
    guard variables.issues == true else { return [] }
    let page = PageVariables(first: variables.issuesFirst, after: variables.issuesAfter)
    return list("issues", .issue, page, states: variables.issueStates) {
      $0.node(comments: variables.issueComments ?? 1)
    }
  }

  private func pulls(_ variables: FactsVariables) -> [Member] {
    guard variables.pulls == true else { return [] }
    let page = PageVariables(first: variables.pullsFirst, after: variables.pullsAfter)
    return list("pulls", .pull, page, states: variables.pullStates) {
      $0.node(comments: variables.pullComments ?? 1, reviews: variables.pullReviews ?? 1)
    }
  }

  /// A page of items, and beside it what all items amount to.
  private func list(
    _ key: String,
    _ kind: Item.Kind,
    _ page: PageVariables,
    states: [String]?,
    node: (Item) -> JSONValue
  ) -> [Member] {
    let all = items(kind)
    let newest = all.first.map { [["updatedAt": JSONValue($0.updatedAt)]] as JSONValue } ?? []
    let rows = all.filter { states?.contains($0.state.answer) ?? true }
    return [
      Member("\(key)Total", ["totalCount": .int(all.count), "nodes": newest]),
      Member(
        key,
        .connection(rows, page, hasTotal: false, position: Self.position, node: node)
      ),
    ]
  }

  private func forks(_ variables: FactsVariables) -> [Member] {
    guard variables.forks == true else { return [] }
    let rows = Array(life.forks(asOf: now).enumerated())
    let count = rows.count
    let connection = JSONValue.connection(
      rows,
      PageVariables(first: variables.forksFirst, after: variables.forksAfter),
      position: { .newestFirst($0.element.createdAt, count - $0.offset) },
      node: { ["id": .string($0.element.id), "createdAt": JSONValue($0.element.createdAt)] }
    )
    return [Member("forks", connection)]
  }

  private func releases(_ variables: FactsVariables) -> [Member] {
    guard variables.releases == true else { return [] }
    let connection = JSONValue.connection(
      life.releases(asOf: now),
      PageVariables(first: variables.releasesFirst, after: variables.releasesAfter),
      position: { .newestFirst($0.createdAt, $0.id) },
      node: JSONValue.init(release:)
    )
    return [Member("releases", connection)]
  }
}
