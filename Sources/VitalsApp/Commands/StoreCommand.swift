import Model
import SQLiteStorage
import Storage

/// `vitals store`: looks after the store without changing it.
struct StoreCommand: Sendable {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// What the store holds.
  func info() async throws -> ExitStatus {
    let (info, documents) = try await session.reading { store in
      (try await store.info(), try await store.runs(newest: RunHistory.length))
    }
    let runs = RunHistory(documents)
    if session.options.isJSON {
      session.print([info.json(runs)])
    } else {
      session.world.output(info.text(runs))
    }
    return .success
  }

  /// Whether the store is sound: its pages, its references, and what must hold between facts.
  func verify() async throws -> ExitStatus {
    let problems = try await session.reading { try await $0.verify() }
    for problem in problems { session.log.say(Diagnostic(.error, problem)) }
    guard problems.isEmpty else { return .damagedStore }
    session.log.information("The store is sound.")
    return .success
  }

  /// The facts as text, for comparing two stores.
  func dump() async throws -> ExitStatus {
    session.world.output(try await session.reading { try await $0.dump() }.text)
    return .success
  }
}
