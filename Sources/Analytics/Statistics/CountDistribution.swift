import Glibc

/// A distribution of counts with a given mean and variance: negative binomial, or Poisson where the
/// variance is within 1 % of the mean.
///
/// With p = mean/variance and r = mean·p/(1 − p), P(k) = Γ(k + r)/(k! Γ(r)) · pʳ (1 − p)ᵏ.
/// Quantiles are exact integers for means up to 10⁶ (the same as scipy's wherever the cumulative
/// chance differs from the level by more than 1e-9); above, they are right to 1e-4 of the mean.
/// Means above 700 are negative binomial even where the variance is within that 1 %.
struct CountDistribution: Hashable, Sendable {
  let mean: Double
  let variance: Double

  /// - Parameters:
  ///   - mean: At least 0.02 is taken.
  ///   - variance: At least 1.0001 times the mean is taken.
  init(mean: Double, variance: Double) {
    self.mean = max(mean, 0.02)
    self.variance = max(variance, self.mean * 1.0001)
  }

  /// The smallest counts at or below which lie the given shares.
  ///
  /// The levels ascend. Sizes r below 0.001 count as that, which no quantile in use can tell apart.
  func quantiles(_ levels: [Level]) -> [Double] {
    let none = chanceOfNone
    if mean <= 700, variance <= mean * 10_000, none > 1e-290 { return summed(levels, from: none) }
    // Where a shape is so extreme that digits run out, the order still holds.
    var least = 0.0
    return levels.map { level in
      least = max(least, mean > Self.largestExact ? scaled(level) : located(level))
      return least
    }
  }

  /// A share with the standard normal score below which it lies.
  struct Level: Hashable, Sendable {
    let share: Double
    let score: Double
  }

  /// −log₁₀ of the chance of a count of at least `count`, at most 300.
  func upperTail(_ count: Double) -> Double {
    let count = count.rounded(.down)
    guard count >= 1 else { return 0 }
    return decimal(IncompleteBeta.logarithm(count, size, x: 1 - p, y: p))
  }

  /// −log₁₀ of the chance of a count of at most `count`, at most 300.
  func lowerTail(_ count: Double) -> Double {
    let count = count.rounded(.down)
    guard count >= 0 else { return 300 }
    return decimal(IncompleteBeta.logarithm(size, count + 1, x: p, y: 1 - p))
  }

  private func decimal(_ logarithm: Double) -> Double {
    min(300, max(0, -logarithm / M_LN10))
  }

  private static let largestExact = 1e6
  private static let longestWalk = 512

  private var isPoisson: Bool { variance <= mean * 1.01 }
  private var p: Double { mean / variance }
  private var size: Double { mean * p / (1 - p) }

  private var quantileSize: Double { max(size, 1e-3) }

  private var chanceOfNone: Double {
    isPoisson ? exp(-mean) : exp(quantileSize * log(p))
  }

  /// Adds up the chances from 0 on.
  private func summed(_ levels: [Level], from none: Double) -> [Double] {
    let (isPoisson, size, rest) = (isPoisson, quantileSize, 1 - p)
    var (count, chance, sum) = (0.0, none, none)
    return levels.map { level in
      // Rounding may keep the sum from reaching a level; the chances then vanish.
      while sum < level.share, chance > 1e-300 {
        chance *= isPoisson ? mean / (count + 1) : (count + size) * rest / (count + 1)
        count += 1
        sum += chance
      }
      return count
    }
  }

  /// Newton's steps from the approximation of Cornish and Fisher, halving where they fail; the last
  /// few counts one by one.
  private func located(_ level: Level) -> Double {
    guard chanceOfNone < level.share else { return 0 }
    var (low, high) = (0.0, Double.infinity)
    var count = max(0, approximation(level.score).rounded())
    // Each step that is no Newton's halves or doubles, so that far fewer are enough.
    for _ in 0..<256 {
      let below = cumulative(count)
      if below < level.share { low = count } else { high = count }
      guard high - low > 1 else { break }
      let step = ((level.share - below) / max(exp(logChance(count)), 1e-300)).rounded()
      if abs(step) <= 24 { return walked(to: level.share, from: count, below: below) }
      let next = count + step
      let middle = high < .infinity ? ((low + high) / 2).rounded(.down) : 2 * count + 1
      count = low < next && next < high ? next : middle
    }
    return high < .infinity ? high : count
  }

  /// Goes towards the smallest count whose cumulative chance reaches `share`, one by one.
  private func walked(to share: Double, from start: Double, below sum: Double) -> Double {
    let (size, rest) = (size, 1 - p)
    var (count, sum, chance) = (start, sum, exp(logChance(start)))
    for _ in 0..<Self.longestWalk where sum < share {
      chance *= (count + size) * rest / (count + 1)
      count += 1
      sum += chance
    }
    for _ in 0..<Self.longestWalk where count > 0 && sum - chance >= share {
      sum -= chance
      chance *= count / ((count - 1 + size) * rest)
      count -= 1
    }
    return count
  }

  /// Above ``largestExact``: the quantile of the same shape at a smaller scale, or the normal
  /// approximation where the spread is smaller than that scale can show.
  private func scaled(_ level: Level) -> Double {
    let scale = mean / 1e5
    let smaller = CountDistribution(mean: mean / scale, variance: variance / scale / scale)
    guard variance / mean > 1.05 * scale else {
      return max(0, approximation(level.score).rounded())
    }
    return smaller.located(level) * scale
  }

  private func cumulative(_ count: Double) -> Double {
    exp(IncompleteBeta.logarithm(size, count + 1, x: p, y: 1 - p))
  }

  private func logChance(_ count: Double) -> Double {
    IncompleteBeta.logGamma(count + size) - IncompleteBeta.logGamma(count + 1)
      - IncompleteBeta.logGamma(size) + size * log(p) + count * log(1 - p)
  }

  /// https://en.wikipedia.org/wiki/Cornish–Fisher_expansion to the fourth cumulant.
  private func approximation(_ z: Double) -> Double {
    let skewness = (2 - p) / (size * (1 - p)).squareRoot()
    let excess = 6 / size + p * p / (size * (1 - p))
    let shift =
      z + skewness * (z * z - 1) / 6 + excess * (z * z * z - 3 * z) / 24
      - skewness * skewness * (2 * z * z * z - 5 * z) / 36
    return mean + variance.squareRoot() * shift
  }
}
