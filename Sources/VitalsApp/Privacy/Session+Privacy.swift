import Collector
import GitHub
import Model
import Resilience
import SQLiteStorage
import Settings
import Storage

extension Session {
  /// The repository whose log, cache and branches a run writes to; nil outside a workflow.
  var home: RepositoryName? { environment.actions == nil ? nil : environment.repository }

  /// Finds out which repositories may be measured here, and says why others may not.
  ///
  /// Nothing is asked where only the workflow's own repository is measured and nothing of it is for
  /// its members alone.
  ///
  /// - Throws: ``AppFailure`` when GitHub does not tell.
  func admit(_ names: [RepositoryName], token: Secret) async throws -> PrivacyPlan {
    let others = names.filter { $0 != home }
    var visibility: [RepositoryName: Visibility]?
    if let home, !others.isEmpty || hasTrafficToken {
      let api = try github(token, budget: RequestBudget(.unlimited), store: MemoryStore())
      visibility = try await self.visibility(of: [home] + others, api)
    }
    let plan = PrivacyPlan(for: names, home: home, visibility: visibility)
    for refusal in plan.refusals { log.say(Diagnostic(.warning, refusal)) }
    return plan
  }

  private func visibility(
    of names: [RepositoryName],
    _ api: GitHubAPI
  ) async throws -> [RepositoryName: Visibility] {
    do {
      var found: [RepositoryName: Visibility] = [:]
      for start in stride(from: 0, to: names.count, by: 100) {
        let part = names[start..<min(start + 100, names.count)]
        found.merge(try await api.visibility(of: Array(part))) { $1 }
      }
      return found
    } catch {
      guard let failure = CollectionFailure(error, stream: nil) else { throw error }
      throw AppFailure(
        failure.failureClass == FailureClass.authentication.rawValue ? .credentials : .partial,
        "Whether a repository is private was not told, so nothing was read: \(failure.description)"
      )
    }
  }

  private var hasTrafficToken: Bool {
    if case .present = settings.github.trafficToken { true } else { false }
  }

  /// The store for a run, from which everybody learns no views and clones where its file is public.
  func shown(_ store: SQLiteStorage, to audience: Audience?) -> any MetricStore {
    home != nil && audience == .everybody ? DiscreetStore(store) : store
  }

  /// Takes out of the file what an earlier run kept while the repository was private.
  func purge(_ store: SQLiteStorage, for audience: Audience?) async throws {
    guard home != nil, audience == .everybody, try await store.removePrivateFacts() else { return }
    log.say(
      Diagnostic(
        .note,
        "Traffic and facts of private repositories were removed from the store, since everybody can "
          + "read the cache of a public repository."
      )
    )
  }
}

extension PrivacyPlan {
  /// The refusals as the record of a run counts them.
  var failures: [CollectionFailure] {
    refusals.map {
      CollectionFailure(stream: nil, failureClass: "configuration", description: $0)
    }
  }
}
