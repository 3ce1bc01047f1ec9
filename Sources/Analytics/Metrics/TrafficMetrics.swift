import Model

extension Analysis {
  /// Views and clones of the last 14 days, as far as their days are known.
  ///
  /// People are counted by the day, so the same person may count on several.
  func trafficMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let window = cutoff.last(14)
    let range = history.traffic.range(in: window) { $0.day.start.seconds }
    let known = history.traffic[range]
    let views = known.filter { $0.kind == .views }
    let clones = known.filter { $0.kind == .clones }
    return [
      sum(.trafficViews, of: views, \.count, in: window),
      sum(.trafficVisitors, of: views, \.uniques, in: window),
      sum(.trafficClones, of: clones, \.count, in: window),
      sum(.trafficCloners, of: clones, \.uniques, in: window),
    ]
  }

  /// What was read of one day.
  func traffic(_ kind: TrafficDay.Kind, on day: Day) -> TrafficDay? {
    let first = history.traffic.sortedIndex(from: day.number) { $0.day.number }
    return history.traffic[first...].prefix { $0.day == day }.first { $0.kind == kind }
  }

  private func sum(
    _ id: MetricID,
    of days: [TrafficDay],
    _ number: KeyPath<TrafficDay, Int>,
    in window: Window
  ) -> MetricValue {
    guard let first = days.first?.day else { return MetricValue(id, unknown: unreadTraffic) }
    let value = Double(days.reduce(0) { $0 + $1[keyPath: number] })
    let span = (window.end - window.start) / Cutoff.day
    guard days.count < span else { return MetricValue(id, value, .whole) }
    let rest = first.distance(to: Day(at: window.end))
    let verb = days.count == 1 ? "is" : "are"
    let reason =
      days.count == rest
      ? "known only since \(first.spelledOut)" : "\(days.count) of \(span) days \(verb) known"
    return MetricValue(id, partial: value, since: first, reason: reason)
  }

  private var unreadTraffic: String {
    if case .nothing(let reason) = streams[.traffic] { return reason }
    return "traffic was not read for any of the 14 days"
  }
}
