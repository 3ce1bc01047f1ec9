import FoundationEssentials
import HTTP
import Model
import Resilience

/// One page of a REST list.
struct RESTPage<Payload> {
  var payload: Payload
  /// Where the next page is, as GitHub says in `Link`; nil on the last.
  var next: URL?
}

extension GitHubAPI {
  /// A URL below the REST base, its path components and query values percent-encoded.
  ///
  /// `URLComponents` leaves `+` as it is in a query, where servers read it as a space.
  func url(_ path: [String], query: [(String, String)] = []) -> URL {
    var url = endpoints.rest
    for component in path {
      url.append(path: component)
    }
    guard !query.isEmpty, var parts = URLComponents(url: url, resolvingAgainstBaseURL: false)
    else { return url }
    parts.queryItems = query.map { URLQueryItem(name: $0.0, value: $0.1) }
    parts.percentEncodedQuery = parts.percentEncodedQuery?.replacing("+", with: "%2B")
    return parts.url ?? url
  }

  /// The path of a repository in the REST interface.
  func path(_ repository: RepositoryName, _ rest: String...) -> [String] {
    ["repos", repository.owner, repository.name] + rest
  }

  /// Reads one page of a list.
  func page<Payload: Decodable>(
    _ url: URL,
    headers: Headers = [:],
    priority: Priority = .sync
  ) async throws -> RESTPage<Payload> {
    let request = Request(.get, url, headers: headers, priority: priority)
    let response = try await send(request)
    let payload: Payload = try decode(response, of: request)
    return RESTPage(payload: payload, next: LinkHeader.next(in: response.headers["Link"]))
  }

  /// Sends a document and reads the answer's.
  ///
  /// Where `isSafeToRepeat` is nil, PATCH and PUT are safe: replacing a text by the same one twice
  /// does no harm.
  func write<Payload: Decodable>(
    _ method: Request.Method,
    _ url: URL,
    _ document: JSONValue,
    isSafeToRepeat: Bool? = nil
  ) async throws -> Payload {
    let request = Request(
      method,
      url,
      headers: ["Content-Type": "application/json"],
      body: JSONWriter.bytes(document),
      isSafeToRepeat: isSafeToRepeat ?? (method == .patch || method == .put),
      priority: .delivery
    )
    return try decode(try await send(request), of: request)
  }

  private func decode<Payload: Decodable>(
    _ response: Response,
    of request: Request
  ) throws -> Payload {
    do {
      return try JSONDecoder().decode(Payload.self, from: Data(response.body))
    } catch {
      throw APIFailure(
        .invalidResponse,
        status: response.status,
        request: request.summary,
        detail: "the answer is not the JSON that was asked for"
      )
    }
  }
}
