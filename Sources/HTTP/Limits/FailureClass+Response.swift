package import Resilience

extension FailureClass {
  /// What an answer without success means; nil for one that can be used.
  ///
  /// GraphQL tells of its limits with status 200, under two spellings. A secondary limit without
  /// headers is told from a missing permission by words, which have changed over the years:
  /// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
  package init?(_ response: Response) {
    switch response.status {
    case ..<300:
      guard response.saysGraphQLLimit else { return nil }
      self = .primaryRateLimit
    case 300..<400: return nil
    case 401: self = .authentication
    case 404, 410, 451: self = .notFound
    case 403, 429:
      if response.headers["retry-after"] != nil || response.saysSecondaryLimit {
        self = .secondaryRateLimit
      } else if response.headers["x-ratelimit-remaining"] == "0" {
        self = .primaryRateLimit
      } else {
        self = response.status == 429 ? .secondaryRateLimit : .permission
      }
    case 408, 500...: self = .server
    default: self = .invalidResponse
    }
  }
}

extension Response {
  fileprivate var saysSecondaryLimit: Bool {
    ["secondary rate limit", "abuse detection"].contains { says($0) }
  }

  /// GraphQL's refusal for want of points comes without data, so the answer is short.
  fileprivate var saysGraphQLLimit: Bool {
    guard body.count < 2_000 else { return false }
    return says("\"type\"") && (says("\"rate_limit\"") || says("\"rate_limited\""))
  }

  /// Whether the first part of the body has these words, whatever their case.
  private func says(_ words: String) -> Bool {
    String(decoding: body.prefix(4_096), as: UTF8.self).lowercased().contains(words)
  }
}
