import Collector
import Delivery
import GitHub
import Model
import Resilience
import SQLiteStorage
import Settings
import Storage

/// Looks at everything that a run needs, and changes nothing.
struct Checkup: Sendable {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// Everything that can be found out; what cannot is a finding, too.
  ///
  /// - Throws: `CancellationError`.
  func findings() async throws -> [Finding] {
    var findings = [
      Finding(.version, .ok, "vitals \(Version.current)"),
      Finding(.configuration, .ok, "the settings are in order"),
    ]
    findings += try await github()
    findings += try await store()
    let order = Finding.Topic.allCases
    return findings.sorted {
      (order.firstIndex(of: $0.topic) ?? 0) < (order.firstIndex(of: $1.topic) ?? 0)
    }
  }

  private func github() async throws -> [Finding] {
    let token: Secret
    let name: RepositoryName
    do {
      // In a workflow others are not looked at: its log may be public.
      guard let first = try session.home ?? session.repositories().first else { return [] }
      name = first
    } catch let failure as AppFailure {
      return [Finding(.repository, .problem, failure.description.withoutEnd)]
    }
    do {
      token = try session.token()
    } catch let failure as AppFailure {
      return [
        Finding(
          .token,
          .problem,
          failure.description.withoutEnd,
          remedy: "in a workflow, `env: GITHUB_TOKEN: ${{ github.token }}`"
        )
      ]
    }
    do {
      return try await github(name, token)
    } catch {
      guard let failure = CollectionFailure(error, stream: nil) else { throw error }
      return [
        Finding(
          .repository,
          .problem,
          failure.description.withoutEnd,
          remedy: "check GITHUB_API_URL and the network"
        )
      ]
    }
  }

  private func github(_ name: RepositoryName, _ token: Secret) async throws -> [Finding] {
    let api = try session.github(token, budget: RequestBudget(.unlimited), store: MemoryStore())
    let kind = TokenKind(token)
    let standing = try await api.standing(of: name)
    var findings = [
      .token(kind, standing), .limits(standing.limits),
      Finding.clock(session.now, server: standing.date),
    ]
    guard standing.status != 401 else { return findings }
    findings.append(.repository(name, standing, kind))
    guard standing.status == 200 else { return findings }
    var given: [(permission: Permission, isGiven: Bool)] = []
    for permission in Permission.allCases where permission != .administrationRead {
      try Task.checkCancellation()
      given.append((permission, try await api.has(permission, in: name)))
    }
    findings += Finding.permissions(given, kind)
    findings.append(try await traffic(of: name))
    findings += try await copies(of: name, api)
    return findings
  }

  private func traffic(of name: RepositoryName) async throws -> Finding {
    guard case .present(let token) = session.settings.github.trafficToken else {
      return .traffic(isGiven: nil, nil)
    }
    session.log.mask(token)
    let api = try session.github(
      token,
      budget: RequestBudget(.unlimited),
      store: MemoryStore(),
      role: .traffic
    )
    let isGiven = try await api.has(.administrationRead, in: name)
    return .traffic(isGiven: isGiven, TokenKind(token))
  }

  /// The cache and the branch of the workflow's repository.
  private func copies(of name: RepositoryName, _ api: GitHubAPI) async throws -> [Finding] {
    let home = session.environment.repository ?? name
    var entries: [CacheEntry]?
    do {
      entries = try await api.caches(withPrefix: CacheKeys.store, in: home)
    } catch let error where CollectionFailure(error, stream: nil) != nil {
      entries = nil
    }
    let name = session.settings.storage.backup.branch
    return [
      .cache(entries),
      .branch(try await branch(of: home, api), name, at: session.now),
    ]
  }

  private func branch(
    of home: RepositoryName,
    _ api: GitHubAPI
  ) async throws -> Finding.BranchState {
    guard session.settings.storage.backup.destination == .branch else { return .off }
    let branch = DataBranch(session.settings.storage.backup.branch, of: home, api: api)
    do {
      guard let head = try await branch.head() else {
        return session.copyPlace == nil ? .elsewhere : .absent
      }
      guard BackupPlan.isOurs(head) else { return .foreign }
      return .written(try await branch.writtenAt(head))
    } catch {
      guard let reason = error.whyNoCopy else { throw error }
      return .unusable(reason)
    }
  }

  private func store() async throws -> [Finding] {
    let path: String
    do {
      path = try session.storePath()
    } catch let failure as AppFailure {
      return [Finding(.store, .problem, failure.description.withoutEnd)]
    }
    let condition = StoreCondition(of: path)
    guard condition == .usable else { return [.store(condition, nil, problems: [], at: path)] }
    do {
      return try await session.reading { store in
        let starts = try await store.runs(newest: 500).compactMap { PastRun($0)?.started }
        let schedule = session.settings.collection.schedule
        return [
          .store(.usable, try await store.info(), problems: try await store.verify(), at: path),
          .runs(MissedRuns(of: schedule, among: starts, at: session.now), schedule: schedule),
        ]
      }
    } catch let error as StoreError {
      return [.store(.usable, nil, problems: [error.description.withoutEnd], at: path)]
    }
  }
}

extension String {
  /// The text without a period at its end.
  fileprivate var withoutEnd: String { hasSuffix(".") ? String(dropLast()) : self }
}
