package import Model

/// What a report says of the days to come of one series.
package struct SeriesOutlook: Hashable, Sendable {
  package let subject: Subject
  package let status: Forecast.Status
  /// One for each span asked for; empty without a forecast.
  package let totals: [ForecastTotal]
  /// The next seven days, and each week after them; nil without a forecast.
  package let week: Prediction?
  /// How such forecasts did; nil where there are too few days to tell.
  package let record: ForecastRecord?
  /// Sums of the newest whole weeks that are known day by day, oldest first, at most 13.
  package let weeks: [Double]
  /// The longest window in which the series clearly rises or falls.
  package let trend: TrendWindow?

  /// What reports look ahead of.
  package enum Subject: CaseIterable, Hashable, Sendable {
    case pulls
    case issues
    case stars

    var series: SeriesID {
      switch self {
      case .pulls: .pullsOpened
      case .issues: .issuesOpened
      case .stars: .stars
      }
    }
  }
}

extension Analysis {
  /// What is to be expected after `date`, of each subject of which anything was ever seen.
  ///
  /// `spans` are the lengths in days whose sums are wanted, each at least 1; the record is that of
  /// the longest. Empty where none is given.
  package func outlooks(on date: Day, spans: [Int]) -> [SeriesOutlook] {
    guard let longest = spans.max() else { return [] }
    let reach = ForecastRecord.reach(of: longest)
    let first = max(date.advanced(by: 1 - reach), repository.createdAt.day)
    return SeriesOutlook.Subject.allCases.compactMap { subject in
      let values = DailySeries(series(subject.series, from: first, to: date))
      return SeriesOutlook(subject, of: values, on: date, spans: spans)
    }
  }
}

extension SeriesOutlook {
  /// Nil where no day is known on which anything happened.
  init?(_ subject: Subject, of values: DailySeries, on date: Day, spans: [Int]) {
    let counts = CountStretch(values, until: date).counts
    guard let longest = spans.max(), counts.contains(where: { $0 > 0 }) else { return nil }
    let forecast = values.forecast(after: date, totals: spans + [7], isBacktested: false)
    (self.subject, status) = (subject, forecast.status)
    totals = Array(forecast.totals.dropLast())
    week = forecast.totals.last?.prediction
    record = totals.isEmpty ? nil : ForecastRecord(counts, span: longest)
    weeks = values.newestWeeks(13, until: date)
    trend = values.trends(on: date).last { $0.trend.map { $0.direction != .unclear } ?? false }
  }
}

extension DailySeries {
  /// Sums of whole weeks back from `date`, up to the first with an unknown day, oldest first.
  fileprivate func newestWeeks(_ most: Int, until date: Day) -> [Double] {
    var sums: [Double] = []
    for week in 0..<most {
      let days = (0..<7).compactMap { self[date.advanced(by: -7 * week - $0)] }
      guard days.count == 7 else { break }
      sums.append(days.reduce(0, +))
    }
    return sums.reversed()
  }
}
