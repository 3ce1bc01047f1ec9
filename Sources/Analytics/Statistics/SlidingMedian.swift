/// The median of the known values of some days that lie a fixed time back, day after day.
struct SlidingMedian: Sendable {
  /// From the oldest day of the window to the newest day taken, delayed ones included.
  private var values: [Double?] = []
  /// The known values of the window, ascending.
  private var sorted: [Double] = []
  private let days: Int
  private let delay: Int

  /// - Parameters:
  ///   - days: How many days the window holds.
  ///   - delay: How many of the newest days are not in it yet.
  init(days: Int, delay: Int = 0) {
    (self.days, self.delay) = (days, delay)
  }

  /// Nil while no value of the window is known.
  var median: Double? { sorted.median }

  /// Takes the value of the next day; what is not finite is unknown.
  mutating func append(_ value: Double?) {
    values.append(value.flatMap { $0.isFinite ? $0 : nil })
    if values.count > days + delay, let left = values.removeFirst() {
      sorted.remove(at: place(of: left))
    }
    if values.count > delay, let entered = values[values.count - 1 - delay] {
      sorted.insert(entered, at: place(of: entered))
    }
  }

  private func place(of value: Double) -> Int {
    sorted.sortedIndex(past: { $0 < value })
  }
}
