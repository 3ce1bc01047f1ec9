/// The newest values of a series, one a day; older ones are forgotten.
struct RecentValues: Hashable, Sendable {
  private let capacity: Int
  /// Up to twice the capacity, so that forgetting costs little a day.
  private var stored: [Double?] = []

  init(capacity: Int) {
    self.capacity = capacity
    stored.reserveCapacity(2 * capacity)
  }

  mutating func append(_ value: Double?) {
    if stored.count == 2 * capacity { stored.removeFirst(capacity) }
    stored.append(value)
  }

  /// The last `count` values, oldest first, or fewer where there are not as many.
  func last(_ count: Int) -> ArraySlice<Double?> {
    stored.suffix(min(count, capacity))
  }

  /// The value so many days before the newest one; nil where unknown or forgotten.
  func before(_ days: Int) -> Double? {
    guard days < min(stored.count, capacity) else { return nil }
    return stored[stored.count - 1 - days]
  }
}
