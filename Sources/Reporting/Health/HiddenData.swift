import Analytics
import Model

/// The machine-readable comment of a report: the document `repo-vitals/report/1`.
struct HiddenData {
  private let input: ReportInput
  private let kind: String
  private let advice: [Advice]

  init(_ input: ReportInput, kind: String, advice: [Advice]) {
    self.input = input
    self.kind = kind
    self.advice = advice
  }

  var json: JSONValue {
    let score = input.score
    return [
      "schema": "repo-vitals/report/1",
      "kind": .string(kind),
      "repository": [
        "id": .int(input.repository.id.rawValue),
        "name": .string(input.repository.name.description),
      ],
      "date": JSONValue(input.date),
      "lifecycle": .string(input.lifecycle.name),
      "score": JSONValue(score.value),
      "band": JSONValue(band?.rawValue),
      "published_band": JSONValue(score.publishedBand?.rawValue),
      "standard_error": JSONValue(score.standardError),
      "confidence": .double(score.confidence),
      "coverage": .double(score.coverage),
      "components": .array(score.components.map(json)),
      "change": change,
      "horizon": JSONValue(input.knownSince),
      "advice": .array(advice.filter(\.isAction).map(json)),
      "alerts": .array(alerts),
    ]
  }

  private var alerts: [JSONValue] {
    guard let alert = input.healthAlert else { return [] }
    return [["kind": "health-drop", "issue": nil, "since": JSONValue(alert.fired)]]
  }

  private var band: Band? {
    guard input.lifecycle == .active, let value = input.score.value else { return nil }
    return Band(score: value)
  }

  private func json(_ component: ComponentReading) -> JSONValue {
    [
      "id": .string(component.id.rawValue),
      "score": JSONValue(component.score),
      "points": JSONValue(component.points),
      "status": .string(component.status.rawValue),
    ]
  }

  private var change: JSONValue {
    func change(_ reading: ScoreReading?) -> Double? {
      guard let now = input.score.value, let before = reading?.value else { return nil }
      return now - before
    }
    return [
      "days_7": JSONValue(change(input.weekAgo)),
      "days_28": JSONValue(change(input.fourWeeksAgo)),
    ]
  }

  private func json(_ advice: Advice) -> JSONValue {
    [
      "id": JSONValue(advice.id),
      "items": .array(advice.items.map(JSONValue.int)),
      "effect": effect(of: advice),
    ]
  }

  /// In points: a number, or the two ends of what deciding may bring.
  private func effect(of advice: Advice) -> JSONValue {
    switch input.steps.first(where: { $0.kind.rawValue == advice.id })?.effect {
    case .points(let points): .double(points)
    case .between(let closed, let merged): [.double(closed), .double(merged)]
    case nil: .null
    }
  }
}
