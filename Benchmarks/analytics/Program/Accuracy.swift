import Analytics
import Model

/// What the product says of one series, for a script to judge.
enum Accuracy {
  /// The 28 days after the series, and the microseconds a forecast took.
  static func forecast(_ series: DailySeries, model: Forecast.Model) -> JSONValue {
    let last = series.first.advanced(by: series.values.count - 1)
    var forecast: Forecast?
    let took = ContinuousClock()
      .measure {
        forecast = series.forecast(after: last, totals: [28], model: model, isBacktested: false)
      }
    let predictions = forecast?.days.map(\.prediction) ?? []
    func row(_ value: (Prediction) -> Double) -> JSONValue {
      .array(predictions.map { .double(value($0)) })
    }
    return [
      "status": JSONValue(forecast?.status.rawValue),
      "mean": row(\.mean), "lo80": row(\.low80), "hi80": row(\.high80),
      "lo95": row(\.low95), "hi95": row(\.high95),
      "micros": .double(took / .microseconds(1)),
    ]
  }

  /// The highest ratio of each day, whether a test fires on it, and the microseconds a day took.
  static func anomalies(_ series: DailySeries) -> JSONValue {
    var detector = AnomalyDetector(from: series.first)
    var readings: [AnomalyReading] = []
    let took = ContinuousClock()
      .measure {
        for value in series.values { readings.append(detector.advance(value)) }
      }
    return [
      "ratio": .array(readings.map { .double($0.ratio) }),
      "fires": .array(readings.map { .int($0.finding == nil ? 0 : 1) }),
      "micros": .double(took / .microseconds(1) / Double(max(readings.count, 1))),
    ]
  }
}
