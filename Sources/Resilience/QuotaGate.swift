/// Knows which quotas are closed, so that nothing is sent that would only be refused.
///
/// A limit that one request meets holds for all: GitHub may ban who keeps coming.
/// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
package struct QuotaGate<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  /// From when on each resource may be asked again.
  private var opens: [String: Instant] = [:]
  /// The same for all resources, after a secondary limit.
  private var hostOpens: Instant?

  package init() {}

  /// Closes one resource, or all when `resource` is nil, until `instant`; never opens one earlier.
  package mutating func close(_ resource: String?, until instant: Instant) {
    if let resource {
      opens[resource] = max(opens[resource] ?? instant, instant)
    } else {
      hostOpens = max(hostOpens ?? instant, instant)
    }
  }

  /// How long the resource must not be asked; zero when it may be.
  package func wait(for resource: String, at now: Instant) -> Duration {
    [opens[resource], hostOpens].compactMap(\.self).map { max(.zero, now.duration(to: $0)) }.max()
      ?? .zero
  }
}
