import Glibc
import TestSupport

extension SeededGenerator {
  mutating func chance(_ share: Double) -> Bool { fraction() < share }

  /// At least 0 and below 1.
  mutating func fraction() -> Double { Double.random(in: 0..<1, using: &self) }

  /// A count of independent events; Knuth's method, for small rates.
  mutating func poisson(_ rate: Double) -> Int {
    let limit = exp(-rate)
    var (count, product) = (0, fraction())
    while product > limit {
      count += 1
      product *= fraction()
    }
    return count
  }

  /// Around the median, with the logarithm's standard deviation; by Box and Muller.
  mutating func logNormal(median: Double, deviation: Double) -> Double {
    let radius = (-2 * log(1 - fraction())).squareRoot()
    return median * exp(deviation * radius * cos(2 * .pi * fraction()))
  }
}
