import FoundationEssentials
import Model
package import Resilience

extension Failure {
  /// What a response says of a failure; nil when it is none, or one that will not pass.
  ///
  /// Words decide before numbers: a secondary limit may come with no requests remaining too.
  package init?(_ response: Response) {
    guard let failureClass = Self.classify(response) else { return nil }
    let now = response.date?.seconds
    self.init(
      failureClass,
      // A limit is met before a request is looked at, as a rule; a write is not trusted to rules.
      isAmbiguous: [.server, .primaryRateLimit, .secondaryRateLimit, .invalidResponse]
        .contains(failureClass),
      retryAfter: response.headers["Retry-After"].flatMap { Self.seconds($0, now: now) },
      resetAt: RateLimit(response.headers)?.resetAt,
      serverNow: now
    )
  }

  /// What the absence of an answer says.
  package init(_ error: TransportError) {
    switch error.reason {
    case .unresolvedHost, .connectionRefused, .tls: self.init(.network)
    case .connectionClosed, .timedOut, .tooSlow, .other: self.init(.network, isAmbiguous: true)
    case .bodyTooLarge, .malformedResponse: self.init(.invalidResponse, isAmbiguous: true)
    }
  }

  private static func classify(_ response: Response) -> FailureClass? {
    switch response.status {
    case 401: return .authentication
    case 403, 429: return limit(response) ?? .permission
    case 404, 410: return .notFound
    case 451: return .permission
    case 408, 500...: return .server
    // The request is at fault: sending it again would change nothing.
    case 400...: return nil
    case 300...: return nil
    // Accepted, and not ready: the same request gets the answer later.
    case 202: return .server
    default: return response.isWhole ? GraphQLRefusal.failureClass(response.body) : .invalidResponse
    }
  }

  /// Which limit a 403 or 429 speaks of, if any.
  private static func limit(_ response: Response) -> FailureClass? {
    let limit = RateLimit(response.headers)
    let words = LimitWords.found(in: response.body)
    if words == .secondaryRateLimit { return words }
    if limit?.isExhausted == true { return .primaryRateLimit }
    if response.headers["Retry-After"] != nil || response.status == 429 {
      return .secondaryRateLimit
    }
    return words
  }

  private static func seconds(_ text: String, now: Int?) -> Int? {
    if let seconds = Int(text) { return seconds }
    guard let now, let date = Timestamp(httpDate: text) else { return nil }
    return date.seconds - now
  }
}

/// The sentences by which GitHub names its limits where no header tells.
private enum LimitWords {
  private static let secondary = ["secondary rate limit", "abuse detection"]
  private static let primary = ["api rate limit exceeded", "api rate limit already exceeded"]

  static func found(in body: [UInt8]) -> FailureClass? {
    // The sentence stands at the beginning; a body may have megabytes.
    let text = String(decoding: body.prefix(4_096), as: UTF8.self).lowercased()
    if secondary.contains(where: { text.contains($0) }) { return .secondaryRateLimit }
    return primary.contains { text.contains($0) } ? .primaryRateLimit : nil
  }
}

/// GraphQL's refusals, which come with status 200.
private enum GraphQLRefusal {
  private struct Answer: Decodable {
    struct Problem: Decodable {
      var type: String?
      var message: String?
    }
    struct Anything: Decodable {}
    var data: Anything?
    var errors: [Problem]?
  }

  /// A limit, under either of its spellings, or a failure of the server; nil for everything else.
  static func failureClass(_ body: [UInt8]) -> FailureClass? {
    // A refusal is short; a page of data is not worth a second decoding.
    guard body.count <= 16_384, body.contains(Array("\"errors\"".utf8)) else { return nil }
    let answer = try? JSONDecoder().decode(Answer.self, from: Data(body))
    guard let errors = answer?.errors, !errors.isEmpty else { return nil }
    if errors.contains(where: { $0.type?.hasPrefix("RATE_LIMIT") == true }) {
      return .primaryRateLimit
    }
    let hasFailed = errors.contains { error in
      error.type == "INTERNAL" || error.type == "SERVICE_UNAVAILABLE"
        || error.type == nil && error.message?.hasPrefix("Something went wrong") == true
    }
    return hasFailed ? .server : nil
  }
}
