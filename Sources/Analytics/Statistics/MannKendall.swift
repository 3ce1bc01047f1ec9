/// The test of Mann and Kendall for a trend, with the variance of Hamed and Rao.
///
/// Hamed and Rao (1998), https://doi.org/10.1016/S0022-1694(97)00125-X: values that depend on those
/// before them make S vary more than independent ones would.
enum MannKendall {
  /// The two-sided chance of as clear a trend without any; 1 of fewer than three values.
  ///
  /// The values are equally spaced, oldest first; `slope` is their Theil–Sen slope.
  static func chance(of values: [Double], slope: Double) -> Double {
    let statistic = statistic(of: values)
    let variance = variance(of: values) * inflation(of: values, slope: slope)
    guard values.count > 2, statistic != 0, variance > 0 else { return 1 }
    let score = (statistic - (statistic < 0 ? -1 : 1)) / variance.squareRoot()
    return NormalDistribution.twoSided(score)
  }

  /// Pairs that rise less pairs that fall.
  static func statistic(of values: [Double]) -> Double {
    var sum = 0
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        sum += values[later] > values[earlier] ? 1 : values[later] < values[earlier] ? -1 : 0
      }
    }
    return Double(sum)
  }

  /// The variance of the statistic of independent values, corrected for ties.
  static func variance(of values: [Double]) -> Double {
    func term(_ count: Double) -> Double { count * (count - 1) * (2 * count + 5) }
    let sorted = values.sorted()
    var ties = 0.0
    var start = 0
    for end in 1...max(sorted.count, 1) where end >= sorted.count || sorted[end] != sorted[start] {
      ties += term(Double(end - start))
      start = end
    }
    return (term(Double(values.count)) - ties) / 18
  }

  /// The factor of Hamed and Rao, at least 1: from the autocorrelation of the detrended values'
  /// ranks at lags up to a third, where it is beyond 1.96/√n.
  private static func inflation(of values: [Double], slope: Double) -> Double {
    let count = values.count
    guard count > 3 else { return 1 }
    let n = Double(count)
    let ranks = ranks(of: values.enumerated().map { $1 - slope * Double($0) })
    let centred = ranks.map { $0 - (n + 1) / 2 }
    let total = max(centred.reduce(0) { $0 + $1 * $1 }, 1e-9)
    var sum = 0.0
    for lag in 1...max(1, min(count - 3, count / 3)) {
      let product = zip(centred, centred.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
      let correlation = product / total
      guard abs(correlation) > 1.96 / n.squareRoot() else { continue }
      let left = n - Double(lag)
      sum += left * (left - 1) * (left - 2) * correlation
    }
    return max(1, 1 + 2 / (n * (n - 1) * (n - 2)) * sum)
  }

  /// Ranks from 1; equal values share the mean of theirs.
  private static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in start..<end { ranks[order[position]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
