import Delivery
import FoundationEssentials
import GitHub
import Model
import Resilience
import SQLiteStorage
import Settings
import Storage

/// Sees to it that a run in a workflow finds a store: the cache's, else the branch's, else none.
///
/// A damaged file is set aside, never written over. Outside a workflow the file is a person's, who
/// decides what becomes of it; nothing is done then.
struct StoreRecovery: Sendable {
  private let session: Session
  private let token: Secret

  init(_ session: Session, token: Secret) {
    self.session = session
    self.token = token
  }

  /// What was found before the run began.
  struct Outcome: Hashable, Sendable {
    /// Whether neither store nor copy was there.
    var isFresh = false
    /// What is known to be lost already.
    var loss: HistoryLoss?
  }

  /// Finds a store, or makes room for a new one.
  ///
  /// - Throws: ``AppFailure`` when files cannot be moved, and `CancellationError`.
  func run() async throws -> Outcome {
    let path = try session.storePath()
    let isInWorkflow = session.environment.actions != nil
    switch StoreCondition(of: path) {
    case .usable: return Outcome()
    case .absent:
      guard isInWorkflow || session.copyPlace != nil else { return Outcome() }
      return Outcome(isFresh: try await restoredCopy(to: path) == nil)
    case .damaged(let reason):
      guard isInWorkflow || session.copyPlace != nil else { return Outcome() }
      let name = try setAside(path, reason)
      return Outcome(
        loss: HistoryLoss(
          cause: .damaged,
          from: try await restoredCopy(to: path),
          until: session.now,
          setAside: name
        )
      )
    }
  }

  /// Gives a damaged file another name, with what stands beside it.
  private func setAside(_ path: String, _ reason: String) throws -> String {
    let stamp = session.now.description.filter { $0.isNumber || $0 == "T" || $0 == "Z" }
    let target = "\(path).damaged-\(stamp)"
    for (old, new) in zip(StoreArchive.leftovers(of: path), StoreArchive.leftovers(of: target))
    where Files.exists(old) { try Files.move(old, to: new) }
    let name = target.split(separator: "/").last.map(String.init) ?? target
    session.log.say(
      Diagnostic(.warning, "The store is damaged, \(reason); it was set aside as \(name).")
    )
    return name
  }

  /// Puts the branch's copy at `path`, and gives when it was written; nil where there is none.
  private func restoredCopy(to path: String) async throws -> Timestamp? {
    guard let place = session.copyPlace else { return nil }
    do {
      guard let copy = try await session.copy(at: place, token: token) else { return nil }
      try StoreArchive.unpack(copy.packed, to: path)
      session.log.information(
        "The store was restored from the branch \(place.branch) of \(place.repository), "
          + "written at \(copy.writtenAt)."
      )
      return copy.writtenAt
    } catch {
      guard let reason = error.whyNoCopy else { throw error }
      session.log.say(
        Diagnostic(
          .warning,
          "The second copy on the branch \(place.branch) of \(place.repository) cannot be used: "
            + reason.asEnd
        )
      )
      return nil
    }
  }
}

extension StoreRecovery.Outcome {
  /// What this run must tell as lost.
  ///
  /// Issues that the tool wrote before prove that there was a store.
  func loss(in store: SQLiteStorage, at now: Timestamp) async throws -> HistoryLoss? {
    guard isFresh, let first = try await store.firstOwnIssue(), first < now else { return loss }
    return HistoryLoss(cause: .missing, until: now, firstRun: first)
  }
}

/// What there is where a store should be.
enum StoreCondition: Hashable, Sendable {
  /// A store, or something that only the opening of it can judge.
  case usable
  case absent
  case damaged(String)

  init(of path: String) {
    do {
      try SQLiteStorage.check(path)
      self = .usable
    } catch StoreError.missing {
      self = .absent
    } catch StoreError.damaged(_, let reason) {
      self = .damaged(reason)
    } catch {
      self = .usable
    }
  }
}

extension Session {
  /// The copy on a branch, compared with its digest; nil where there is none.
  func copy(at place: CopyPlace, token: Secret) async throws -> StoreCopy? {
    let api = try github(token, budget: RequestBudget(.unlimited), store: MemoryStore())
    let branch = DataBranch(place.branch, of: place.repository, api: api)
    guard let head = try await branch.head() else { return nil }
    return try await branch.read(head)
  }
}
