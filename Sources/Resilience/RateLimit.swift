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
}
