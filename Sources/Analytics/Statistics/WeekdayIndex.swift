/// How much more or less than usual happens on each day of the week.
struct WeekdayIndex: Hashable, Sendable {
  /// Factors around 1, of which the first belongs to the day after the last count.
  let factors: [Double]

  static let flat = WeekdayIndex(factors: [Double](repeating: 1, count: 7))

  private init(factors: [Double]) { self.factors = factors }

  /// From up to 52 whole weeks at the end of the counts; flat below two weeks.
  ///
  /// Ten events on every weekday that never happened draw the factors towards 1, so that few events
  /// make no pattern. Counts above the 99th percentile (the maximum below 90 days) are cut to it.
  init(_ counts: [Double]) {
    let weeks = min(counts.count / 7, 52)
    let recent = counts.suffix(7 * weeks)
    guard weeks >= 2 else {
      self = .flat
      return
    }
    let cap =
      recent.count >= 90 ? Array(recent).unsortedQuantile(0.99) : recent.max()
    let limit = max(cap ?? 1, 1)
    var sums = [Double](repeating: 0, count: 7)
    for (offset, count) in recent.enumerated() { sums[offset % 7] += min(count, limit) }
    let mean = sums.reduce(0, +) / Double(recent.count)
    guard mean > 0 else {
      self = .flat
      return
    }
    let raw = sums.map { ($0 + Self.prior) / (Double(weeks) * mean + Self.prior) }
    factors = raw.map { $0 / raw.mean }
  }

  /// The factor of the day so many days after the first one that was not counted; negative before.
  subscript(ahead: Int) -> Double {
    let remainder = ahead % 7
    return factors[remainder < 0 ? remainder + 7 : remainder]
  }

  /// Events.
  static let prior = 10.0
}
