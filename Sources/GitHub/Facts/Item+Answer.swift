import Model

/// An issue or a pull request of an answer.
protocol ItemAnswer {
  var id: String? { get }
  /// The item in the words of the model; nil where it lacks its number or a date.
  var item: Item? { get }
  /// True when GitHub has more inside than it sent.
  var isCut: Bool { get }
}

extension CutItem {
  /// The items among `nodes` that have more inside than the `asked` rows.
  static func among(_ nodes: [(some ItemAnswer)?]?, asked: Int) -> [CutItem] {
    (nodes ?? [])
      .compactMap { node in
        guard let node, node.isCut, let id = node.id, let item = node.item else { return nil }
        return CutItem(id: id, item: item, isLong: asked >= FactsDocument.whole)
      }
  }
}

extension FactsAnswer.Connection {
  /// True when GitHub sent every row that it counts.
  fileprivate var isWhole: Bool {
    guard let nodes, !nodes.contains(where: { $0 == nil }) else { return false }
    return pageInfo?.hasNextPage != true && nodes.count == totalCount
  }
}

extension FactsAnswer.Issue: ItemAnswer {
  var isCut: Bool { comments?.isWhole != true }

  var item: Item? {
    guard let number, let createdAt = createdAt?.value, let updatedAt = updatedAt?.value else {
      return nil
    }
    return Item(
      number: number,
      kind: .issue,
      title: title ?? "",
      author: author.flatMap(Account.init),
      createdAt: createdAt,
      updatedAt: updatedAt,
      state: state == "OPEN" ? .open : .closed,
      closedAt: closedAt?.value,
      isLocked: locked ?? false,
      comments: Nested(comments) { Comment($0) }
    )
  }
}

extension FactsAnswer.Pull: ItemAnswer {
  var isCut: Bool { comments?.isWhole != true || reviews?.isWhole != true }

  var item: Item? {
    guard let number, let createdAt = createdAt?.value, let updatedAt = updatedAt?.value else {
      return nil
    }
    let size: ChangeSize? =
      if let additions, let deletions, let changedFiles {
        ChangeSize(additions: additions, deletions: deletions, files: changedFiles)
      } else {
        nil
      }
    return Item(
      number: number,
      kind: .pull,
      title: title ?? "",
      author: author.flatMap(Account.init),
      createdAt: createdAt,
      updatedAt: updatedAt,
      state: state == "OPEN" ? .open : state == "MERGED" ? .merged : .closed,
      closedAt: closedAt?.value,
      mergedAt: mergedAt?.value,
      isDraft: isDraft ?? false,
      isLocked: locked ?? false,
      size: size,
      comments: Nested(comments) { Comment($0) },
      reviews: Nested(reviews) { Review($0) }
    )
  }
}

extension Nested {
  /// What is inside an item.
  ///
  /// A missing connection changes nothing; a pending review, which only
  /// its author sees, is left out and keeps the rest whole.
  init<Node: Decodable>(
    _ connection: FactsAnswer.Connection<Node>?,
    _ row: (Node) -> Element?
  ) {
    guard let connection, let nodes = connection.nodes else {
      self.init([], isWhole: false)
      return
    }
    self.init(nodes.compactMap { $0.flatMap(row) }, isWhole: connection.isWhole)
  }
}

extension Comment {
  init?(_ answer: FactsAnswer.Comment) {
    guard let id = answer.fullDatabaseId?.value, let createdAt = answer.createdAt?.value else {
      return nil
    }
    self.init(id: id, author: answer.author.flatMap(Account.init), createdAt: createdAt)
  }
}

extension Review {
  init?(_ answer: FactsAnswer.Review) {
    guard
      let id = answer.fullDatabaseId?.value, let submittedAt = answer.submittedAt?.value,
      let state = answer.state.flatMap(State.init(rawValue:))
    else { return nil }
    self.init(
      id: id,
      author: answer.author.flatMap(Account.init),
      state: state,
      submittedAt: submittedAt
    )
  }
}

extension Account {
  /// Nil where there is no login: the account was deleted.
  ///
  /// A bot has one name beside its items and another, typed as a user's, beside its commits; it is
  /// the same account.
  init?(_ answer: FactsAnswer.Actor) {
    guard let login = answer.login else { return nil }
    guard !login.hasSuffix(Self.botSuffix) else {
      let name = String(login.dropLast(Self.botSuffix.count))
      self.init(id: answer.databaseId, login: name, kind: .bot)
      return
    }
    let kind = answer.__typename.flatMap(Kind.init(rawValue:)) ?? .user
    self.init(id: answer.databaseId, login: login, kind: kind)
  }

  private static let botSuffix = "[bot]"
}
