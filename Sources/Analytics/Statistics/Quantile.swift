extension [Double] {
  /// The quantile of ascending values by linear interpolation (type 7 of Hyndman and Fan); nil of
  /// nothing.
  package func quantile(_ share: Double) -> Double? {
    guard let last else { return nil }
    let position = share * Double(count - 1)
    let lower = Int(position)
    guard lower + 1 < count else { return last }
    return self[lower] + (position - Double(lower)) * (self[lower + 1] - self[lower])
  }

  /// The quantile of values in any order, as that of ``quantile(_:)``; nil of nothing.
  ///
  /// Cost: linear on average.
  func unsortedQuantile(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let position = share * Double(count - 1)
    let lower = Int(position)
    var values = self
    values.select(lower)
    guard let next = values[(lower + 1)...].min() else { return values[lower] }
    return values[lower] + (position - Double(lower)) * (next - values[lower])
  }

  /// The middle value of ascending values, or the mean of the two in the middle.
  var median: Double? { quantile(0.5) }
}
