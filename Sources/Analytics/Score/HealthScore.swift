package import Model

/// The health of a repository at one data date.
package struct HealthScore: Hashable, Sendable {
  package let day: Day
  package let lifecycle: Lifecycle
  /// 0 to 100; nil when too little is known.
  package let score: Double?
  /// The band of the day's score; nil unless the repository is active.
  package let band: Band?
  /// The band that reports use; nil unless the repository is active.
  package internal(set) var publishedBand: Band?
  /// In points; 1.64 times it is the 90 % interval.
  package let standardError: Double?
  /// 0 to 1.
  package let confidence: Double
  /// The weight of the components that have data, 0 to 1 of all.
  package let coverage: Double
  /// Days, with their fraction, for which every stream of the score is known.
  package let knownDays: Double
  /// All five, in their order.
  package let components: [ComponentScore]

  /// How much a reader should make of the score.
  package var reliability: Reliability {
    if knownDays < 90 { return .earlyReading }
    if confidence < 0.35 { return .littleToGoOn }
    return confidence < 0.5 ? .fair : .alerting
  }

  /// How far a score can be trusted.
  package enum Reliability: String, Hashable, Sendable {
    case earlyReading = "early reading"
    case littleToGoOn = "little to go on"
    case fair
    /// Good enough to raise an alert.
    case alerting
  }
}

extension HealthScore {
  /// Puts the components of a day together; the published band is replayed by the caller.
  init(
    on day: Day,
    lifecycle: Lifecycle,
    knownDays: Double,
    components: [ComponentScore]
  ) {
    let known = components.compactMap { component in
      component.score.map { (weight: component.weight, score: $0, component: component) }
    }
    let present = known.reduce(0) { $0 + $1.weight }
    let all = components.reduce(0) { $0 + $1.weight }
    let sum = known.reduce(0) { $0 + $1.weight * $1.score }
    let squares = known.reduce(0) { total, part in
      let share = part.weight * (part.component.standardError ?? 0)
      return total + share * share
    }
    let evidence = known.reduce(0) { total, part in
      total + part.weight * part.component.events / (part.component.events + 5)
    }
    // Configured shares such as 0.35 become 35 with an error in the last digit.
    let isEnough = present >= Self.leastWeight - 1e-9
    let score = isEnough ? sum / present : nil
    self.day = day
    self.lifecycle = lifecycle
    self.score = score
    band = lifecycle == .active ? score.map(Band.init) : nil
    publishedBand = nil
    standardError = isEnough ? squares.squareRoot() / present : nil
    confidence = evidence / 100 * min(1, max(0, knownDays) / 90)
    coverage = all > 0 ? present / all : 0
    self.knownDays = knownDays
    self.components = components
  }

  /// Below this weight of known components there is no score.
  private static let leastWeight = 35.0
}
