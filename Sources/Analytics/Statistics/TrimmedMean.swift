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

extension [Double] {
  /// ``cappedMean(at:)`` for a share near 1, without sorting: only the largest values are found.
  func meanCappedNearTop(at share: Double) -> Double {
    guard !isEmpty else { return 0 }
    let position = share * Double(count - 1)
    let lower = Int(position)
    // The largest values, descending, down to the one below the quantile.
    var largest: [Double] = []
    let wanted = count - lower
    largest.reserveCapacity(wanted + 1)
    for value in self where largest.count < wanted || value > largest[wanted - 1] {
      var place = largest.count
      while place > 0, largest[place - 1] < value { place -= 1 }
      largest.insert(value, at: place)
      if largest.count > wanted { largest.removeLast() }
    }
    let below = largest[wanted - 1]
    let above = wanted > 1 ? largest[wanted - 2] : below
    let cap = below + (position - Double(lower)) * (above - below)
    return reduce(0) { $0 + Swift.min($1, cap) } / Double(count)
  }
}
