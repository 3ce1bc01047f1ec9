/// Counts beside what was expected of each day and of each span the day before it began.
struct CountHistory: Hashable, Sendable {
  private let counts: [Double]
  private let levels: [Double]
  /// Running sums of the counts, and of the weekday factors.
  private let sums: [Double]
  private let factorSums: [Double]
  private let start: Int

  /// `levels` holds the level before each day; it may be longer than `counts`.
  init(_ counts: [Double], levels: [Double], index: WeekdayIndex) {
    (self.counts, self.levels) = (counts, levels)
    start = Self.burnIn(counts.count)
    var (sums, factorSums) = ([0.0], [0.0])
    sums.reserveCapacity(counts.count + 1)
    factorSums.reserveCapacity(counts.count + 1)
    var (sum, factorSum) = (0.0, 0.0)
    for (day, count) in counts.enumerated() {
      sum += count
      factorSum += index[day - counts.count]
      sums.append(sum)
      factorSums.append(factorSum)
    }
    (self.sums, self.factorSums) = (sums, factorSums)
  }

  /// How many times more than Poisson's the days spread around their expectation, over the last
  /// 180 days at most; the most extreme 1.5 % are cut.
  var dispersion: Double {
    let first = max(start, counts.count - 180)
    let squares = (first..<counts.count)
      .map { day -> Double in
        let expected = max(levels[day] * (factorSums[day + 1] - factorSums[day]), 0.02)
        return (counts[day] - expected) * (counts[day] - expected) / expected
      }
    return max(1, squares.cappedMean(at: 0.985))
  }

  /// The same for sums of `days` days foretold before they began; nil where they are fewer than 10.
  func dispersion(ofSumsOver days: Int) -> Double? {
    guard counts.count - days - start + 1 >= 10 else { return nil }
    let squares = (start...(counts.count - days))
      .map { day -> Double in
        let expected = levels[day] * (factorSums[day + days] - factorSums[day])
        let error = sums[day + days] - sums[day] - expected
        return error * error / max(expected, 0.3)
      }
    return max(1, squares.cappedMean(at: 0.95))
  }

  /// Days at the beginning that only settle the level.
  static func burnIn(_ count: Int) -> Int { min(28, count / 3) }
}
