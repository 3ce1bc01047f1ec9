import Analytics
import Model

/// `vitals trend`: which way a series goes, as a table or as JSON.
struct TrendCommand: Sendable {
  private let reader: SeriesReader
  private let session: Session

  init(_ query: SeriesQuery, _ session: Session) {
    reader = SeriesReader(query, session)
    self.session = session
  }

  func run() async throws -> ExitStatus {
    var documents: [JSONValue] = []
    for found in try await reader.read() {
      let trends = found.series.trends(on: found.date)
      let history = found.series.trendReach(on: found.date)
      documents.append(
        TrendDocument(
          subject: found.subject,
          date: found.date,
          trends: trends,
          history: history
        )
        .json
      )
      if !session.options.isJSON { session.world.output(Self.table(trends, history, of: found)) }
    }
    if session.options.isJSON { session.print(documents) }
    return .success
  }

  private static func table(
    _ trends: [TrendWindow],
    _ history: SeriesReach,
    of found: ReadSeries
  ) -> String {
    let title = "\(found.title) on \(found.date)\n\(found.sparkline())\n"
    guard !history.isTooShort else {
      return title + "Too little history for a trend: \(history.words) without a gap up to "
        + "\(found.date), \(history.needed) are needed.\n\n"
    }
    let head = ["days", "a week", "95 % range", "in all", "p", ""]
    let rows = trends.map { window in
      guard let trend = window.trend else { return ["\(window.days)", "", "", "", "", "unknown"] }
      return [
        "\(window.days)", PrintCommand.number(trend.slope),
        "\(PrintCommand.number(trend.low95)) to \(PrintCommand.number(trend.high95))",
        "\(PrintCommand.number(trend.change * 100)) %",
        trend.chance < 0.001 ? "below 0.001" : PrintCommand.number(trend.chance, decimals: 3),
        trend.direction.rawValue,
      ]
    }
    return title + TextTable([head] + rows, numbers: [0, 1, 2, 3, 4]).text + "\n"
  }
}
