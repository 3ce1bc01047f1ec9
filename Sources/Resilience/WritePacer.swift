/// Keeps writes apart in time.
///
/// "wait at least one second between each request":
/// https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api.
package struct WritePacer<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  private let interval: Duration
  private var last: Instant

  /// - Parameters:
  ///   - interval: The least time from the end of a write to the start of the next.
  ///   - start: When the run began; the one before may have ended with a write just then.
  package init(interval: Duration = .seconds(1), start: Instant) {
    self.interval = interval
    last = start
  }

  /// How long the next write must wait, zero when it may go out.
  package func delay(at now: Instant) -> Duration {
    max(.zero, now.duration(to: last.advanced(by: interval)))
  }

  /// A write has ended, well or not.
  package mutating func ended(at now: Instant) {
    last = now
  }
}
