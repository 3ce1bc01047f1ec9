package import FoundationEssentials
package import Resilience

/// An HTTP request as a value.
package struct Request: Hashable, Sendable {
  /// A request method, as in `GET`.
  package struct Method: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let get = Method(rawValue: "GET")
    package static let head = Method(rawValue: "HEAD")
    package static let post = Method(rawValue: "POST")
    package static let patch = Method(rawValue: "PATCH")
    package static let put = Method(rawValue: "PUT")
    package static let delete = Method(rawValue: "DELETE")
  }

  package var method: Method
  package var url: URL
  package var headers: Headers
  package var body: [UInt8]
  /// Whether sending it twice does no harm, as with every GET and with a GraphQL query.
  package var isSafeToRepeat: Bool
  package var priority: Priority
  /// What it takes of a quota: 1 for REST, its points for GraphQL.
  package var cost: Int

  /// Where `isSafeToRepeat` is nil, GET and HEAD are safe and nothing else.
  package init(
    _ method: Method = .get,
    _ url: URL,
    headers: Headers = [:],
    body: [UInt8] = [],
    isSafeToRepeat: Bool? = nil,
    priority: Priority = .sync,
    cost: Int = 1
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.isSafeToRepeat = isSafeToRepeat ?? (method == .get || method == .head)
    self.priority = priority
    self.cost = cost
  }
}

extension Request {
  /// Whether it changes something; a GraphQL query is a POST that does not.
  package var isWrite: Bool {
    method != .get && method != .head && !isGraphQL
  }

  /// Whether it goes to the GraphQL interface, which has a quota of its own.
  package var isGraphQL: Bool {
    url.lastPathComponent == "graphql"
  }
}

/// An HTTP response as a value; a status that is not 2xx is a response too.
package struct Response: Hashable, Sendable {
  package var status: Int
  package var headers: Headers
  package var body: [UInt8]
  /// As in `1.1` and `2`.
  package var httpVersion: String

  package init(
    status: Int,
    headers: Headers = [:],
    body: [UInt8] = [],
    httpVersion: String = "1.1"
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.httpVersion = httpVersion
  }
}
