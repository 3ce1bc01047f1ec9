package import Model

/// The document of `vitals forecast --json`.
package struct ForecastDocument: Hashable, Sendable {
  package let subject: SeriesSubject
  package let forecast: Forecast

  package init(subject: SeriesSubject, forecast: Forecast) {
    (self.subject, self.forecast) = (subject, forecast)
  }

  package var json: JSONValue {
    subject.document(
      "forecast",
      [
        .init("date", JSONValue(forecast.date)),
        .init("status", .string(forecast.status.rawValue)),
        .init("model", .string(forecast.model.rawValue)),
        .init("horizon", .int(forecast.horizon)),
        .init("days", .array(forecast.days.map(Self.json))),
        .init("totals", .array(forecast.totals.map(Self.json))),
        .init("backtest", forecast.backtest.map(Self.json) ?? .null),
      ] + forecast.history.counts
    )
  }

  private static func json(_ day: ForecastDay) -> JSONValue {
    [
      "date": JSONValue(day.day),
      "mean": .double(day.prediction.mean),
      "lo80": .double(day.prediction.low80),
      "hi80": .double(day.prediction.high80),
      "lo95": .double(day.prediction.low95),
      "hi95": .double(day.prediction.high95),
    ]
  }

  private static func json(_ total: ForecastTotal) -> JSONValue {
    [
      "days": .int(total.days),
      "mean": .double(total.prediction.mean),
      "lo80": .double(total.prediction.low80),
      "hi80": .double(total.prediction.high80),
    ]
  }

  private static func json(_ backtest: Backtest) -> JSONValue {
    [
      "rmsse": .double(backtest.rmsse),
      "coverage80": .double(backtest.coverage80),
      "coverage95": .double(backtest.coverage95),
      "origins": .int(backtest.origins),
    ]
  }
}
