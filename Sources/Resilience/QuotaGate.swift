/// Knows which quotas are used up, so that nothing is sent that would only be refused.
package struct QuotaGate<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  /// By resource, from when on it may be asked again.
  private var opens: [String: Instant] = [:]

  package init() {}

  /// Takes note of what an answer says of its quota.
  ///
  /// - Parameters:
  ///   - limit: The quota after the answer.
  ///   - seconds: How long until it is renewed; that second itself is still refused.
  ///   - now: When the answer came.
  package mutating func note(_ limit: RateLimit, renewedIn seconds: Int, at now: Instant) {
    opens[limit.resource] =
      limit.isExhausted ? now.advanced(by: .seconds(max(0, seconds) + 1)) : nil
  }

  /// How long the resource must not be asked.
  package func wait(for resource: String, at now: Instant) -> Duration {
    opens[resource].map { max(.zero, now.duration(to: $0)) } ?? .zero
  }
}
