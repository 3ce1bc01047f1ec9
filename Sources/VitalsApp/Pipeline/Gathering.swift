import Collector
import GitHub
import Model
import Settings
import SQLiteStorage
import Storage

/// What `run` and `collect` begin with: a store that is sound, and the repositories admitted to it.
struct Gathering: Sendable {
  let plan: PrivacyPlan
  /// Repositories that are read to be compared with, and get no report of their own.
  private let peers: Set<RepositoryName>
  private let recovery: StoreRecovery.Outcome
  private let token: Secret
  private let session: Session

  /// Finds out what may be measured here, then brings back a store that is lost or damaged.
  ///
  /// The peers of the settings are read besides what is named.
  ///
  /// - Throws: ``AppFailure`` when GitHub does not tell what is private, or files cannot be moved.
  init(_ names: [RepositoryName], token: Secret, _ session: Session) async throws {
    self.token = token
    self.session = session
    let peers = session.settings.analytics.peers.filter { !names.contains($0) }
    self.peers = Set(peers)
    plan = try await session.admit(names + peers, token: token)
    recovery = try await StoreRecovery(session, token: token).run()
  }

  /// The store as the stages of the run see it.
  func shown(_ file: SQLiteStorage) -> any MetricStore {
    session.shown(file, to: plan.audience)
  }

  /// Collects every repository that was admitted, the peers last.
  ///
  /// - Parameters:
  ///   - file: The store beneath.
  ///   - store: What the stages see of it.
  ///   - units: Requests and points for this run; nil leaves it to the settings.
  /// - Returns: The interface that was asked, for what follows, and what became of each repository
  ///   but the peers.
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
    let results = try await stage.run(plan.admitted.filter { !peers.contains($0) })
    try await CollectStage(session, api: api, trafficAPI: nil, store: store)
      .run(plan.admitted.filter(peers.contains), after: results)
    return (api, results)
  }

  /// What this run must tell as lost.
  func loss(in file: SQLiteStorage) async throws -> HistoryLoss? {
    try await recovery.loss(in: file, at: session.now)
  }
}
