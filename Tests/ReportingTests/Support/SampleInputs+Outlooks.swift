import Model

@testable import Analytics

extension SampleInputs {
  /// Three quiet series on an ordinary day.
  static var outlooks: [SeriesOutlook] {
    [
      outlook(
        .pulls,
        [(1.3, 4), (2.6, 8), (5.5, 16)],
        record: record(held: 21, miss: 2.6, error: 0.79),
        weeks: [3, 1, 4, 1, 1, 0, 0, 8, 1, 0, 6, 0, 2]
      ),
      outlook(
        .issues,
        [(0.9, 3), (1.9, 6), (4.1, 12)],
        record: record(held: 22, miss: 1.9, error: 0.78)
      ),
      outlook(
        .stars,
        [(0.3, 1), (0.6, 2), (1.2, 4)],
        record: record(held: 24, miss: 0.8, error: 0.92)
      ),
    ]
  }

  /// One that rises, one of which less is known, and one that has stopped.
  static var busyOutlooks: [SeriesOutlook] {
    [
      outlook(
        .pulls,
        [(40, 61), (80, 109), (171.4, 1_210)],
        record: record(held: 1, of: 2, miss: 12.25, error: nil),
        weeks: [20, 31, 22, 36, 41],
        trend: .rising
      ),
      outlook(
        .issues,
        [(3, 6), (6, 11), (13, 21)],
        record: record(held: 1, of: 1, miss: 3, error: 1.04)
      ),
      outlook(.stars, status: .stopped),
    ]
  }

  /// Known for a fortnight, for less than a week, and never seen.
  static var firstOutlooks: [SeriesOutlook] {
    [
      outlook(.pulls, status: .early, [(2.1, 5), (4.2, 8), (9, 15)]),
      outlook(.issues, status: .none),
    ]
  }

  /// `ends` are the means and the upper ends of the ranges of 7, 14 and 30 days.
  private static func outlook(
    _ subject: SeriesOutlook.Subject,
    status: Forecast.Status = .ok,
    _ ends: [(mean: Double, high: Double)] = [],
    record: ForecastRecord? = nil,
    weeks: [Double] = [],
    trend: Trend.Direction? = nil
  ) -> SeriesOutlook {
    let totals = zip([7, 14, 30], ends)
      .map { days, end in
        ForecastTotal(
          days: days,
          prediction: Prediction(
            mean: end.mean,
            low80: 0,
            high80: end.high,
            low95: 0,
            high95: 2 * end.high
          )
        )
      }
    return SeriesOutlook(
      subject: subject,
      status: status,
      totals: totals,
      week: totals.first?.prediction,
      record: record,
      weeks: weeks,
      trend: trend.map { direction in
        let trend = Trend(
          slope: 0.3,
          low95: 0.1,
          high95: 0.5,
          change: 0.8,
          chance: 0.001,
          direction: direction
        )
        return TrendWindow(days: 182, trend: trend)
      }
    )
  }

  private static func record(
    held: Int,
    of starts: Int = 27,
    miss: Double,
    error: Double?
  ) -> ForecastRecord {
    ForecastRecord(span: 30, starts: starts, held: held, typicalMiss: miss, rmsse: error)
  }
}
