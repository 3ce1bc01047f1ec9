import Foundation
import GitHub
import HTTP
import Model
import TestSupport
import Testing

@testable import Delivery

/// What the deliveries are about: the health report of `octo/tool`, and its issue.
enum Sample {
  static let id = RepositoryID(rawValue: 7)
  static let marker = OwnMarker(kind: "health", repository: id)
  static let text = "\(marker.text)\n\n# Health: 82\n\n"
  /// The same as the document, written by an earlier run.
  static let body = text + "<sub>Run 1</sub>\n"
  static let document = IssueDocument(
    marker: marker,
    title: "Health of octo/tool",
    body: text + "<sub>Run 2</sub>\n",
    labels: ["repo-vitals", "health"]
  )

  /// An issue of the tool that shows the document, with whatever a case changes of it.
  static func issue(
    _ number: Int,
    title: String = document.title,
    body: String = body,
    isOpen: Bool = true,
    isByViewer: Bool = true
  ) -> OwnIssue {
    OwnIssue(
      number: number,
      url: url(number),
      title: title,
      body: body,
      isOpen: isOpen,
      author: "someone",
      isByViewer: isByViewer
    )
  }

  static func url(_ number: Int) -> String { "https://github.com/octo/tool/issues/\(number)" }

  /// An answer of the REST interface that shows an issue.
  static func answer(
    _ status: Int = 200,
    number: Int,
    body: String = document.body,
    state: String = "open"
  ) -> Response {
    Response(status, text: JSONWriter.text(shown(number, body: body, state: state)))
  }

  /// An answer that lists open issues that show the document.
  static func openIssues(_ numbers: [Int]) -> Response {
    Response(200, text: JSONWriter.text(.array(numbers.map { shown($0) })))
  }

  private static func shown(
    _ number: Int,
    body: String = document.body,
    state: String = "open"
  ) -> JSONValue {
    [
      "number": .int(number), "html_url": .string(url(number)),
      "title": .string(Self.document.title), "state": .string(state), "body": .string(body),
      "user": ["id": 1],
    ]
  }

  /// An answer of the GraphQL interface that lists issues under the label.
  static func list(_ issues: [OwnIssue], next: String? = nil) -> Response {
    let nodes = issues.map { issue -> JSONValue in
      [
        "number": .int(issue.number), "url": .string(issue.url), "title": .string(issue.title),
        "state": .string(issue.isOpen ? "OPEN" : "CLOSED"), "body": .string(issue.body),
        "viewerDidAuthor": .bool(issue.isByViewer), "author": ["login": "someone"],
      ]
    }
    let own: JSONValue = [
      "pageInfo": ["hasNextPage": .bool(next != nil), "endCursor": JSONValue(next)],
      "nodes": .array(nodes),
    ]
    let repository: JSONValue = [
      "databaseId": 7, "nameWithOwner": "octo/tool", "createdAt": "2020-01-01T00:00:00Z",
      "own": own,
    ]
    return Response(200, text: JSONWriter.text(["data": ["repository": repository]]))
  }
}

/// A delivery to a GitHub that gives planned answers.
struct DeliveryFixture {
  let transport: ScriptedTransport
  let api: GitHubAPI
  let name: RepositoryName

  init(_ answers: [Result<Response, any Error>]) throws {
    transport = ScriptedTransport(answers: answers)
    api = GitHubAPI(
      endpoints: .init(
        rest: try #require(URL(string: "https://api.github.com")),
        graphQL: try #require(URL(string: "https://api.github.com/graphql")),
        server: try #require(URL(string: "https://github.com"))
      ),
      client: transport
    )
    name = try #require(RepositoryName("octo/tool"))
  }

  var delivery: IssueDelivery { IssueDelivery(api: api, repository: name) }

  init(_ responses: Response...) throws {
    try self.init(responses.map { .success($0) })
  }

  /// Method and path of each request, as in `POST /repos/octo/tool/labels`.
  var requests: [String] { transport.requests.map { "\($0.method.rawValue) \($0.url.path)" } }
}
