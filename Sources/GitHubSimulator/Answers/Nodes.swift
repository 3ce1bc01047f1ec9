import Model

// What the product's fragments ask of a row, in the fragments' order.

extension JSONValue {
  /// An `Actor`; null where the account was deleted.
  init(actor account: Account?) {
    guard let account else {
      self = .null
      return
    }
    self = [
      "__typename": .string(account.kind.rawValue), "login": .string(account.login),
      "databaseId": JSONValue(account.id),
    ]
  }

  init(comments: [Comment], _ page: PageVariables) {
    self = .connection(
      comments,
      page,
      position: { Position(first: $0.createdAt.seconds, second: $0.id) },
      node: {
        [
          "fullDatabaseId": .string(String($0.id)), "createdAt": JSONValue($0.createdAt),
          "author": JSONValue(actor: $0.author),
        ]
      }
    )
  }

  init(reviews: [Review], _ page: PageVariables) {
    self = .connection(
      reviews,
      page,
      position: { Position(first: $0.submittedAt.seconds, second: $0.id) },
      node: {
        [
          "fullDatabaseId": .string(String($0.id)), "state": .string($0.state.rawValue),
          "submittedAt": JSONValue($0.submittedAt), "author": JSONValue(actor: $0.author),
        ]
      }
    )
  }

  init(commit: Commit) {
    // GitHub types the account behind a commit as a user, whatever it is.
    let user = commit.author.map { Account(id: $0.id, login: $0.login) }
    self = [
      "oid": .string(commit.oid), "committedDate": JSONValue(commit.committedAt),
      "author": ["email": .string(commit.email), "user": JSONValue(actor: user)],
    ]
  }

  init(release: Release) {
    let assets = release.assets.elements.prefix(10)
      .map { asset -> JSONValue in
        [
          "id": .string(asset.id), "name": .string(asset.name),
          "downloadCount": .int(asset.downloads),
        ]
      }
    self = [
      "databaseId": .int(release.id), "tagName": .string(release.tag),
      "isDraft": .bool(release.isDraft), "isPrerelease": .bool(release.isPrerelease),
      "createdAt": JSONValue(release.createdAt), "publishedAt": JSONValue(release.publishedAt),
      "releaseAssets": [
        "totalCount": .int(release.assets.elements.count), "nodes": .array(assets),
      ],
    ]
  }
}

extension Item {
  /// The node id, by which GraphQL reads the item again.
  var nodeID: String { "\(kind == .issue ? "I" : "PR")_kwSim\(number)" }

  /// An `Issue` or a `PullRequest`, with the first rows of its conversation and its reviews.
  func node(comments: Int, reviews: Int = 0) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(nodeID)), .init("number", .int(number)), .init("title", .string(title)),
      .init("author", JSONValue(actor: author)), .init("createdAt", JSONValue(createdAt)),
      .init("updatedAt", JSONValue(updatedAt)), .init("state", .string(state.answer)),
      .init("closedAt", JSONValue(closedAt)),
    ]
    if kind == .pull {
      members += [.init("mergedAt", JSONValue(mergedAt)), .init("isDraft", .bool(isDraft))]
    }
    members.append(.init("locked", .bool(isLocked)))
    if kind == .pull {
      members += [
        .init("additions", JSONValue(size?.additions)),
        .init("deletions", JSONValue(size?.deletions)),
        .init("changedFiles", JSONValue(size?.files)),
      ]
    }
    let commentPage = PageVariables(first: comments, after: nil)
    members.append(.init("comments", JSONValue(comments: self.comments.elements, commentPage)))
    if kind == .pull {
      let reviewPage = PageVariables(first: reviews, after: nil)
      members.append(.init("reviews", JSONValue(reviews: self.reviews.elements, reviewPage)))
    }
    return .object(members)
  }
}

extension Item.State {
  /// As GraphQL writes it.
  var answer: String {
    switch self {
    case .open: "OPEN"
    case .closed: "CLOSED"
    case .merged: "MERGED"
    }
  }
}
