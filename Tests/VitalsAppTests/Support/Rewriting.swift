import Foundation
import HTTP

/// Says other things than GitHub does, on the way there and on the way back.
struct Rewriting: Middleware {
  typealias Replacement = (from: String, to: String)

  /// In the address and in the body.
  var requests: [Replacement] = []
  var responses: [Replacement] = []

  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    var request = request
    let url = Self.replace(requests, in: request.url.absoluteString)
    request.url = URL(string: url) ?? request.url
    request.body = Self.replace(requests, in: request.body)
    var response = try await next(request)
    response.body = Self.replace(responses, in: response.body)
    response.headers["Link"] = response.headers["Link"].map { Self.replace(responses, in: $0) }
    return response
  }

  private static func replace(_ replacements: [Replacement], in body: [UInt8]) -> [UInt8] {
    Array(replace(replacements, in: String(decoding: body, as: UTF8.self)).utf8)
  }

  private static func replace(_ replacements: [Replacement], in text: String) -> String {
    replacements.reduce(text) { $0.replacingOccurrences(of: $1.from, with: $1.to) }
  }
}

extension Rewriting {
  /// Lets GitHub know its repository by a former name, too.
  static func formerName(_ name: String) -> Rewriting {
    Rewriting(requests: [(#""name":"\#(name)""#, #""name":"octo-repo""#)])
  }

  /// The token is that of a person, as whom the tool then writes.
  static let personalToken = Rewriting(
    responses: [
      (#""__typename":"Bot","login":"github-actions""#, #""__typename":"User","login":"octo-cat""#),
      (#""login":"github-actions[bot]""#, #""login":"octo-cat""#),
      (#""author":{"login":"github-actions"}"#, #""author":{"login":"octo-cat"}"#),
    ]
  )

  /// The maintainers have switched the issues off.
  static let withoutIssues = Rewriting(
    responses: [(#""hasIssuesEnabled":true"#, #""hasIssuesEnabled":false"#)]
  )
}
