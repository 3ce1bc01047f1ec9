package import Model

extension Repository {
  /// The head of every machine-readable document of one repository.
  func document(
    _ schema: String,
    _ members: [JSONValue.Member]
  ) -> JSONValue {
    let identity: JSONValue = ["id": .int(id.rawValue), "name": .string(name.description)]
    return .object(
      [.init("schema", .string("repo-vitals/\(schema)/1")), .init("repository", identity)]
        + members
    )
  }
}

/// The document of `vitals metrics --json`.
package struct MetricsDocument: Hashable, Sendable {
  package let repository: Repository
  package let date: Day
  package let metrics: [MetricValue]
  /// Nil where it was never read.
  package let profile: Profile?

  package init(
    repository: Repository,
    date: Day,
    metrics: [MetricValue],
    profile: Profile? = nil
  ) {
    (self.repository, self.date, self.metrics) = (repository, date, metrics)
    self.profile = profile
  }

  package var json: JSONValue {
    let metrics = metrics.map { metric -> JSONValue in
      [
        "id": .string(metric.id.rawValue),
        "value": JSONValue(metric.value),
        "status": .string(metric.status.rawValue),
        "since": JSONValue(metric.since),
        "reason": JSONValue(metric.reason),
      ]
    }
    return repository.document(
      "metrics",
      [
        .init("date", JSONValue(date)), .init("metrics", .array(metrics)),
        .init("profile", profile?.json ?? .null),
      ]
    )
  }
}

extension Profile {
  fileprivate var json: JSONValue {
    let languages = languages.map { languages in
      JSONValue.array(languages.map { ["name": .string($0.name), "bytes": .int($0.bytes)] })
    }
    return [
      "languages": languages ?? .null,
      "licence": JSONValue(licence),
      "topics": topics.map { .array($0.map(JSONValue.string)) } ?? .null,
      "community_health": JSONValue(community?.health),
      "discussions": JSONValue(discussions),
    ]
  }
}

/// The document of `vitals series --json`.
package struct SeriesDocument: Hashable, Sendable {
  package let repository: Repository
  package let metric: SeriesID
  package let from: Day
  package let to: Day
  package let values: [SeriesPoint]

  package init(
    repository: Repository,
    metric: SeriesID,
    from: Day,
    to: Day,
    values: [SeriesPoint]
  ) {
    (self.repository, self.metric, self.from) = (repository, metric, from)
    (self.to, self.values) = (to, values)
  }

  package var json: JSONValue {
    let values = values.map { point -> JSONValue in
      ["date": JSONValue(point.day), "value": JSONValue(point.value)]
    }
    return repository.document(
      "series",
      [
        .init("metric", .string(metric.rawValue)), .init("from", JSONValue(from)),
        .init("to", JSONValue(to)), .init("values", .array(values)),
      ]
    )
  }
}

/// The document of `vitals score --json`.
package struct ScoreDocument: Hashable, Sendable {
  package let repository: Repository
  package let score: HealthScore

  package init(repository: Repository, score: HealthScore) {
    (self.repository, self.score) = (repository, score)
  }

  package var json: JSONValue {
    repository.document(
      "score",
      [
        .init("date", JSONValue(score.day)),
        .init("lifecycle", .string(score.lifecycle.rawValue)),
        .init("score", JSONValue(score.score)),
        .init("band", JSONValue(score.band?.rawValue)),
        .init("published_band", JSONValue(score.publishedBand?.rawValue)),
        .init("standard_error", JSONValue(score.standardError)),
        .init("confidence", .double(score.confidence)),
        .init("coverage", .double(score.coverage)),
        .init("components", .array(score.components.map(Self.json))),
      ]
    )
  }

  private static func json(_ component: ComponentScore) -> JSONValue {
    let inputs = component.inputs.map { JSONValue.Member($0.name, JSONValue($0.value)) }
    return [
      "id": .string(component.id.rawValue),
      "score": JSONValue(component.score),
      "weight": .double(component.weight),
      "points": JSONValue(component.points),
      "standard_error": JSONValue(component.standardError),
      "events": .double(component.events),
      "status": .string(component.status.rawValue),
      "reason": JSONValue(component.reason),
      "inputs": .object(inputs),
    ]
  }
}
