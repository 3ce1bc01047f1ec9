import Model

extension Answers {
  private typealias Member = JSONValue.Member

  /// The issues that carry the tool's label, the newest first.
  func own(_ variables: FactsVariables) -> [JSONValue.Member] {
    guard variables.own == true else { return [] }
    let label = variables.label?.lowercased()
    let rows = written.filter { row in
      row.item.createdAt <= now && row.labels.contains { $0.lowercased() == label }
        && variables.ownStates?.contains(row.item.state.answer) ?? true
    }
    let position = { (row: WrittenItem) in
      Position.newestFirst(row.item.createdAt, row.item.number)
    }
    let connection = JSONValue.connection(
      rows.sorted { position($0) < position($1) },
      PageVariables(first: variables.ownFirst, after: variables.ownAfter),
      hasTotal: false,
      position: position,
      node: node
    )
    return [Member("own", connection)]
  }

  private func node(_ own: WrittenItem) -> JSONValue {
    [
      "number": .int(own.item.number), "url": .string(page(of: own.item.number)),
      "title": .string(own.item.title), "state": .string(own.item.state.answer),
      "body": .string(own.body), "viewerDidAuthor": true,
      "author": ["login": JSONValue(own.item.author?.login)],
      "labels": ["nodes": .array(own.labels.map { ["name": .string($0)] })],
    ]
  }

  /// The answer to `IssueNow`, which knows what a client wrote.
  func issueNow(_ number: Int) -> JSONValue {
    guard
      let own = written.first(where: { $0.item.number == number && $0.item.createdAt <= now }),
      case .object(let members) = node(own)
    else { return .refusal("NOT_FOUND", "Could not resolve to an issue with the number \(number)") }
    let comments = own.comments.map { ["body": .string($0), "viewerDidAuthor": true] as JSONValue }
    let issue = members + [.init("comments", ["nodes": .array(comments)])]
    return ["data": ["repository": ["issue": .object(issue)]]]
  }

  /// The answer to `ItemConversation`.
  func conversation(_ variables: ConversationVariables) -> JSONValue {
    guard let item = item(id: variables.id) else {
      let message = "Could not resolve to a node with the global id of '\(variables.id)'"
      return [
        "data": ["rateLimit": rateLimit, "node": .null],
        "errors": [.error("NOT_FOUND", at: ["node"], message)],
      ]
    }
    var members: [Member] = []
    if variables.comments == true {
      let page = PageVariables(first: 100, after: variables.commentsAfter)
      members.append(Member("comments", JSONValue(comments: item.comments.elements, page)))
    }
    if variables.reviews == true, item.kind == .pull {
      let page = PageVariables(first: 100, after: variables.reviewsAfter)
      members.append(Member("reviews", JSONValue(reviews: item.reviews.elements, page)))
    }
    return ["data": ["rateLimit": rateLimit, "node": .object(members)]]
  }

  /// An issue as REST shows it; nil where there is none yet.
  func issue(_ number: Int) -> JSONValue? {
    if let own = written.first(where: { $0.item.number == number }), own.item.createdAt <= now {
      return document(own.item, body: own.body, labels: own.labels)
    }
    let index = number - 1
    guard life.items.indices.contains(index), let item = life.items[index].item(asOf: now) else {
      return nil
    }
    return document(item, body: "", labels: [])
  }

  private func document(_ item: Item, body: String, labels: [String]) -> JSONValue {
    [
      "number": .int(item.number), "html_url": .string(page(of: item.number)),
      "title": .string(item.title), "body": .string(body),
      "state": .string(item.state == .open ? "open" : "closed"),
      "user": item.author.map { ["id": JSONValue($0.id), "login": .string($0.login)] } ?? .null,
      "labels": .array(labels.map { ["name": .string($0)] }),
      "created_at": JSONValue(item.createdAt), "updated_at": JSONValue(item.updatedAt),
      "closed_at": JSONValue(item.closedAt),
    ]
  }

  private func page(of number: Int) -> String {
    "https://github.com/\(life.repository.name)/issues/\(number)"
  }
}
