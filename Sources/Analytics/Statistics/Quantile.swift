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

  /// The middle value of ascending values, or the mean of the two in the middle.
  var median: Double? { quantile(0.5) }
}
