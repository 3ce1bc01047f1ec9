import Glibc

/// The median of waits of which some have not ended, after Kaplan and Meier.
struct KaplanMeier: Hashable, Sendable {
  /// Hours; where fewer than half have ended, twice the longest wait, at least the prior.
  let median: Double
  /// False where the median is only that bound.
  let isReached: Bool
  /// Ended waits, and half of each open one as far as it has come towards the median.
  let evidence: Double

  /// A wait of so many seconds.
  struct Wait: Hashable, Sendable {
    let seconds: Int
    let isEnded: Bool
  }

  /// Nil without any wait.
  ///
  /// - Parameters:
  ///   - waits: In the order that breaks ties: by creation, then number.
  ///   - prior: Hours, the least that an unreached median can be.
  init?(_ waits: [Wait], prior: Double) {
    let ranked = waits.enumerated()
    self.init(
      ended: ranked.filter { $1.isEnded }.map { Ranked($1.seconds, order: $0) }.sorted(),
      open: ranked.filter { !$1.isEnded }.map { Ranked($1.seconds, order: $0) }.sorted(),
      prior: prior
    )
  }

  /// Nil without any wait; both lists ascend.
  init?(ended: [Ranked], open: [Ranked], prior: Double) {
    guard let longest = max(ended.last?.seconds, open.last?.seconds) else { return nil }
    let found = Self.median(ended, open)
    let median = found ?? max(2 * Double(longest) / 3_600, prior)
    self.median = median
    isReached = found != nil
    evidence = open.reduce(Double(ended.count)) { sum, wait in
      sum + 0.5 * min(1, Double(wait.seconds) / 3_600 / median)
    }
  }

  private static func median(_ ended: [Ranked], _ open: [Ranked]) -> Double? {
    var (survival, before) = (1.0, Ranked.shortest)
    var atRisk = ended.count + open.count
    var next = 0
    for wait in ended {
      while next < open.count, open[next] < wait {
        next += 1
        atRisk -= 1
      }
      let after = survival * (1 - 1 / Double(atRisk))
      if after <= 0.5 + 1e-9 {
        let share = (survival - 0.5) / (survival - after)
        let start = before.logarithm
        return exp(start + (wait.logarithm - start) * share)
      }
      (survival, before) = (after, wait)
      atRisk -= 1
    }
    return nil
  }

  /// The logarithm of the median, drawn towards the prior's with a weight of five events.
  func shrunkLogarithm(prior: Double) -> Double {
    (evidence * log(median) + 5 * log(prior)) / (evidence + 5)
  }
}

extension KaplanMeier {
  /// A wait with its place among equal ones.
  struct Ranked: Comparable, Sendable {
    /// At least a quarter of an hour: shorter waits count as this.
    let seconds: Int
    let order: Int

    init(_ seconds: Int, order: Int) {
      self.seconds = max(seconds, 900)
      self.order = order
    }

    /// Of the hours.
    var logarithm: Double { log(Double(seconds) / 3_600) }

    static let shortest = Ranked(0, order: 0)

    static func == (left: Self, right: Self) -> Bool {
      (left.seconds, left.order) == (right.seconds, right.order)
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.seconds, left.order) < (right.seconds, right.order)
    }
  }
}

/// The larger of the numbers that are there.
private func max(_ left: Int?, _ right: Int?) -> Int? {
  guard let left, let right else { return left ?? right }
  return Swift.max(left, right)
}
