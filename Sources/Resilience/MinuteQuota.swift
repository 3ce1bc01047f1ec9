/// Spreads requests so that no minute holds more points than a server forgives.
///
/// GitHub's secondary limit allows 900 points a minute for REST and 2,000 for GraphQL; what only
/// reads costs 1 point, what writes 5.
/// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit
package struct MinuteQuota<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  private struct Spending: Sendable {
    let instant: Instant
    let points: Int
  }

  private let limit: Int
  private let window: Duration
  /// What was spent within the window, oldest first.
  private var spendings: [Spending] = []
  private var total = 0

  /// - Parameters:
  ///   - limit: The most points in a window.
  ///   - window: How long a spending counts.
  package init(limit: Int, window: Duration = .seconds(60)) {
    self.limit = limit
    self.window = window
  }

  /// Spends the points and gives zero, or spends nothing and gives how long to wait for them.
  ///
  /// More points than a whole window holds are let through once the window is empty.
  package mutating func spend(_ points: Int, at now: Instant) -> Duration {
    let gone = spendings.prefix { $0.instant.advanced(by: window) <= now }
    total -= gone.reduce(0) { $0 + $1.points }
    spendings.removeFirst(gone.count)
    var excess = total + points - limit
    guard excess > 0, !spendings.isEmpty else {
      spendings.append(Spending(instant: now, points: points))
      total += points
      return .zero
    }
    // The wait ends with the spending whose leaving makes the room.
    let last = spendings.first { spending in
      excess -= spending.points
      return excess <= 0
    }
    let ends = last ?? spendings[spendings.count - 1]
    return now.duration(to: ends.instant.advanced(by: window))
  }
}
