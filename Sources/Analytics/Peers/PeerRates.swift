import Glibc
package import Model

/// What of a repository's score can be compared with others: rates alone, before any points.
package struct PeerRates: Hashable, Sendable {
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// How fast pull requests are merged.
    case merging
    /// The share of issues answered within seven days.
    case answers
    /// The share of repeat contributors who are still active.
    case regulars
  }

  /// A rate of which more is better, with its standard error.
  package struct Rate: Hashable, Sendable {
    package let value: Double
    package let standardError: Double
  }

  /// Different people active in 30 days.
  package let activePeople: Int
  package let rates: [Measure: Rate]

  init(activePeople: Int, rates: [Measure: Rate]) {
    (self.activePeople, self.rates) = (activePeople, rates)
  }

  /// Nil unless the repository is active and somebody was in the last 30 days.
  package init?(_ score: HealthScore) {
    guard
      score.lifecycle == .active,
      let people = score.input("active_30d", of: .contributors), people >= 1
    else { return nil }
    activePeople = Int(people)
    var rates: [Measure: Rate] = [:]
    rates[.merging] = Self.merging(score)
    rates[.answers] = Self.share(score, .freshness, "answered_share", of: "issues", prior: 5)
    rates[.regulars] = Self.share(
      score,
      .contributors,
      "retention",
      of: "repeat_contributors",
      prior: 9.5
    )
    self.rates = rates
  }

  /// The logarithm of the median wait, which less is better of.
  private static func merging(_ score: HealthScore) -> Rate? {
    guard
      let median = score.input("median_hours", of: .velocity),
      let evidence = score.input("evidence", of: .velocity)
    else { return nil }
    let prior = log(ScoreCounts.mergePrior)
    let logarithm = (evidence * log(median) + 5 * prior) / (evidence + 5)
    return Rate(value: -logarithm, standardError: 1.25 * 2.5 / (evidence + 5).squareRoot())
  }

  /// With the weight of what the share is drawn towards.
  private static func share(
    _ score: HealthScore,
    _ component: ComponentID,
    _ name: String,
    of count: String,
    prior: Double
  ) -> Rate? {
    guard
      let share = score.input(name, of: component), let count = score.input(count, of: component),
      count > 0
    else { return nil }
    return Rate(
      value: share,
      standardError: max(0, share * (1 - share) / (count + prior)).squareRoot()
    )
  }
}

extension HealthScore {
  fileprivate func input(_ name: String, of component: ComponentID) -> Double? {
    components.first { $0.id == component }?.inputs.first { $0.name == name }?.value
  }
}

extension Analysis {
  /// What of the day can be compared with other repositories.
  package func peerRates(on day: Day) -> PeerRates? { PeerRates(reading(on: day)) }
}
