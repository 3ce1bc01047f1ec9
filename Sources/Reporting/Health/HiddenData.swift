import Analytics
import Model

/// The machine-readable comment of a report: the document `repo-vitals/report/1`.
struct HiddenData {
  private let input: ReportInput
  private let kind: String
  private let advice: [Advice]
  /// What became of the advice of the week before; nil where there is none to speak of.
  private let lastAdvice: JSONValue?

  init(_ input: ReportInput, kind: String, advice: [Advice], lastAdvice: JSONValue? = nil) {
    (self.input, self.kind) = (input, kind)
    (self.advice, self.lastAdvice) = (advice, lastAdvice)
  }

  var json: JSONValue {
    .object(
      subject + scores + [
        .init("change", change),
        .init("horizon", JSONValue(input.knownSince)),
        .init("advice", .array(advice.filter(\.isAction).map(json))),
      ] + (lastAdvice.map { [.init("last_advice", $0)] } ?? []) + [
        .init("alerts", .array(input.alerts.map(json)))
      ]
    )
  }

  /// What the document is and what it is about.
  var subject: [JSONValue.Member] {
    [
      .init("schema", "repo-vitals/report/1"),
      .init("kind", .string(kind)),
      .init(
        "repository",
        [
          "id": .int(input.repository.id.rawValue),
          "name": .string(input.repository.name.description),
        ]
      ),
      .init("date", JSONValue(input.date)),
      .init("lifecycle", .string(input.lifecycle.name)),
    ]
  }

  /// The score of the day with its parts.
  var scores: [JSONValue.Member] {
    let score = input.score
    return [
      .init("score", JSONValue(score.value)),
      .init("band", JSONValue(band?.rawValue)),
      .init("published_band", JSONValue(score.publishedBand?.rawValue)),
      .init("standard_error", JSONValue(score.standardError)),
      .init("confidence", .double(score.confidence)),
      .init("coverage", .double(score.coverage)),
      .init("components", .array(score.components.map(json))),
    ]
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

  private func json(_ alert: AlertReading) -> JSONValue {
    let subject: [JSONValue.Member] =
      alert.subject.isEmpty ? [] : [.init("subject", .string(alert.subject))]
    return .object(
      [.init("kind", .string(alert.kind))] + subject
        + [.init("issue", JSONValue(alert.issue)), .init("since", JSONValue(alert.since))]
    )
  }

  private func effect(of advice: Advice) -> JSONValue {
    input.steps.first { $0.kind.rawValue == advice.id }?.effect?.json ?? .null
  }
}

extension Step.Effect {
  /// In points: a number, or the two ends of what deciding may bring.
  var json: JSONValue {
    switch self {
    case .points(let points): .double(points)
    case .between(let closed, let merged): [.double(closed), .double(merged)]
    }
  }
}
