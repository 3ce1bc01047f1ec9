package import Model

extension Analysis {
  /// The health at the end of the day.
  package func score(on day: Day) -> HealthScore {
    scores(from: day, to: day).last ?? reading(on: day)
  }

  /// The health at the end of each day, oldest first; empty when `to` comes first.
  ///
  /// The published band needs every day since the creation, so one day costs as much as all.
  package func scores(from: Day, to: Day) -> [HealthScore] {
    guard from <= to else { return [] }
    var published = PublishedBand()
    let first = min(from, Day(at: creation))
    var scores: [HealthScore] = []
    for day in first...to {
      var score = reading(on: day)
      published.observe(score.score)
      guard day >= from else { continue }
      score.publishedBand = score.lifecycle == .active ? published.band : nil
      scores.append(score)
    }
    return scores
  }

  /// The health of the day without the published band.
  private func reading(on day: Day) -> HealthScore {
    let cutoff = Cutoff(endOf: day)
    let components = ComponentID.allCases.map { id in
      ComponentScore(id, weight: weights[id], reading(of: id, at: cutoff))
    }
    return HealthScore(
      on: day,
      lifecycle: lifecycle(at: cutoff),
      knownDays: knownDays(at: cutoff),
      components: components
    )
  }

  private func reading(of component: ComponentID, at cutoff: Cutoff) -> ComponentReading {
    switch component {
    case .contributors: contributorsReading(at: cutoff)
    case .throughput: throughputReading(at: cutoff)
    case .velocity: velocityReading(at: cutoff)
    case .freshness: freshnessReading(at: cutoff)
    case .forks: forkReading(at: cutoff)
    }
  }
}
