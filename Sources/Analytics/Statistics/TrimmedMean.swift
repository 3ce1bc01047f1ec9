extension [Double] {
  /// The mean after every value above the quantile of `share` became that quantile; 0 of nothing.
  func cappedMean(at share: Double) -> Double {
    guard !isEmpty else { return 0 }
    let cap = unsortedQuantile(share) ?? .infinity
    return reduce(0) { $0 + Swift.min($1, cap) } / Double(count)
  }

  /// The mean; 0 of nothing.
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
