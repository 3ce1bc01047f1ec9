import HTTP
package import Model
import Resilience

/// An issue as the REST interface shows it after it was written or read.
package struct WrittenIssue: Decodable, Hashable, Sendable {
  package var number: Int
  package var url: String
  package var title: String
  package var state: String
  package var body: String?
  package var createdAt: String?
  /// Nil when the account was deleted.
  package var user: User?

  /// Who wrote it.
  package struct User: Decodable, Hashable, Sendable {
    package var id: Int
  }

  private enum CodingKeys: String, CodingKey {
    case number
    case url = "html_url"
    case title
    case state
    case body
    case createdAt = "created_at"
    case user
  }
}

/// A document as it is to stand in an issue.
package struct IssueDraft: Hashable, Sendable {
  package var title: String
  package var body: String
  package var labels: [String]

  package init(title: String, body: String, labels: [String]) {
    self.title = title
    self.body = body
    self.labels = labels
  }
}

extension GitHubAPI {
  /// The text of an issue may be anybody's and does not belong in a cache that is stored.
  private static let unstored: Headers = ["Cache-Control": "no-store"]

  /// The newest open issues with all of some labels, up to a hundred, whoever wrote them.
  ///
  /// https://docs.github.com/rest/issues/issues#list-repository-issues
  ///
  /// - Parameters:
  ///   - labels: Names of labels.
  ///   - since: Only what changed at or after it; nil for all.
  ///   - repository: Where to look.
  /// - Returns: Newest first.
  /// - Throws: ``APIFailure`` when GitHub refuses.
  package func openIssues(
    labelled labels: [String],
    since: Timestamp?,
    in repository: RepositoryName
  ) async throws -> [WrittenIssue] {
    let query = [
      ("labels", labels.joined(separator: ",")), ("state", "open"),
      ("since", since?.description ?? ""), ("per_page", "100"),
    ]
    let url = url(path(repository, "issues"), query: query.filter { !$0.1.isEmpty })
    return try await page(url, headers: Self.unstored, priority: .delivery).payload
  }

  /// One issue by its number; nil when it was deleted, or never was.
  package func issue(_ number: Int, in repository: RepositoryName) async throws -> WrittenIssue? {
    let url = url(path(repository, "issues", String(number)))
    do {
      return try await page(url, headers: Self.unstored, priority: .delivery).payload
    } catch let failure as APIFailure where failure.failureClass == .notFound {
      return nil
    }
  }

  /// Opens an issue.
  ///
  /// https://docs.github.com/rest/issues/issues#create-an-issue
  package func createIssue(
    _ draft: IssueDraft,
    in repository: RepositoryName
  ) async throws -> WrittenIssue {
    try await write(
      .post,
      url(path(repository, "issues")),
      [
        "title": .string(draft.title),
        "body": .string(draft.body),
        "labels": .array(draft.labels.map(JSONValue.string)),
      ]
    )
  }

  /// Changes an issue; readers are notified of a closing or a reopening alone.
  ///
  /// https://docs.github.com/rest/issues/issues#update-an-issue
  package func change(
    _ number: Int,
    in repository: RepositoryName,
    to change: IssueChange
  ) async throws -> WrittenIssue {
    try await write(.patch, url(path(repository, "issues", String(number))), change.json)
  }

  /// Puts labels on an issue beside those it has.
  ///
  /// https://docs.github.com/rest/issues/labels#add-labels-to-an-issue
  package func addLabels(
    _ labels: [String],
    to number: Int,
    in repository: RepositoryName
  ) async throws {
    let request = Request(
      .post,
      url(path(repository, "issues", String(number), "labels")),
      headers: ["Content-Type": "application/json"],
      body: JSONWriter.bytes(["labels": .array(labels.map(JSONValue.string))]),
      isSafeToRepeat: true,
      priority: .delivery
    )
    _ = try await send(request)
  }

  /// Closes an issue as one that nobody works on, such as a duplicate; it stays readable.
  ///
  /// https://docs.github.com/rest/issues/issues#update-an-issue
  package func closeIssue(_ number: Int, in repository: RepositoryName) async throws {
    let _: WrittenIssue = try await write(
      .patch,
      url(path(repository, "issues", String(number))),
      ["state": "closed", "state_reason": "not_planned"]
    )
  }

  /// Makes a label; one that exists already, in whatever case, is as good.
  ///
  /// https://docs.github.com/rest/issues/labels#create-a-label
  package func createLabel(
    _ name: String,
    color: String,
    description: String,
    in repository: RepositoryName
  ) async throws {
    let document: JSONValue = [
      "name": .string(name), "color": .string(color), "description": .string(description),
    ]
    let request = Request(
      .post,
      url(path(repository, "labels")),
      headers: ["Content-Type": "application/json"],
      body: JSONWriter.bytes(document),
      // The second time it exists already, which is as good.
      isSafeToRepeat: true,
      priority: .delivery
    )
    _ = try await send(request, accepting: [422])
  }
}
