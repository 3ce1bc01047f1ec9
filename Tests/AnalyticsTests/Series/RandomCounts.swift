import Glibc
import Model
import TestSupport

@testable import Analytics

/// Seeded Poisson counts of so many days around a mean.
func randomCounts(_ days: Int, around mean: Double, seed: UInt64) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  return (0..<days)
    .map { _ in
      // Knuth's method: how many uniform factors until their product falls below e^-mean.
      var (count, product) = (0.0, Double.random(in: 0..<1, using: &generator))
      while product > exp(-mean) {
        count += 1
        product *= Double.random(in: 0..<1, using: &generator)
      }
      return count
    }
}

extension DailySeries {
  /// Of known days from 1 February 2023 on.
  init(_ counts: [Double]) {
    self.init(from: Self.start, counts.map(Optional.some))
  }

  static let start = Day(number: 19_389)

  var last: Day { first.advanced(by: values.count - 1) }
}
