extension RunRecord {
  /// The document `repo-vitals/run/1`.
  ///
  /// `history_lost` is there only when something was lost.
  package var json: JSONValue {
    let members: [JSONValue.Member] = [
      .init("schema", "repo-vitals/run/1"),
      .init("started", JSONValue(started)),
      .init("finished", JSONValue(finished)),
      .init("outcome", .string(outcome.rawValue)),
      .init("repositories", .array(repositories.map(\.json))),
      .init("requests", requests.json),
      .init("errors", .array(errors.map(\.json))),
      .init("delivered", .array(delivered.map(\.json))),
      .init("limits", .array(limits.map(\.json))),
    ]
    return .object(members + (historyLost.map { [.init("history_lost", $0.json)] } ?? []))
  }
}

extension RunRecord.RepositoryRun {
  fileprivate var json: JSONValue {
    [
      "name": .string(name),
      "outcome": .string(outcome.rawValue),
      "streams": .array(streams.map(\.json)),
    ]
  }
}

extension RunRecord.StreamRun {
  fileprivate var json: JSONValue {
    [
      "name": .string(name.rawValue),
      "rows": .int(rows),
      "requests": .int(requests),
      "points": .int(points),
      "horizon": JSONValue(horizon.instant),
      "complete": .bool(horizon == .complete),
    ]
  }
}

extension Horizon {
  /// The instant from which everything is known; nil when there is none.
  package var instant: Timestamp? {
    if case .since(let instant) = self { instant } else { nil }
  }
}

extension RunRecord.RequestCounts {
  fileprivate var json: JSONValue {
    [
      "rest": .int(rest),
      "graphql": .int(graphql),
      "points": .int(points),
      "not_modified": .int(notModified),
      "cached": .int(cached),
      "retries": .int(retries),
      "failed": .int(failed),
    ]
  }
}

extension RunRecord.ErrorCount {
  fileprivate var json: JSONValue {
    ["class": .string(`class`), "count": .int(count), "example": .string(example)]
  }
}

extension RunRecord.DeliveredRecord {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind),
      "subject": .string(subject),
      "action": .string(action),
      "url": JSONValue(url),
    ]
  }
}

extension RunRecord.LimitRecord {
  fileprivate var json: JSONValue {
    [
      "resource": .string(resource),
      "limit": .int(limit),
      "remaining": .int(remaining),
      "reset_at": JSONValue(resetAt),
    ]
  }
}
