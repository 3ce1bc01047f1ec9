import Collector
import GitHub
import HTTP
import Model
import Settings
import Storage

/// The first stage of a run: GitHub → store, repository by repository.
struct CollectStage: Sendable {
  private let session: Session
  private let collector: Collector

  /// Without `trafficAPI` traffic is left out.
  init(
    _ session: Session,
    api: GitHubAPI,
    trafficAPI: GitHubAPI?,
    store: any MetricStore
  ) {
    self.session = session
    let log = session.log
    let begin = ContinuousClock.now
    collector = Collector(
      api: api,
      store: store,
      options: Collector.Options(
        now: session.now,
        label: session.settings.delivery.issues.labels.first ?? "repo-vitals",
        backfillDays: session.settings.collection.backfillDays,
        trafficAPI: trafficAPI,
        pointsUsed: { [counter = session.counter] in counter.snapshot.points }
      ) { progress in
        log.progress(ProgressBar(progress, elapsed: ContinuousClock.now - begin))
      }
    )
  }

  /// Collects every repository; one that fails does not stop the others.
  ///
  /// - Parameters:
  ///   - names: The repositories.
  ///   - earlier: What was collected before and is not read again.
  /// - Returns: What became of each, without those that are named twice.
  /// - Throws: ``AppFailure`` when the token is refused, since no repository can be read then;
  ///   what the store throws.
  @discardableResult
  func run(
    _ names: [RepositoryName],
    after earlier: [CollectionResult] = []
  ) async throws -> [CollectionResult] {
    var results: [CollectionResult] = []
    var seen = Set(earlier.compactMap(\.repository?.id))
    for name in names {
      let result = try await session.log.group("Collect \(name)") {
        try await collector.collect(name, after: seen)
      }
      session.log.endProgress()
      if let repository = result.repository {
        guard seen.insert(repository.id).inserted else {
          session.log.say(
            Diagnostic(
              .note,
              "\(name) is the same repository as one before it, \(repository.name); name it once."
            )
          )
          continue
        }
      }
      // The token for traffic is another one.
      if let refusal = result.failures.first(where: {
        $0.failureClass == "authentication" && $0.stream != .traffic
      }) {
        throw AppFailure(.credentials, refusal.description)
      }
      for failure in result.failures {
        session.log.say(Diagnostic(.warning, failure.description))
      }
      results.append(result)
    }
    return results
  }
}

extension ProgressBar {
  /// Rows read of all rows there are, as far as GitHub has counted them.
  init(_ progress: Collector.Progress, elapsed: Duration) {
    let counted = progress.totals.keys
    self.init(
      "collect \(progress.repository)",
      done: counted.reduce(0) { $0 + (progress.stored[$1] ?? 0) },
      total: counted.reduce(0) { $0 + (progress.totals[$1] ?? 0) },
      elapsed: elapsed
    )
  }
}
