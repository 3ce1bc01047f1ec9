package import Model

/// The document of `vitals score --from --to --json`.
package struct ScoresDocument: Hashable, Sendable {
  package let repository: Repository
  package let from: Day
  package let to: Day
  package let history: HealthHistory

  package init(repository: Repository, from: Day, to: Day, history: HealthHistory) {
    (self.repository, self.from, self.to) = (repository, from, to)
    self.history = history
  }

  package var json: JSONValue {
    let alerts = history.alerts.map { alert -> JSONValue in
      ["fired": JSONValue(alert.fired), "cleared": JSONValue(alert.cleared)]
    }
    return repository.document(
      "scores",
      [
        .init("from", JSONValue(from)), .init("to", JSONValue(to)),
        .init("alerts", .array(alerts)), .init("days", .array(history.days.map(Self.json))),
      ]
    )
  }

  private static func json(_ day: HealthDay) -> JSONValue {
    [
      "date": JSONValue(day.day),
      "score": JSONValue(day.score.score),
      "standard_error": JSONValue(day.score.standardError),
      "confidence": .double(day.score.confidence),
      "band": JSONValue(day.score.band?.rawValue),
      "published_band": JSONValue(day.score.publishedBand?.rawValue),
      "drop": JSONValue(day.drop?.points),
      "threshold": JSONValue(day.drop?.threshold),
      "state": .string(day.isFiring ? "firing" : "ok"),
    ]
  }
}
