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
    guard !waits.isEmpty else { return nil }
    let ordered = waits.enumerated()
      .map { (seconds: max($1.seconds, Self.shortest), order: $0, isEnded: $1.isEnded) }
      .sorted { ($0.seconds, $0.order) < ($1.seconds, $1.order) }
    var found: Double?
    var before = (survival: 1.0, logarithm: log(Double(Self.shortest) / 3_600))
    for (index, wait) in ordered.enumerated() where wait.isEnded {
      let survival = before.survival * (1 - 1 / Double(ordered.count - index))
      let logarithm = log(Double(wait.seconds) / 3_600)
      if survival <= 0.5 + 1e-9 {
        let share = (before.survival - 0.5) / (before.survival - survival)
        found = exp(before.logarithm + (logarithm - before.logarithm) * share)
        break
      }
      before = (survival, logarithm)
    }
    let longest = Double(ordered.last?.seconds ?? 0) / 3_600
    let median = found ?? max(2 * longest, prior)
    self.median = median
    isReached = found != nil
    evidence = ordered.reduce(0) { sum, wait in
      sum + (wait.isEnded ? 1 : 0.5 * min(1, Double(wait.seconds) / 3_600 / median))
    }
  }

  /// The logarithm of the median, drawn towards the prior's with a weight of five events.
  func shrunkLogarithm(prior: Double) -> Double {
    (evidence * log(median) + 5 * log(prior)) / (evidence + 5)
  }

  /// A quarter of an hour: shorter waits count as this.
  private static let shortest = 900
}
