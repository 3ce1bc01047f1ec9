package import Model
import Resilience

/// One issue as GitHub shows it, with its newest comments.
package struct IssueNow: Hashable, Sendable {
  package var issue: OwnIssue
  package var comments: [Comment]

  package init(_ issue: OwnIssue, comments: [Comment] = []) {
    (self.issue, self.comments) = (issue, comments)
  }

  /// A comment, and whether the account of the token wrote it.
  package struct Comment: Hashable, Sendable {
    package var body: String
    package var isByViewer: Bool

    package init(body: String, isByViewer: Bool) {
      (self.body, self.isByViewer) = (body, isByViewer)
    }
  }
}

extension GitHubAPI {
  /// One issue by its number; nil when it was deleted, or never was.
  ///
  /// - Throws: ``APIFailure`` when GitHub refuses, or does not tell all.
  package func issueNow(
    _ number: Int,
    in repository: RepositoryName
  ) async throws -> IssueNow? {
    let answer: GraphQLAnswer<IssueAnswer> = try await execute(
      Self.issueDocument,
      named: "IssueNow",
      variables: [
        "owner": .string(repository.owner), "name": .string(repository.name),
        "number": .int(number),
      ],
      priority: .delivery
    )
    guard let node = answer.data?.repository?.issue else {
      let error = answer.errors?.first
      guard let error, FailureClass(graphQLType: error.type) != .notFound else { return nil }
      throw APIFailure([error], operation: "IssueNow")
    }
    // A comment that is missing may be the tool's own, which must not be written twice.
    guard let issue = OwnIssue(node.issue), let comments = node.comments?.nodes else {
      throw APIFailure(answer.errors ?? [], operation: "IssueNow")
    }
    return IssueNow(
      issue,
      comments: comments.compactMap(\.self)
        .map { .init(body: $0.body ?? "", isByViewer: $0.viewerDidAuthor ?? false) }
    )
  }

  private static let issueDocument = """
    query IssueNow($owner: String!, $name: String!, $number: Int!) {
      rateLimit { cost remaining limit resetAt }
      repository(owner: $owner, name: $name) {
        issue(number: $number) {
          \(FactsDocument.ownIssue)
          comments(last: 50) { nodes { body viewerDidAuthor } }
        }
      }
    }
    """
}

private struct IssueAnswer: Decodable {
  struct Repository: Decodable { var issue: Issue? }

  struct Issue: Decodable {
    struct Comment: Decodable {
      var body: String?
      var viewerDidAuthor: Bool?
    }

    var issue: FactsAnswer.Own
    var comments: FactsAnswer.Connection<Comment>?

    private enum CodingKeys: CodingKey { case comments }

    init(from decoder: any Decoder) throws {
      issue = try FactsAnswer.Own(from: decoder)
      comments = try decoder.container(keyedBy: CodingKeys.self)
        .decodeIfPresent(FactsAnswer.Connection<Comment>.self, forKey: .comments)
    }
  }

  var repository: Repository?
}
