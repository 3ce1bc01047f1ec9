/// What performs a request: libcurl in the program, a script in tests.
package protocol Transport: Sendable {
  /// Sends `request` once and gives the whole answer.
  ///
  /// - Throws: `TransportError` when there is no answer; `CancellationError` when the task was
  ///   cancelled.
  func send(_ request: Request) async throws -> Response
}

/// Why there was no answer.
package struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: String, Hashable, Sendable {
    case unresolvedHost
    case connectionRefused
    case connectionClosed
    case timedOut
    case tooSlow
    case bodyTooLarge
    case tls
    case malformedResponse
    case other
  }

  package var reason: Reason
  /// The method and the URL without its query, as in `GET https://api.github.com/user`.
  package var request: String
  /// What the library says of it.
  package var detail: String

  package init(_ reason: Reason, request: String, detail: String) {
    self.reason = reason
    self.request = request
    self.detail = detail
  }

  package var description: String {
    "\(request) got no answer: \(detail)."
  }
}
