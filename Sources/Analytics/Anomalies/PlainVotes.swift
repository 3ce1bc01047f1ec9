/// What plain methods say of a day; they explain a finding and never make one.
///
/// Both compare with the known ones of the 28 days before, are negative below what is usual, and
/// take no scale for smaller than √mean, as counts vary at least as much, nor than 0.5.
package struct PlainVotes: Hashable, Sendable {
  /// The distance from the median in robust standard deviations (1.4826·MAD); 3.5 is remarkable.
  package let robustZ: Double
  /// The distance beyond the nearer quartile in interquartile ranges; 1.5 is Tukey's fence.
  package let tukey: Double

  /// The name that a document gives each method, with its value.
  package var named: [(method: String, value: Double)] {
    [("robust_z", robustZ), ("tukey", tukey)]
  }

  /// Both 0 without any day before.
  init(_ count: Double, after history: ArraySlice<Double?>) {
    let sorted = history.compactMap(\.self).sorted()
    guard let median = sorted.median, let low = sorted.quantile(0.25),
      let high = sorted.quantile(0.75)
    else {
      (robustZ, tukey) = (0, 0)
      return
    }
    let floor = max(sorted.mean.squareRoot(), 0.5)
    let deviations = sorted.map { abs($0 - median) }.sorted()
    robustZ = (count - median) / max(1.4826 * (deviations.median ?? 0), floor)
    let beyond = count > high ? count - high : min(0, count - low)
    tukey = beyond / max(high - low, floor)
  }
}
