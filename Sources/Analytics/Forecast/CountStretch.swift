import Model

/// The newest days of a series that can be forecast from: every one is known, or was filled.
struct CountStretch: Hashable, Sendable {
  /// Oldest first; none is negative.
  let counts: [Double]
  /// Days after the newest count for which nothing is known, at most ``longestGap``.
  let missing: Int

  /// The days of the series until `date`.
  ///
  /// Gaps of up to ``longestGap`` days are filled linearly, and after a longer one the series begins
  /// anew. A negative value is unknown.
  init(_ series: DailySeries, until date: Day) {
    let index = series.index(after: date)
    let values = series.counts(before: index).map { $0.flatMap { $0 < 0 ? nil : $0 } }
    guard let last = values.lastIndex(where: { $0 != nil }), index - 1 - last <= Self.longestGap
    else {
      (counts, missing) = ([], 0)
      return
    }
    missing = index - 1 - last
    // Backwards, so that reading stops at the first gap that is too long.
    var counts: [Double] = []
    var gap = 0
    for value in values[...last].reversed() {
      guard let value else {
        gap += 1
        if gap > Self.longestGap { break }
        continue
      }
      if gap > 0, let later = counts.last {
        let step = (value - later) / Double(gap + 1)
        for offset in 1...gap { counts.append(later + step * Double(offset)) }
      }
      gap = 0
      counts.append(value)
    }
    self.counts = counts.reversed()
  }

  /// Days.
  static let longestGap = 3
}
