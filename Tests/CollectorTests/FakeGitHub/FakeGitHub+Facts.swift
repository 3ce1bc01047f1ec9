import Model
import TestSupport

@testable import GitHub

extension FakeGitHub.State {
  /// The answer to `RepositoryFacts`.
  func facts(_ variables: Variables) -> JSONValue {
    let found = repository(variables.text("owner") ?? "", variables.text("name") ?? "")
    guard let found else {
      return failure("NOT_FOUND", at: ["repository"])
    }
    if variables.nodes > nodeLimit {
      return failure("RESOURCE_LIMITS_EXCEEDED", at: ["repository"])
    }
    let fields: [JSONValue.Member] =
      found.identity + found.counts(variables) + found.connections(variables)
      + profile.filter { field in
        FactsSection(key: field.key).map { variables.isOn($0.rawValue) } ?? false
      }
    let shown = fields.filter { field in FactsSection(key: field.key).map(isReadable) ?? true }
    let hidden = Set(fields.compactMap { FactsSection(key: $0.key) }).intersection(refused)
    var data: [JSONValue.Member] = [
      .init("rateLimit", ["cost": 1]), .init("viewer", ["login": "tool"]),
      .init("repository", .object(shown)),
    ]
    if variables.isOn("cut") {
      let ids = (variables.texts("cutIssues") ?? []) + (variables.texts("cutPulls") ?? [])
      let items = ids.map { id in found.items.first { $0.node == id } }
      let nodes = items.map { $0.map { $0.answer(comments: 100, reviews: 100) } ?? .null }
      let issues = variables.texts("cutIssues")?.count ?? 0
      data.append(.init("cutIssues", .array(Array(nodes.prefix(issues)))))
      data.append(.init("cutPulls", .array(Array(nodes.dropFirst(issues)))))
    }
    let errors = hidden.map { section -> JSONValue in
      [
        "type": "FORBIDDEN",
        "path": [
          "repository", .string(section.key),
        ],
        "message": "Resource not accessible by integration",
      ]
    }
    return ["data": .object(data), "errors": .array(errors)]
  }

  /// The answer to `ItemConversation`.
  func conversation(_ variables: Variables) -> JSONValue {
    let items = repositories.values.flatMap(\.items)
    guard let item = items.first(where: { $0.node == variables.text("id") }) else {
      return failure("NOT_FOUND", at: ["node"])
    }
    var node: [JSONValue.Member] = []
    if variables.isOn("comments") {
      let after = variables.text("commentsAfter").flatMap { Int($0) } ?? 0
      node.append(.init("comments", item.comments(100, after: after)))
    }
    if variables.isOn("reviews") {
      let after = variables.text("reviewsAfter").flatMap { Int($0) } ?? 0
      node.append(.init("reviews", item.reviews(100, after: after)))
    }
    return ["data": ["node": .object(node)]]
  }

  /// The answer to `ForkPages`.
  func forkPages(_ variables: Variables) -> JSONValue {
    let found = repository(variables.text("owner") ?? "", variables.text("name") ?? "")
    guard let found else { return failure("NOT_FOUND", at: ["repository"]) }
    let forks = found.forks.map { (cursor: Key($0.createdAt, $0.id).text, id: $0.id) }
      .sorted { $0.cursor > $1.cursor }
    let pages = (0..<variables.count(prefix: "after"))
      .map { index -> JSONValue.Member in
        let after = variables.text("after\(index)")
        let shown = forks.filter { fork in after.map { fork.cursor < $0 } ?? true }.prefix(100)
        return .init("page\(index)", ["nodes": .array(shown.map { ["id": .string($0.id)] })])
      }
    return ["data": ["repository": .object(pages)]]
  }

  private func isReadable(_ section: FactsSection) -> Bool {
    !refused.contains(section) && !silent.contains(section)
  }

  private func failure(_ type: JSONValue, at path: JSONValue) -> JSONValue {
    ["data": ["repository": nil], "errors": [["type": type, "path": path, "message": "No."]]]
  }
}

extension Variables {
  /// Nodes of the largest connections, as far as a limit needs to see them.
  fileprivate var nodes: Int {
    let issues = isOn("issues") ? number("issuesFirst") * (1 + number("issueComments")) : 0
    let pulls = isOn("pulls") ? number("pullsFirst") * (1 + 2 * number("pullComments")) : 0
    return issues + pulls
  }
}

extension FakeRepository {
  fileprivate var identity: [JSONValue.Member] {
    [
      .init("databaseId", .int(record.id.rawValue)),
      .init("nameWithOwner", .string(record.name.description)),
      .init("createdAt", JSONValue(record.createdAt)), .init("isPrivate", .bool(record.isPrivate)),
      .init("isFork", .bool(record.isFork)), .init("isArchived", .bool(record.isArchived)),
      .init("hasIssuesEnabled", .bool(record.hasIssues)),
    ]
  }

