import Analytics
import Model

/// The machine-readable form of a portfolio: the document `repo-vitals/report/1`.
enum PortfolioData {
  /// Nil for `owner` where the repositories have several.
  static func json(_ portfolio: Portfolio, owner: String?, on date: Day) -> JSONValue {
    [
      "schema": "repo-vitals/report/1",
      "kind": "portfolio",
      "organization": JSONValue(owner),
      "date": JSONValue(date),
      "repositories": .array(portfolio.entries.map(json)),
    ]
  }

  private static func json(_ entry: PortfolioEntry) -> JSONValue {
    let score = entry.input.score
    return [
      "name": .string(entry.input.repository.name.description),
      "lifecycle": .string(entry.input.lifecycle.name),
      "needs_someone": .bool(entry.needsSomeone),
      "score": JSONValue(score.value),
      "published_band": JSONValue(score.publishedBand?.rawValue),
      "change_28": JSONValue(entry.change),
      "confidence": .double(score.confidence),
      "alert": .bool(!entry.input.alerts.isEmpty),
    ]
  }
}
