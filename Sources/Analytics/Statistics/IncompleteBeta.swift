import Glibc

/// The regularised incomplete beta function on a logarithmic scale.
enum IncompleteBeta {
  /// ln I_x(a, b), given `x` and its complement `y` = 1 − x, both above 0.
  ///
  /// The continued fraction of https://dlmf.nist.gov/8.17#v, evaluated after Lentz; it takes about
  /// √max(a, b) steps. For a, b ≤ 10⁶ the logarithm is right to 1e-8 (of itself, where below −1), and
  /// stays so for tails far below what a `Double` holds.
  static func logarithm(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    let front = a * log(x) + b * log(y) - logBeta(a, b)
    if x < (a + 1) / (a + b + 2) {
      return min(0, front + log(fraction(a, b, x) / a))
    }
    let complement = exp(front + log(fraction(b, a, y) / b))
    return complement < 1 ? log1p(-complement) : -.infinity
  }

  /// ln Γ without the C library's global sign.
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// Steps; more than twice what arguments up to 10⁷ need, and a bound for larger ones.
  private static let longest = 3_000

  private static func logBeta(_ a: Double, _ b: Double) -> Double {
    logGamma(a) + logGamma(b) - logGamma(a + b)
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...Self.longest {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }

  /// A divisor that is not zero.
  private static func away(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }
}
