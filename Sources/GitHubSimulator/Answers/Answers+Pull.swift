import Model

extension Answers {
  /// The answer to `PullRequestNow`; nobody wrote a comment in full yet.
  func pullNow(_ number: Int) -> JSONValue {
    guard
      life.items.indices.contains(number - 1),
      let item = life.items[number - 1].item(asOf: now), item.kind == .pull
    else {
      let message = "Could not resolve to a PullRequest with the number of \(number)."
      return [
        "data": ["repository": ["pullRequest": .null]],
        "errors": [.error("NOT_FOUND", at: ["repository", "pullRequest"], message)],
      ]
    }
    let reviewers = item.reviews.elements.map {
      ["author": JSONValue(actor: $0.author)] as JSONValue
    }
    return [
      "data": [
        "rateLimit": rateLimit,
        "repository": [
          "databaseId": .int(life.repository.id.rawValue),
          "pullRequest": [
            "number": .int(item.number), "createdAt": JSONValue(item.createdAt),
            "isDraft": .bool(item.isDraft), "state": .string(item.state.answer),
            "additions": JSONValue(item.size?.additions),
            "deletions": JSONValue(item.size?.deletions),
            "changedFiles": JSONValue(item.size?.files), "headRefOid": .string(item.nodeID),
            "authorAssociation": .string(association(of: item)),
            "author": JSONValue(actor: item.author),
            "reviews": ["nodes": .array(reviewers)],
            "comments": [
              "pageInfo": ["hasNextPage": false, "endCursor": .null], "nodes": .array([]),
            ],
          ],
        ],
      ]
    ]
  }

  /// Somebody who had a pull request merged before has contributed.
  private func association(of item: Item) -> String {
    let earlier = life.items(.pull, asOf: item.createdAt)
      .contains { $0.author?.id == item.author?.id && $0.mergedAt != nil }
    return earlier ? "CONTRIBUTOR" : "FIRST_TIME_CONTRIBUTOR"
  }
}
