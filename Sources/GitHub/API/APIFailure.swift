import FoundationEssentials
import HTTP
package import Resilience

/// A refusal or an unusable answer of GitHub, with its class and a sentence for a person.
package struct APIFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package var failureClass: FailureClass
  /// The HTTP status; nil where the refusal stood inside a good answer.
  package var status: Int?
  /// What was asked, as in `GET /repos/octo-org/octo-repo/labels`.
  package var request: String
  /// GitHub's own words, or ours where it had none.
  package var detail: String

  package init(_ failureClass: FailureClass, status: Int?, request: String, detail: String) {
    self.failureClass = failureClass
    self.status = status
    self.request = request
    self.detail = detail
  }

  package var description: String {
    let answer = status.map { "GitHub answered \($0) to \(request)" } ?? "\(request) was refused"
    return "\(answer): \(detail)\(detail.hasSuffix(".") ? "" : ".")"
  }
}

extension APIFailure {
  /// What a response with a status outside 2xx means.
  init(_ response: Response, to request: Request) {
    self.init(
      Failure(response)?.failureClass ?? .invalidResponse,
      status: response.status,
      request: request.summary,
      detail: response.message
    )
  }
}

extension Request {
  /// Method and path, without the query, as in `GET /user`.
  var summary: String { "\(method.rawValue) \(url.path)" }
}

extension Response {
  /// The `message` of GitHub's error document, or words for the status; never a page of HTML.
  fileprivate var message: String {
    struct ErrorDocument: Decodable { var message: String? }
    let document = try? JSONDecoder().decode(ErrorDocument.self, from: Data(body))
    if let message = document?.message, !message.isEmpty {
      return String(message.prefix(300).map { $0.isNewline ? " " : $0 })
    }
    switch status {
    case 401: return "the token was refused"
    case 403: return "the token lacks the permission"
    case 404: return "it does not exist, or the token may not see it"
    case 410: return "it is gone or switched off"
    case 429: return "too many requests in a short time"
    case 451: return "it is blocked for legal reasons"
    case 500...599: return "the server failed"
    default: return "the answer cannot be used"
    }
  }
}
