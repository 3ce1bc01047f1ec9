import Model

/// What rows of a connection are sorted by, and their cursor.
struct Key: Comparable {
  let text: String

  init(_ time: Timestamp, _ id: String) {
    text = "\(time)/\(String(repeating: "0", count: max(0, 12 - id.utf8.count)))\(id)"
  }

  static func < (left: Key, right: Key) -> Bool { left.text < right.text }
}

/// The rows from `after` on, with a cursor that tells how many came before the next.
func slice<Row>(
  _ rows: [Row],
  _ first: Int,
  after: Int,
  cursor: (Int) -> String = { String($0) },
  node: (Row) -> JSONValue
) -> JSONValue {
  let end = min(rows.count, after + first)
  return [
    "totalCount": .int(rows.count),
    "pageInfo": ["hasNextPage": .bool(end < rows.count), "endCursor": .string(cursor(end))],
    "nodes": .array(rows[min(after, end)..<end].map(node)),
  ]
}

extension Account {
  var answer: JSONValue {
    ["__typename": .string(kind.rawValue), "login": .string(login), "databaseId": JSONValue(id)]
  }
}

extension Item {
  var node: String { "N\(number)" }
  var key: Key { Key(updatedAt, String(number)) }

  func answer(comments: Int, reviews: Int) -> JSONValue {
    var fields: [JSONValue.Member] = [
      .init("id", .string(node)), .init("number", .int(number)), .init("title", .string(title)),
      .init("author", author?.answer ?? .null), .init("createdAt", JSONValue(createdAt)),
      .init("updatedAt", JSONValue(updatedAt)),
      .init("state", .string(state.rawValue.uppercased())),
      .init("closedAt", JSONValue(closedAt)), .init("locked", .bool(isLocked)),
      .init("comments", self.comments(comments, after: 0)),
    ]
    if kind == .pull {
      fields += [
        .init("mergedAt", JSONValue(mergedAt)), .init("isDraft", .bool(isDraft)),
        .init("additions", JSONValue(size?.additions)),
        .init("deletions", JSONValue(size?.deletions)),
        .init("changedFiles", JSONValue(size?.files)),
        .init("reviews", self.reviews(reviews, after: 0)),
      ]
    }
    return .object(fields)
  }

  func comments(_ first: Int, after: Int) -> JSONValue {
    slice(comments.elements, first, after: after) { comment in
      [
        "fullDatabaseId": .string(String(comment.id)), "createdAt": JSONValue(comment.createdAt),
        "author": comment.author?.answer ?? .null,
      ]
    }
  }

  func reviews(_ first: Int, after: Int) -> JSONValue {
    slice(reviews.elements, first, after: after) { review in
      [
        "fullDatabaseId": .string(String(review.id)), "state": .string(review.state.rawValue),
        "submittedAt": JSONValue(review.submittedAt), "author": review.author?.answer ?? .null,
      ]
    }
  }
}

extension Commit {
  var answer: JSONValue {
    [
      "oid": .string(oid), "committedDate": JSONValue(committedAt),
      "author": ["email": .string(email), "user": author?.answer ?? .null],
    ]
  }
}

extension Release {
  var answer: JSONValue {
    let nodes = assets.elements.map { asset -> JSONValue in
      [
        "id": .string(asset.id), "name": .string(asset.name),
        "downloadCount": .int(asset.downloads),
      ]
    }
    return [
      "databaseId": .int(id), "tagName": .string(tag), "isDraft": .bool(isDraft),
      "isPrerelease": .bool(isPrerelease), "createdAt": JSONValue(createdAt),
      "publishedAt": JSONValue(publishedAt),
      "releaseAssets": ["totalCount": .int(nodes.count), "nodes": .array(nodes)],
    ]
  }
}
