/// Keeps writes apart: GitHub asks for at least a second between them.
///
/// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
package struct WritePacer<Instant: InstantProtocol>: Sendable
where Instant.Duration == Duration, Instant: Sendable {
  private let interval: Duration
  private var next: Instant?

  package init(interval: Duration = .seconds(1)) {
    self.interval = interval
  }

  /// How long the write that asks now has to wait; its turn is taken by asking.
  package mutating func turn(at now: Instant) -> Duration {
    let start = max(now, next ?? now)
    next = start.advanced(by: interval)
    return now.duration(to: start)
  }

  /// A write was answered: the next begins no sooner than the interval after it.
  package mutating func finished(at now: Instant) {
    let earliest = now.advanced(by: interval)
    next = max(next ?? earliest, earliest)
  }
}
