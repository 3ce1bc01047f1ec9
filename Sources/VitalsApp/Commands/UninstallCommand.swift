import Collector
import Delivery
import GitHub
import Model
import Resilience
import SQLiteStorage
import Settings
import Storage

/// `vitals uninstall`: takes away what the program has written on GitHub, after asking.
struct UninstallCommand: Sendable {
  private let isConfirmed: Bool
  private let session: Session

  init(isConfirmed: Bool, _ session: Session) {
    self.isConfirmed = isConfirmed
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let token = try session.token()
    var wanted = try session.repositories()
    if let home = session.issueHome(for: wanted.count), !wanted.contains(home) {
      wanted.append(home)
    }
    let names = try await session.admit(wanted, token: token).admitted
    let api = try session.github(token, budget: RequestBudget(.unlimited), store: MemoryStore())
    let labels = session.settings.delivery.issues.labels + [WeeklyIssue.label]
    var plans: [UninstallPlan] = []
    for name in names {
      plans.append(
        try await Uninstallation(api: api, repository: name)
          .plan(
            labels: labels,
            remembered: rememberedIssues,
            cachePrefixes: [CacheKeys.store, CacheKeys.build],
            branch: session.settings.storage.backup.branch
          )
      )
    }
    tell(plans)
    guard plans.contains(where: { !$0.steps.isEmpty }), !session.options.isDryRun else {
      return .success
    }
    guard try isAgreed() else {
      session.log.information("Nothing was removed.")
      return .success
    }
    return try await carryOut(plans, api)
  }

  /// Lists what is to be done.
  private func tell(_ plans: [UninstallPlan]) {
    guard !session.options.isJSON else {
      session.print(plans.map(\.json))
      return
    }
    for plan in plans {
      let lines = plan.steps.map { "  \($0)\n" } + plan.notes.map { "  left: \($0).\n" }
      let body = lines.isEmpty ? "  nothing of the program's is there\n" : lines.joined()
      session.world.output("\(plan.repository)\n\(body)")
    }
  }

  /// - Throws: ``AppFailure`` where nobody can be asked.
  private func isAgreed() throws -> Bool {
    if isConfirmed { return true }
    guard let ask = session.world.ask else {
      throw AppFailure(
        .usage,
        "Nothing was removed, since nobody can be asked here; say --yes, or look with --dry-run."
      )
    }
    let answer = ask("Do all of this? [y/N] ") ?? ""
    return ["y", "yes"].contains(answer.lowercased())
  }

  private func carryOut(_ plans: [UninstallPlan], _ api: GitHubAPI) async throws -> ExitStatus {
    var failures = 0
    for plan in plans {
      let uninstallation = Uninstallation(api: api, repository: plan.repository)
      for step in plan.steps {
        do {
          try await uninstallation.carryOut(step)
          session.log.information("done: \(step)")
        } catch {
          guard let failure = CollectionFailure(error, stream: nil) else { throw error }
          failures += 1
          session.log.say(
            Diagnostic(.warning, "Could not \(step): \(failure.description)")
          )
        }
      }
    }
    let path = try session.storePath()
    if Files.exists(path) {
      session.log.information("The store \(path) is yours; delete it when you need it no more.")
    }
    return failures == 0 ? .success : .partial
  }

  /// Issues that the store remembers, where there is one that can be read.
  private func rememberedIssues(in repository: RepositoryID) async throws -> Set<Int> {
    guard case .usable = StoreCondition(of: try session.storePath()) else { return [] }
    do {
      return try await session.reading { store in
        Set(try await store.deliveries(of: repository).map(\.issue))
      }
    } catch is StoreError {
      return []
    }
  }
}

extension UninstallPlan {
  /// The document `repo-vitals/uninstall/1`.
  fileprivate var json: JSONValue {
    [
      "schema": "repo-vitals/uninstall/1", "repository": .string(repository.description),
      "steps": .array(steps.map { .string($0.description) }),
      "left": .array(notes.map { .string($0) }),
    ]
  }
}
