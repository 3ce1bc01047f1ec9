import Analytics
import Model
import Reporting

extension AlertTexts {
  /// The first series of an alert by week, the past half year.
  func weeks(of alert: AnomalyAlert) -> [Int?] {
    guard let metric = alert.causes.first?.metric, let series = SeriesID(rawValue: metric) else {
      return []
    }
    let days = context.analysis.series(
      series,
      from: context.date.advanced(by: -7 * 27 + 1),
      to: context.date
    )
    return stride(from: 0, to: days.count, by: 7)
      .map { start in
        let week = days[start..<min(start + 7, days.count)].compactMap(\.value)
        return week.count == 7 ? Int(week.reduce(0, +)) : nil
      }
  }

  /// What was opened on the unusual day and waits for a first word, oldest first.
  func newItems(of alert: AnomalyAlert) -> [ItemStanding] {
    let kind: Item.Kind? =
      switch alert.causes.first?.metric {
      case SeriesID.issuesOpened.rawValue: .issue
      case SeriesID.pullsOpened.rawValue: .pull
      default: nil
      }
    let numbers = context.input.openItems
      .filter { $0.kind == kind && $0.createdAt.day == alert.fired }
      .map(\.number)
    return Array(context.analysis.standings(of: numbers, on: context.date).prefix(9))
  }

  /// What the slow drifts of an alert come to, by metric.
  func drifts(of alert: AnomalyAlert) -> [String: AnomalyDocument.Drift] {
    let drifts = alert.causes.filter { $0.finding.test == .cusum }
      .compactMap { cause -> (String, AnomalyDocument.Drift)? in
        guard let series = SeriesID(rawValue: cause.metric) else { return nil }
        let day = cause.finding.day
        let first = day.advanced(by: 1 - 14 * 13)
        let counts = context.analysis.series(series, from: first, to: day).map(\.value)
        return AnomalyDocument.Drift(counts).map { (cause.metric, $0) }
      }
    return Dictionary(drifts) { first, _ in first }
  }
}

extension AnomalyDocument.Drift {
  /// The last two weeks of so many days, else the last one, against those before; nil where too little
  /// is known.
  init?(_ counts: [Double?]) {
    for days in [14, 7] {
      let sums = stride(from: counts.count, through: days, by: -days)
        .map { end -> Double? in
          let known = counts[end - days..<end].compactMap(\.self)
          return known.count == days ? known.reduce(0, +) : nil
        }
      let before = sums.dropFirst().compactMap(\.self).sorted()
      guard let last = sums.first ?? nil, before.count >= Self.leastBefore else { continue }
      let (low, high) = (before[(before.count - 1) / 2], before[before.count / 2])
      self.init(days: days, count: last, usual: (low + high) / 2)
      return
    }
    return nil
  }

  /// Fewer spans before say nothing of what is usual.
  private static let leastBefore = 3
}
