package import Resilience

extension FailureClass {
  /// What a response without success means; nil for 1xx to 3xx.
  package init?(_ response: Response) {
    switch response.status {
    case ..<400: return nil
    case 401: self = .authentication
    case 404, 410, 451: self = .notFound
    case 403 where response.headers["x-ratelimit-remaining"] == "0": self = .primaryRateLimit
    case 403: self = .permission
    case 429: self = .secondaryRateLimit
    case 500...: self = .server
    default: self = .invalidResponse
    }
  }
}
