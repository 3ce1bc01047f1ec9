/// What a server says of the requests that are left in an hour.
package struct RateLimit: Hashable, Sendable {
  package var limit: Int
  package var remaining: Int
  package var used: Int
  /// Seconds since 1970 by the server's clock; that second itself is still refused.
  package var resetAt: Int
  /// Which quota this is, as in `core` and `graphql`.
  package var resource: String

  /// - Parameters:
  ///   - limit: Requests in a window.
  ///   - remaining: Requests left in the window.
  ///   - used: Requests made in the window.
  ///   - resetAt: When the next window begins.
  ///   - resource: The name of the quota.
  package init(limit: Int, remaining: Int, used: Int, resetAt: Int, resource: String = "core") {
    self.limit = limit
    self.remaining = remaining
    self.used = used
    self.resetAt = resetAt
    self.resource = resource
  }

  /// Whether nothing may be sent before ``resetAt``.
  package var isExhausted: Bool { remaining <= 0 }

  /// How long to wait before the next request; nil when one may go out now.
  ///
  /// - Parameter now: Seconds since 1970 by the server's clock.
  /// - Returns: The time to the second after ``resetAt``.
  package func wait(now: Int) -> Duration? {
    isExhausted ? Self.wait(until: resetAt, now: now) : nil
  }

  /// The time from `now` to the second after `resetAt`, never negative.
  static func wait(until resetAt: Int, now: Int) -> Duration {
    let (left, overflow) = resetAt.subtractingReportingOverflow(now)
    return overflow ? .seconds(Int.max) : .seconds(max(0, left)) + .seconds(1)
  }
}
