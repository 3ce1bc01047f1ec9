package import Model

extension Analysis {
  /// Every metric of the catalogue in its order, also those of which nothing is known.
  package func metrics(on day: Day) -> [MetricValue] {
    let cutoff = Cutoff(endOf: day)
    guard cutoff.seconds > creation else {
      return MetricID.allCases.map { MetricValue($0, unknown: "the repository did not exist yet") }
    }
    let values =
      snapshotMetrics(on: day) + growthMetrics(on: day) + issueMetrics(at: cutoff)
      + pullMetrics(at: cutoff) + peopleMetrics(at: cutoff) + workMetrics(at: cutoff)
      + releaseMetrics(on: day) + trafficMetrics(at: cutoff) + engagementMetrics(at: cutoff)
    let places = Dictionary(values.map { ($0.id, $0) }) { first, _ in first }
    return MetricID.allCases.map { places[$0] ?? MetricValue($0, unknown: "not collected") }
  }
}
