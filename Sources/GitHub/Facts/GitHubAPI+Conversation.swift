package import Model
import Resilience

extension GitHubAPI {
  /// Reads every comment and review of an item, however many there are.
  ///
  /// - Returns: The item with whole connections, as far as GitHub told all of their rows; nil when
  ///   it is gone.
  package func wholeConversation(of cut: CutItem) async throws -> Item? {
    var item = cut.item
    item.comments = .none
    item.reviews = .none
    var wanted = Wanted(comments: true, reviews: item.kind == .pull)
    while wanted.comments || wanted.reviews {
      let answer: GraphQLAnswer<ConversationAnswer> = try await execute(
        Self.conversationDocument,
        named: "ItemConversation",
        variables: wanted.variables(id: cut.id)
      )
      if let error = answer.errors?.first {
        guard FailureClass(graphQLType: error.type) == .notFound else {
          throw APIFailure([error], operation: "ItemConversation")
        }
        return nil
      }
      guard let node = answer.data?.node else { return nil }
      if wanted.comments { item.comments.add(node.comments) { Comment($0) } }
      if wanted.reviews { item.reviews.add(node.reviews) { Review($0) } }
      wanted.goOn(after: node)
    }
    return item
  }

  private struct ConversationAnswer: Decodable {
    var node: Node?

    struct Node: Decodable {
      var comments: FactsAnswer.Connection<FactsAnswer.Comment>?
      var reviews: FactsAnswer.Connection<FactsAnswer.Review>?
    }
  }

  /// Which of the two connections still have rows, and after which.
  private struct Wanted {
    var comments: Bool
    var reviews: Bool
    var commentsAfter: String?
    var reviewsAfter: String?

    init(comments: Bool, reviews: Bool) {
      self.comments = comments
      self.reviews = reviews
    }

    func variables(id: String) -> JSONValue {
      [
        "id": .string(id),
        "comments": .bool(comments), "commentsAfter": JSONValue(commentsAfter),
        "reviews": .bool(reviews), "reviewsAfter": JSONValue(reviewsAfter),
      ]
    }

    mutating func goOn(after node: ConversationAnswer.Node) {
      commentsAfter = node.comments?.pageInfo.flatMap { $0.hasNextPage ? $0.endCursor : nil }
      reviewsAfter = node.reviews?.pageInfo.flatMap { $0.hasNextPage ? $0.endCursor : nil }
      comments = commentsAfter != nil
      reviews = reviewsAfter != nil
    }
  }

  private static let conversationDocument = """
    query ItemConversation(
      $id: ID!, $comments: Boolean!, $commentsAfter: String
      $reviews: Boolean!, $reviewsAfter: String
    ) {
      rateLimit { cost remaining limit resetAt }
      node(id: $id) {
        ... on Issue {
          comments(first: 100, after: $commentsAfter) @include(if: $comments) { ...comments }
        }
        ... on PullRequest {
          comments(first: 100, after: $commentsAfter) @include(if: $comments) { ...comments }
          reviews(first: 100, after: $reviewsAfter) @include(if: $reviews) { ...reviews }
        }
      }
    }
    \(FactsDocument.conversationFragments)
    """
}

extension Nested {
  /// Adds a page; one that is missing, or a row of it, keeps the connection from being whole.
  fileprivate mutating func add<Node: Decodable>(
    _ connection: FactsAnswer.Connection<Node>?,
    _ row: (Node) -> Element?
  ) {
    elements += Nested(connection, row).elements
    isWhole = isWhole && connection?.nodes?.contains { $0 == nil } == false
  }
}
