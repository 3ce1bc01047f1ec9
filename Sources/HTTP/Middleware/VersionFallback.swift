package import FoundationEssentials
import Resilience
import Synchronization

/// Falls back to a version of the REST interface that an older server knows.
///
/// A server that does not know the version of a request's `X-GitHub-Api-Version` answers 400 and has
/// done nothing; then it is asked once which it knows (`GET /versions`), and the newest of these
/// stands in all requests that follow. A server without that list gets no version at all.
///
/// https://docs.github.com/rest/about-the-rest-api/api-versions
package final class VersionFallback: Middleware {
  private static let field = "X-GitHub-Api-Version"

  private enum Choice {
    /// Nobody has refused the version so far.
    case asWritten
    case version(String?)
  }

  private let versions: URL
  private let choice = Mutex(Choice.asWritten)

  /// - Parameter rest: The base of the REST interface, as in `https://ghe.example/api/v3`.
  package init(rest: URL) {
    versions = rest.appending(path: "versions")
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    guard let wanted = request.headers[Self.field] else { return try await next(request) }
    let sent = fitted(request)
    let response = try await next(sent)
    guard response.status == 400, case .asWritten = choice.withLock({ $0 }),
      response.refuses(version: wanted)
    else { return response }
    let known = try await known(for: request, next)
    choice.withLock { $0 = .version(known) }
    return try await next(fitted(request))
  }

  private func fitted(_ request: Request) -> Request {
    guard case .version(let version) = choice.withLock({ $0 }) else { return request }
    var request = request
    request.headers[Self.field] = version
    return request
  }

  /// The newest version that the server knows; nil where it knows of none.
  private func known(
    for request: Request,
    _ next: @Sendable (Request) async throws -> Response
  ) async throws -> String? {
    var question = Request(.get, versions, headers: request.headers, priority: request.priority)
    question.headers[Self.field] = nil
    question.headers["Content-Type"] = nil
    let response = try await next(question)
    guard response.status == 200 else { return nil }
    // Dates as versions are ordered as texts.
    return (try? JSONDecoder().decode([String].self, from: Data(response.body)))?.max()
  }
}

extension Response {
  fileprivate func refuses(version: String) -> Bool {
    let text = String(decoding: body.prefix(2_000), as: UTF8.self)
    return text.contains("X-GitHub-Api-Version") || text.contains(version)
  }
}