  fileprivate func counts(_ variables: Variables) -> [JSONValue.Member] {
    guard variables.isOn("counts") else { return [] }
    func open(_ kind: Item.Kind) -> JSONValue {
      ["totalCount": .int(items.count { $0.kind == kind && $0.state == .open })]
    }
    let watchers: [JSONValue.Member] =
      variables.isOn("watchers") ? [.init("watchers", ["totalCount": 4])] : []
    return watchers + [
      .init("stargazerCount", .int(stars.values.reduce(0, +))), .init("diskUsage", 12),
    ]
      + (variables.isOn("openIssues") ? [.init("openIssues", open(.issue))] : [])
      + (variables.isOn("openPulls") ? [.init("openPulls", open(.pull))] : [])
  }

  fileprivate func connections(_ variables: Variables) -> [JSONValue.Member] {
    var fields: [JSONValue.Member] = []
    if variables.isOn("issues") { fields += items(.issue, "issues", variables) }
    if variables.isOn("pulls") { fields += items(.pull, "pulls", variables) }
    fields.append(.init("defaultBranchRef", branch(variables)))
    if variables.isOn("commitsAtHead") {
      let head = variables.text("head") ?? ""
      let history = commits.first?.oid == head ? commits : formerHistories[head]
      fields.append(.init("commitsAtHead", history.map { target($0, variables) } ?? .null))
    }
    if variables.isOn("forks") {
      let nodes = forks.map { fork in
        (
          Key(fork.createdAt, fork.id),
          ["id": .string(fork.id), "createdAt": JSONValue(fork.createdAt)] as JSONValue
        )
      }
      fields.append(.init("forks", page(nodes, "forks", variables)))
    }
    if variables.isOn("releases") {
      let nodes = releases.map { (Key($0.createdAt, String($0.id)), $0.answer) }
      fields.append(.init("releases", page(nodes, "releases", variables)))
    }
    if variables.isOn("own") {
      let nodes = items.filter { labelled[$0.number] != nil }.map { own($0) }
      fields.append(.init("own", page(nodes, "own", variables)))
    }
    return fields
  }

  private func items(
    _ kind: Item.Kind,
    _ name: String,
    _ variables: Variables
  ) -> [JSONValue.Member] {
    let all = items.filter { $0.kind == kind }
    let states = variables.texts(kind == .issue ? "issueStates" : "pullStates")
    let comments = variables.number(kind == .issue ? "issueComments" : "pullComments")
    let shown = all.filter { states?.contains($0.state.rawValue.uppercased()) ?? true }
      .map { ($0.key, $0.answer(comments: comments, reviews: variables.number("pullReviews"))) }
    let newest = all.map(\.updatedAt).max().map { ["updatedAt": JSONValue($0)] as JSONValue }
    let total: JSONValue = [
      "totalCount": .int(all.count), "nodes": .array([newest].compactMap(\.self)),
    ]
    return [.init("\(name)Total", total), .init(name, page(shown, name, variables))]
  }

  private func branch(_ variables: Variables) -> JSONValue {
    guard !commits.isEmpty else { return .null }
    return ["name": "main", "target": target(commits, variables)]
  }

  private func target(_ history: [Commit], _ variables: Variables) -> JSONValue {
    let head = history.first?.oid ?? ""
    guard variables.isOn("commits") || variables.isOn("commitsAtHead") else {
      return ["oid": .string(head)]
    }
    let after = variables.text("commitsAfter")?.split(separator: " ").last.flatMap { Int($0) }
    let rows = slice(history, variables.number("commitsFirst"), after: after.map { $0 + 1 } ?? 0) {
      "\(head) \($0 - 1)"
    } node: {
      $0.answer
    }
    return ["oid": .string(head), "history": rows]
  }

  private func own(_ item: Item) -> (Key, JSONValue) {
    let node: JSONValue = [
      "number": .int(item.number), "url": "https://github.com/x", "title": .string(item.title),
      "state": .string(item.state == .open ? "OPEN" : "CLOSED"),
      "body": .string(labelled[item.number]?.body ?? ""),
      "viewerDidAuthor": .bool(labelled[item.number]?.isByViewer ?? false),
      "author": ["login": "someone"],
    ]
    return (Key(item.createdAt, String(item.number)), node)
  }

  /// The newest rows after a cursor, which holds what they are sorted by.
  private func page(
    _ rows: [(key: Key, node: JSONValue)],
    _ name: String,
    _ variables: Variables
  ) -> JSONValue {
    let sorted = rows.sorted { $0.key > $1.key }
    let after = variables.text("\(name)After")
    let rest = sorted.filter { row in after.map { row.key.text < $0 } ?? true }
    let shown = rest.prefix(variables.number("\(name)First"))
    let next = shown.count < rest.count ? shown.last?.key.text : nil
    return [
      "totalCount": .int(rows.count),
      "pageInfo": ["hasNextPage": .bool(next != nil), "endCursor": JSONValue(next)],
      "nodes": .array(shown.map(\.node)),
    ]
  }
}

extension FactsSection {
  /// A key of the section in the answer.
  fileprivate var key: String {
    switch self {
    case .commits: "defaultBranchRef"
    case .licence: "licenseInfo"
    case .topics: "repositoryTopics"
    default: rawValue
    }
  }
}
