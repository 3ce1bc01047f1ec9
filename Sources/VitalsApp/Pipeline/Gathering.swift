import Collector
import GitHub
import Model
import Settings
import SQLiteStorage
import Storage

/// What `run` and `collect` begin with: a store that is sound, and the repositories admitted to it.
struct Gathering: Sendable {
  let plan: PrivacyPlan
  private let recovery: StoreRecovery.Outcome
  private let token: Secret
  private let session: Session

  /// Finds out what may be measured here, then brings back a store that is lost or damaged.
  ///
  /// - Throws: ``AppFailure`` when GitHub does not tell what is private, or files cannot be moved.
  init(_ names: [RepositoryName], token: Secret, _ session: Session) async throws {
    self.token = token
    self.session = session
    plan = try await session.admit(names, token: token)
    recovery = try await StoreRecovery(session, token: token).run()
  }

  /// The store as the stages of the run see it.
  func shown(_ file: SQLiteStorage) -> any MetricStore {
    session.shown(file, to: plan.audience)
  }

  /// Collects every repository that was admitted.
  ///
  /// - Parameters:
  ///   - file: The store beneath.
  ///   - store: What the stages see of it.
  ///   - units: Requests and points for this run; nil leaves it to the settings.
  /// - Returns: The interface that was asked, for what follows, and what became of each repository.
  /// - Throws: As ``CollectStage/run(_:)``.
  func run(
    into file: SQLiteStorage,
    _ store: any MetricStore,
    budget units: Int?
  ) async throws -> (api: GitHubAPI, results: [CollectionResult]) {
    try await session.purge(file, for: plan.audience)
    let budget = try await session.budget(units: units, store: store)
    let api = try session.github(token, budget: budget, store: store)
    let traffic = try session.trafficGitHub(budget: budget, store: store)
    let stage = CollectStage(session, api: api, trafficAPI: traffic, store: store)
    return (api, try await stage.run(plan.admitted))
  }

  /// What this run must tell as lost.
  func loss(in file: SQLiteStorage) async throws -> HistoryLoss? {
    try await recovery.loss(in: file, at: session.now)
  }
}
