/// Rounds numbers so that what is shown adds up.
///
/// Source: https://en.wikipedia.org/wiki/Largest_remainder_method.
package enum LargestRemainder {
  /// `values` to one place each, adding up to their sum rounded to one place.
  ///
  /// Every value moves by less than 0.1; of equal remainders the first is rounded up.
  package static func tenths(_ values: [Double]) -> [Double] {
    let scaled = values.map { $0 * 10 }
    guard scaled.allSatisfy({ $0.isFinite && abs($0) < 1e12 }) else { return values }
    var units = scaled.map { $0.rounded(.down) }
    // The sum of many doubles may miss a half by its last digit.
    let total = (scaled.reduce(0, +) + 1e-9).rounded()
    let missing = Int(total - units.reduce(0, +))
    let byRemainder = scaled.indices.sorted {
      (scaled[$1] - units[$1], $0) < (scaled[$0] - units[$0], $1)
    }
    for index in byRemainder.prefix(max(0, missing)) { units[index] += 1 }
    return units.map { $0 / 10 }
  }
}
