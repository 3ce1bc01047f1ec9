import Analytics
import Model
import Reporting
import Settings

/// `vitals forecast`: what the next days will bring, as a table or as JSON.
struct ForecastCommand: Sendable {
  private let reader: SeriesReader
  private let model: Forecast.Model
  private let session: Session

  init(_ query: SeriesQuery, model: Forecast.Model, _ session: Session) {
    reader = SeriesReader(query, session)
    self.model = model
    self.session = session
  }

  func run() async throws -> ExitStatus {
    var documents: [JSONValue] = []
    for found in try await reader.read(totals: true) {
      let forecast = found.series.forecast(
        after: found.date,
        totals: session.settings.analytics.forecastDays,
        model: model,
        addingTo: found.base
      )
      documents.append(ForecastDocument(subject: found.subject, forecast: forecast).json)
      if !session.options.isJSON { session.world.output(Self.table(forecast, of: found)) }
    }
    if session.options.isJSON { session.print(documents) }
    return .success
  }

  private static func table(_ forecast: Forecast, of found: ReadSeries) -> String {
    let expected = found.base == nil ? forecast.days.map(\.prediction.mean) : []
    let title = "\(found.title) after \(forecast.date): \(verdict(on: forecast))\n"
    let line = found.sparkline(followedBy: expected) + "\n"
    guard !forecast.days.isEmpty else { return title + line + "\n" }
    let totals = forecast.totals.map { row(CountText.plain($0.days, "day"), $0.prediction) }
    let days = forecast.days.map { row($0.day.description, $0.prediction) }
    let table = TextTable(
      [["", "expected", "80 % range", "95 % range"]] + totals + days,
      numbers: [1, 2, 3]
    )
    return title + line + table.text + test(forecast.backtest) + "\n"
  }

  private static func verdict(on forecast: Forecast) -> String {
    let history = forecast.history
    return switch forecast.status {
    case .ok: "by the \(forecast.model.rawValue) model"
    case .early: "early estimate, \(history.words); \(history.needed) are needed for a full one"
    case .stopped where forecast.emptyDays < history.known:
      "stopped, nothing has happened for \(forecast.emptyDays) days, much longer than ever before"
    case .stopped: "no forecast, nothing has happened on any of the last \(history.known) days"
    case .none: "no forecast, \(history.words); \(history.needed) are needed"
    }
  }

  private static func row(_ name: String, _ prediction: Prediction) -> [String] {
    func number(_ value: Double) -> String { PrintCommand.number(value) }
    return [
      name, number(prediction.mean),
      "\(number(prediction.low80)) to \(number(prediction.high80))",
      "\(number(prediction.low95)) to \(number(prediction.high95))",
    ]
  }

  private static func test(_ backtest: Backtest?) -> String {
    guard let backtest else { return "Not tested on the past: too few days are known.\n" }
    func percent(_ share: Double) -> String { PrintCommand.number((share * 100).rounded()) }
    let times = ["", "Once", "Twice", "Three times"][min(backtest.origins, 3)]
    return "\(times) 28 days were foretold from earlier ones: the error was "
      + "\(percent(backtest.rmsse)) % of the usual change over a week,\n"
      + "\(percent(backtest.coverage80)) % of the days lay in the 80 % range and "
      + "\(percent(backtest.coverage95)) % in the 95 % range.\n"
  }
}
