import Glibc

/// The standard normal distribution.
enum NormalDistribution {
  /// The chance of a value at least as far from 0 as `score`, on either side.
  ///
  /// By the complementary error function, which keeps its relative precision far out.
  static func twoSided(_ score: Double) -> Double {
    erfc(abs(score) / 2.0.squareRoot())
  }

  /// Below it lie 97.5 %.
  static let upper95 = 1.959963984540054
  /// Below it lie 90 %.
  static let upper80 = 1.2815515655446004
}
