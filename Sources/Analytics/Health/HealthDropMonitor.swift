package import Model

/// Watches a score day by day, and says when it has fallen and when that is over.
///
/// A day without a score neither counts nor breaks a run. An alert that fires clears by the scores
/// alone, whatever becomes of the evidence.
package struct HealthDropMonitor: Sendable {
  /// One day as the rule sees it; days come one after the other, without a gap.
  package struct Sample: Hashable, Sendable {
    package var day: Day
    /// Nil without enough data.
    package var score: Double?
    package var standardError: Double?
    /// Whether the repository is active, and the evidence is good enough for an alert.
    package var mayAlert: Bool
    package var publishedBand: Band?

    package init(
      day: Day,
      score: Double?,
      standardError: Double?,
      mayAlert: Bool,
      publishedBand: Band? = nil
    ) {
      (self.day, self.score, self.standardError) = (day, score, standardError)
      (self.mayAlert, self.publishedBand) = (mayAlert, publishedBand)
    }
  }

  /// In the order in which they fired; only the last may be firing.
  package private(set) var alerts: [HealthDropAlert] = []

  private let rule: HealthDropRule
  private var recent = SlidingMedian(days: HealthDropRule.recentDays)
  private var reference = SlidingMedian(
    days: HealthDropRule.referenceDays,
    delay: HealthDropRule.referenceDelay
  )
  private var referenceError = SlidingMedian(
    days: HealthDropRule.referenceDays,
    delay: HealthDropRule.referenceDelay
  )
  /// The bad days running, while no alert fires.
  private var bad: (days: Int, since: Day?) = (0, nil)
  /// The good days running, while one does.
  private var goodDays = 0
  /// Whether an alert was reported that is still to fire, for want of a score.
  private var isOwed = false

  package init(_ rule: HealthDropRule = HealthDropRule()) {
    self.rule = rule
  }

  package var isFiring: Bool { alerts.last.map { $0.cleared == nil } ?? false }

  /// Takes the next day.
  ///
  /// - Parameters:
  ///   - sample: The day after the one before.
  ///   - isReported: Whether an alert was reported to have fired that day. It then has, whatever
  ///     today's facts say of it.
  /// - Returns: The fall, where the day has a score and there is something to compare it with.
  package mutating func observe(_ sample: Sample, isReported: Bool = false) -> HealthDrop? {
    recent.append(sample.score)
    reference.append(sample.score)
    referenceError.append(sample.standardError)
    isOwed = isOwed || isReported
    guard let drop = drop(of: sample) else { return nil }
    if isFiring { follow(drop, sample) } else { judge(drop, sample) }
    isOwed = false
    return drop
  }

  private func drop(of sample: Sample) -> HealthDrop? {
    guard
      sample.score != nil, let error = sample.standardError, let now = recent.median,
      let before = reference.median, let usual = referenceError.median
    else { return nil }
    let both = (error * error + usual * usual / 1.5).squareRoot()
    let threshold = max(rule.points, HealthDropRule.errors * both)
    return HealthDrop(before: before, now: now, threshold: threshold)
  }

  private mutating func judge(_ drop: HealthDrop, _ sample: Sample) {
    let isBad = sample.mayAlert && drop.points >= drop.threshold
    bad = isBad ? (bad.days + 1, bad.since ?? sample.day) : (0, nil)
    let isCool =
      alerts.last.map { sample.day.number - $0.fired.number >= rule.cooldownDays } ?? true
    guard isOwed || (bad.days >= rule.confirmDays && isCool) else { return }
    alerts.append(
      HealthDropAlert(
        since: bad.since ?? sample.day,
        fired: sample.day,
        drop: drop,
        severity: severity(of: drop, sample)
      )
    )
    (bad, goodDays) = ((0, nil), 0)
  }

  private mutating func follow(_ drop: HealthDrop, _ sample: Sample) {
    goodDays = drop.points < HealthDropRule.clearingPoints ? goodDays + 1 : 0
    let last = alerts.count - 1
    guard goodDays < HealthDropRule.clearingDays else {
      alerts[last].cleared = sample.day
      return
    }
    let severity = severity(of: drop, sample)
    let told = alerts[last].worsenings.last?.drop ?? alerts[last].drop
    guard severity > alerts[last].severity || drop.points >= told.points + rule.points else {
      return
    }
    alerts[last].severity = max(severity, alerts[last].severity)
    alerts[last].worsenings
      .append(
        .init(day: sample.day, drop: drop, severity: alerts[last].severity)
      )
  }

  private func severity(of drop: HealthDrop, _ sample: Sample) -> HealthDropAlert.Severity {
    drop.isSevere || sample.publishedBand == .atRisk ? .critical : .warning
  }
}
