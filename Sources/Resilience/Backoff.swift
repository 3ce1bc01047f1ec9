/// Exponential back-off with full jitter.
///
/// Source: Marc Brooker, "Exponential Backoff And Jitter",
/// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
package struct Backoff: Hashable, Sendable {
  package var base: Duration
  package var cap: Duration

  /// - Parameters:
  ///   - base: The longest delay after the first attempt.
  ///   - cap: The longest delay of all.
  package init(base: Duration, cap: Duration) {
    self.base = base
    self.cap = cap
  }

  /// The longest delay after `attempt`, which counts from 1.
  package func ceiling(after attempt: Int) -> Duration {
    // Beyond 2^30 every cap of practice is reached.
    min(cap, base * (1 << min(max(attempt - 1, 0), 30)))
  }

  /// A random delay between nothing and ``ceiling(after:)``, in whole milliseconds.
  package func delay(
    after attempt: Int,
    using generator: inout some RandomNumberGenerator
  ) -> Duration {
    let (seconds, attoseconds) = ceiling(after: attempt).components
    let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    return .milliseconds(Int64.random(in: 0...max(0, milliseconds), using: &generator))
  }
}
