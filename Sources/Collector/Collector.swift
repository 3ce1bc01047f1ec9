package import GitHub
package import Model
package import Storage

/// Brings a repository's facts from GitHub into the store.
///
/// Every page is stored with its cursors in one transaction, so that a run that ends anywhere is
/// continued by the next.
package struct Collector: Sendable {
  let api: GitHubAPI
  let store: any MetricStore
  let options: Options

  package init(api: GitHubAPI, store: any MetricStore, options: Options) {
    self.api = api
    self.store = store
    self.options = options
  }

  /// What a run may decide about a collection.
  package struct Options: Sendable {
    /// The run's time.
    package var now: Timestamp
    /// The label of the tool's own issues.
    package var label: String
    /// Facts older than this many days are not fetched; nil fetches all.
    package var backfillDays: Int?
    /// GitHub with the token that may read traffic; without it traffic is never asked for.
    package var trafficAPI: GitHubAPI?
    /// Told after every page.
    package var progress: @Sendable (Progress) -> Void
    /// The GraphQL points that the run has used so far, of which each stream is told its own.
    package var pointsUsed: @Sendable () -> Int

    package init(
      now: Timestamp,
      label: String,
      backfillDays: Int? = nil,
      trafficAPI: GitHubAPI? = nil,
      pointsUsed: @escaping @Sendable () -> Int = { 0 },
      progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
      self.now = now
      self.label = label
      self.backfillDays = backfillDays
      self.trafficAPI = trafficAPI
      self.pointsUsed = pointsUsed
      self.progress = progress
    }
  }

  /// How far the collection of one repository has come.
  package struct Progress: Hashable, Sendable {
    package var repository: RepositoryName
    package var stored: [Stream: Int]
    package var totals: [Stream: Int]
  }
}

/// What became of the collection of one repository.
package struct CollectionResult: Sendable {
  /// Nil when GitHub does not show the repository.
  package var repository: Repository?
  package var run: RunRecord.RepositoryRun
  /// The issues under the tool's label as the collection saw them; nil when they were not read.
  package var ownIssues: [OwnIssue]?
  /// What went wrong, in the order in which it did.
  package var failures: [CollectionFailure]
}

extension Collector {
  /// Collects one repository; what cannot be collected is named in the result.
  ///
  /// - Parameters:
  ///   - name: The repository under any name that GitHub knows it by.
  ///   - seen: Repositories collected before in this run; one that turns up again under another
  ///     name is not read twice.
  /// - Returns: What became of it.
  /// - Throws: `CancellationError`, and what the store throws.
  package func collect(
    _ name: RepositoryName,
    after seen: Set<RepositoryID> = []
  ) async throws -> CollectionResult {
    var session = try await RepositorySession(self, name: name)
    try await session.run(after: seen)
    return session.result
  }

  /// The collection of a repository whose streams stand as `states` say.
  func collection(
    of name: RepositoryName,
    states: [Stream: StreamState]
  ) -> RepositoryCollection {
    RepositoryCollection(
      name,
      label: options.label,
      states: states,
      backfillLimit: options.backfillDays.map { options.now.advanced(bySeconds: -$0 * 86_400) },
      now: options.now
    )
  }
}
