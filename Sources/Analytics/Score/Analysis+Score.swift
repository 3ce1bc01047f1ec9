package import Model

extension Analysis {
  /// The health at the end of the day.
  package func score(on day: Day) -> HealthScore {
    scores(from: day, to: day).last ?? reading(on: day)
  }

  /// The health at the end of each day, oldest first; empty when `to` comes first.
  ///
  /// The published band needs every day since the creation, so all days are computed in one pass,
  /// whose cost grows with the days and with the events of the history, not with their product.
  package func scores(from: Day, to: Day) -> [HealthScore] {
    guard from <= to else { return [] }
    let creation = Day(at: creation)
    // Before the creation nothing counts, and there is no score.
    var scores = from < creation ? (from...min(to, creation.advanced(by: -1))).map(reading) : []
    guard creation <= to else { return scores }
    scores.reserveCapacity(to.number - from.number + 1)
    var published = PublishedBand()
    for (cutoff, counts) in ScoreTimeline(self, cutoffs: creation.number + 1...to.number + 1) {
      let day = Day(number: cutoff.day - 1)
      var score = reading(on: day, at: cutoff, counts)
      published.observe(score.score)
      guard day >= from else { continue }
      score.publishedBand = score.lifecycle == .active ? published.band : nil
      scores.append(score)
    }
    return scores
  }

  /// The health of one day alone, without the published band.
  func reading(on day: Day) -> HealthScore {
    let cutoff = Cutoff(endOf: day)
    return reading(on: day, at: cutoff, ScoreCounts(self, at: cutoff))
  }

  private func reading(on day: Day, at cutoff: Cutoff, _ counts: ScoreCounts) -> HealthScore {
    HealthScore(
      on: day,
      lifecycle: lifecycle(counts, at: cutoff),
      knownDays: knownDays(at: cutoff),
      components: ComponentID.allCases.map { id in
        ComponentScore(id, weight: weights[id], reading(of: id, counts, at: cutoff))
      }
    )
  }

  private func reading(
    of component: ComponentID,
    _ counts: ScoreCounts,
    at cutoff: Cutoff
  ) -> ComponentReading {
    switch component {
    case .contributors: contributorsReading(counts, at: cutoff)
    case .throughput: throughputReading(counts, at: cutoff)
    case .velocity: velocityReading(counts, at: cutoff)
    case .freshness: freshnessReading(counts, at: cutoff)
    case .forks: forkReading(counts, at: cutoff)
    }
  }
}
