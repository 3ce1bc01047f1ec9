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
      documents.append(
        TrendDocument(subject: found.subject, date: found.date, trends: trends).json
      )
      if !session.options.isJSON { session.world.output(Self.table(trends, of: found)) }
    }
    if session.options.isJSON { session.print(documents) }
    return .success
  }

  private static func table(_ trends: [TrendWindow], of found: ReadSeries) -> String {
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
    return "\(found.title) on \(found.date)\n\(found.sparkline())\n"
      + TextTable([head] + rows, numbers: [0, 1, 2, 3, 4]).text + "\n"
  }
}
