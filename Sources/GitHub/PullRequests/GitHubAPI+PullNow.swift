package import Model
import Resilience

extension GitHubAPI {
  /// One pull request with all of its comments; nil when there is none of that number.
  ///
  /// - Throws: ``APIFailure`` when GitHub refuses, or does not tell all.
  package func pull(_ number: Int, in repository: RepositoryName) async throws -> PullNow? {
    var pull: PullNow?
    var cursor: String?
    repeat {
      try Task.checkCancellation()
      let answer: GraphQLAnswer<PullAnswer> = try await execute(
        Self.pullDocument,
        named: "PullRequestNow",
        variables: [
          "owner": .string(repository.owner), "name": .string(repository.name),
          "number": .int(number), "after": JSONValue(cursor),
        ],
        priority: .delivery
      )
      guard let place = answer.data?.repository, let node = place.pullRequest else {
        let error = answer.errors?.first
        guard let error, FailureClass(graphQLType: error.type) != .notFound else { return nil }
        throw APIFailure([error], operation: "PullRequestNow")
      }
      // A comment that is missing may be the tool's own, which must not be written twice.
      guard let comments = node.comments, let rows = comments.nodes else {
        throw APIFailure(answer.errors ?? [], operation: "PullRequestNow")
      }
      var known = try pull ?? node.pull(in: place.databaseId)
      known.comments += try rows.map { try PostedComment($0) }
      pull = known
      cursor = comments.pageInfo.flatMap { $0.hasNextPage ? $0.endCursor : nil }
    } while cursor != nil
    return pull
  }

  private static let pullDocument = """
    query PullRequestNow($owner: String!, $name: String!, $number: Int!, $after: String) {
      rateLimit { cost remaining limit resetAt }
      repository(owner: $owner, name: $name) {
        databaseId
        pullRequest(number: $number) {
          number createdAt isDraft state additions deletions changedFiles headRefOid
          authorAssociation
          author { ...account }
          reviews(first: 100) { nodes { author { ...account } } }
          comments(first: 100, after: $after) {
            pageInfo { hasNextPage endCursor }
            nodes { fullDatabaseId url body viewerDidAuthor author { ...account } }
          }
        }
      }
    }
    \(FactsDocument.accountFragment)
    """
}

private struct PullAnswer: Decodable {
  struct Repository: Decodable {
    var databaseId: Int?
    var pullRequest: Pull?
  }

  struct Pull: Decodable {
    var number: Int?
    var createdAt: FactsAnswer.Instant?
    var isDraft: Bool?
    var state: String?
    var additions: Int?
    var deletions: Int?
    var changedFiles: Int?
    var headRefOid: String?
    var authorAssociation: String?
    var author: FactsAnswer.Actor?
    var reviews: FactsAnswer.Connection<Review>?
    var comments: FactsAnswer.Connection<Comment>?
  }

  struct Review: Decodable { var author: FactsAnswer.Actor? }

  struct Comment: Decodable {
    var fullDatabaseId: FactsAnswer.BigInt?
    var url: String?
    var body: String?
    var viewerDidAuthor: Bool?
    var author: FactsAnswer.Actor?
  }

  var repository: Repository?
}

extension PullAnswer.Pull {
  /// The pull request without its comments.
  fileprivate func pull(in repository: Int?) throws -> PullNow {
    guard let repository, let number, let createdAt = createdAt?.value else {
      throw APIFailure(
        .invalidResponse,
        status: nil,
        request: "PullRequestNow",
        detail: "the pull request lacks its number, its date or its repository's id"
      )
    }
    var size: ChangeSize?
    if let additions, let deletions, let changedFiles {
      size = ChangeSize(additions: additions, deletions: deletions, files: changedFiles)
    }
    return PullNow(
      repository: RepositoryID(rawValue: repository),
      number: number,
      author: author.flatMap(Account.init),
      createdAt: createdAt,
      isDraft: isDraft ?? false,
      isOpen: state == "OPEN",
      size: size,
      head: headRefOid ?? "",
      isKnownAuthor: authorAssociation.map { !Self.strangers.contains($0) },
      reviewers: reviews?.nodes?.compactMap { $0?.author.flatMap(Account.init) } ?? []
    )
  }

  /// https://docs.github.com/graphql/reference/enums#commentauthorassociation.
  private static let strangers: Set<String> = [
    "FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "NONE", "MANNEQUIN",
  ]
}

extension PostedComment {
  fileprivate init(_ answer: PullAnswer.Comment?) throws {
    guard let answer, let id = answer.fullDatabaseId?.value, let url = answer.url else {
      throw APIFailure(
        .invalidResponse,
        status: nil,
        request: "PullRequestNow",
        detail: "a comment lacks its number or its address"
      )
    }
    self.init(
      id: id,
      url: url,
      body: answer.body ?? "",
      author: answer.author.flatMap(Account.init),
      isByViewer: answer.viewerDidAuthor ?? false
    )
  }
}
