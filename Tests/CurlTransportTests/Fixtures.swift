import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Testing

extension CurlTransport.Configuration {
  /// Limits that no test meets by accident, without the proxies of the developer's machine.
  static func local(_ change: (inout Self) -> Void = { _ in }) -> Self {
    var configuration = Self(usesProxies: false)
    change(&configuration)
    return configuration
  }
}

/// A request to a server on this machine.
func local(
  _ method: Request.Method = .get,
  port: UInt16,
  path: String = "/",
  headers: Headers = [:],
  body: String = ""
) throws -> Request {
  let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
  return Request(method, url, headers: headers, body: Array(body.utf8))
}

/// The error of a request that must not be answered.
func failure(of request: Request, over transport: CurlTransport) async throws -> TransportError {
  try await #require(throws: TransportError.self) { try await transport.send(request) }
}
