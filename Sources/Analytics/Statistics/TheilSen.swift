/// The line through equally spaced values whose slope is the median of all pairs' slopes.
struct TheilSen: Hashable, Sendable {
  /// Change from one value to the next.
  let slope: Double
  /// The ends of Sen's 95 % interval of the slope.
  let low: Double
  let high: Double

  /// Nil of fewer than two values.
  ///
  /// The interval's ends are the order statistics that scipy's `theilslopes` takes
  /// (https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.theilslopes.html).
  init?(_ values: [Double]) {
    guard values.count > 1 else { return nil }
    var slopes: [Double] = []
    slopes.reserveCapacity(values.count * (values.count - 1) / 2)
    for later in 1..<values.count {
      for earlier in 0..<later {
        slopes.append((values[later] - values[earlier]) / Double(later - earlier))
      }
    }
    slopes.sort()
    let middle = slopes.count / 2
    slope =
      slopes.count.isMultiple(of: 2) ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
    let pairs = Double(slopes.count)
    let reach = NormalDistribution.upper95 * MannKendall.variance(of: values).squareRoot()
    let upper = Int(((pairs + reach) / 2).rounded(.toNearestOrEven))
    let lower = Int(((pairs - reach) / 2).rounded(.toNearestOrEven)) - 1
    high = slopes[min(upper, slopes.count - 1)]
    low = slopes[max(lower, 0)]
  }
}
