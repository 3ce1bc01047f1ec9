import Collector
import HTTP
import Model
import Resilience

extension RunRecord {
  /// The record of a run that has just ended.
  ///
  /// - Parameters:
  ///   - session: The run.
  ///   - results: What became of each repository.
  ///   - delivered: What was brought to its readers.
  ///   - failures: What went wrong outside the collection.
  init(
    of session: Session,
    _ results: [CollectionResult],
    delivered: [DeliveredRecord] = [],
    failures: [CollectionFailure] = []
  ) {
    let all = results.flatMap(\.failures) + failures
    self.init(
      started: session.now,
      finished: session.now.advanced(bySeconds: session.elapsedSeconds),
      outcome: all.isEmpty ? .complete : results.allSatisfy(\.hasFailed) ? .failed : .partial,
      repositories: results.map(\.run),
      requests: RequestCounts(session.counter.snapshot),
      errors: Self.errors(all),
      delivered: delivered,
      limits: session.quotas.limits.map(LimitRecord.init)
    )
  }

  /// Takes in what the run has cost since the record was made.
  mutating func recount(_ session: Session) {
    finished = session.now.advanced(bySeconds: session.elapsedSeconds)
    requests = RequestCounts(session.counter.snapshot)
    limits = session.quotas.limits.map(LimitRecord.init)
  }

  /// Failures by class, in the order in which a class first appeared.
  private static func errors(_ failures: [CollectionFailure]) -> [ErrorCount] {
    var errors: [ErrorCount] = []
    for failure in failures {
      if let index = errors.firstIndex(where: { $0.class == failure.failureClass }) {
        errors[index].count += 1
      } else {
        errors.append(
          ErrorCount(class: failure.failureClass, count: 1, example: failure.description)
        )
      }
    }
    return errors
  }
}

extension RunRecord.RequestCounts {
  fileprivate init(_ counts: RequestCounter.Snapshot) {
    self.init(
      rest: counts.rest,
      graphql: counts.graphql,
      points: counts.points,
      notModified: counts.notModified,
      cached: counts.cached,
      retries: counts.retries,
      failed: counts.failed
    )
  }
}

extension RunRecord.LimitRecord {
  fileprivate init(_ limit: RateLimit) {
    self.init(
      resource: limit.resource,
      limit: limit.limit,
      remaining: limit.remaining,
      resetAt: Timestamp(seconds: limit.resetAt)
    )
  }
}

extension CollectionResult {
  fileprivate var hasFailed: Bool { run.outcome == .failed }
}
