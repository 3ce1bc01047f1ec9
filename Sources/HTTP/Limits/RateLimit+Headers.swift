package import Resilience

extension RateLimit {
  /// Reads the `x-ratelimit-…` fields; nil when the server has no limit or does not tell.
  ///
  /// A GitHub Enterprise Server without limits sends 0 of 0 and a reset in the year 1.
  package init?(_ headers: Headers) {
    func number(_ name: String) -> Int? { headers["x-ratelimit-\(name)"].flatMap { Int($0) } }
    guard let remaining = number("remaining"), let resetAt = number("reset"), resetAt > 0 else {
      return nil
    }
    let used = number("used")
    let limit = number("limit") ?? remaining + (used ?? 0)
    guard number("limit") != 0 else { return nil }
    self.init(
      limit: limit,
      remaining: remaining,
      used: used ?? max(0, limit - remaining),
      resetAt: resetAt,
      resource: headers["x-ratelimit-resource"] ?? "core"
    )
  }
}
