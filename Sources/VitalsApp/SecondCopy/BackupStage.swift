import Delivery
import GitHub
import Gzip
import HTTP
import Model
import Resilience
import SQLiteStorage
import Settings
import Storage

/// The last write of a run: store → branch of the workflow's repository.
struct BackupStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let place: CopyPlace
  private let branch: DataBranch

  init(_ session: Session, api: GitHubAPI, place: CopyPlace) {
    self.session = session
    self.api = api
    self.place = place
    branch = DataBranch(place.branch, of: place.repository, api: api)
  }

  /// What became of the copy.
  enum Outcome: Hashable, Sendable {
    case created
    case updated
    /// The branch knows all of it already.
    case unchanged
    /// Why it was not written, in one sentence.
    case failed(String)
  }

  /// Brings the branch up to date with the store, where that says more.
  ///
  /// - Parameters:
  ///   - store: What to copy.
  ///   - audience: Who can read the branch.
  /// - Returns: What became of it; a refusal is an outcome, too.
  /// - Throws: `CancellationError`.
  func run(_ store: SQLiteStorage, for audience: Audience) async throws -> Outcome {
    guard !session.settings.storage.backup.isEncrypted else {
      return failed("`storage.backup.encrypt` is not part of this version; set it to false")
    }
    do {
      let copy = try await StoreArchive.pack(store, for: audience, at: session.now)
      switch BackupPlan(for: copy.content, at: try await branch.head()) {
      case .keep: return .unchanged
      case .refuse:
        return failed("that branch is not the program's; name another in `storage.backup.branch`")
      case .create:
        try await branch.write(copy, isNew: true)
        return .created
      case .replace:
        try await branch.write(copy, isNew: false)
        return .updated
      }
    } catch {
      guard let reason = error.whyNoCopy else { throw error }
      return failed(reason)
    }
  }

  private func failed(_ reason: String) -> Outcome {
    .failed(
      "The second copy of the store was not written to the branch \(place.branch) of "
        + "\(place.repository): \(reason.asEnd)"
    )
  }
}

extension Error {
  /// The end of a sentence on why a copy could not be written or read; nil for what is no such
  /// failure.
  var whyNoCopy: String? {
    switch self {
    case let failure as APIFailure
    where failure.failureClass == .permission || failure.failureClass == .notFound:
      "\(failure.request) was refused; give the job `permissions: contents: write`, or set "
        + "`storage.backup.to: off`"
    case let failure as APIFailure: failure.description
    case let error as TransportError: error.description
    case let error as BudgetExhausted: error.description
    case let error as CopyError: error.description
    case let error as GzipError: error.description
    case let error as StoreError: error.description
    case let error as AppFailure: error.description
    default: nil
    }
  }
}

extension BackupStage.Outcome {
  /// The entry in the record of the run; nil where nothing was brought.
  func record(of place: CopyPlace, server: String) -> RunRecord.DeliveredRecord? {
    let action: String
    switch self {
    case .created: action = "created"
    case .updated: action = "updated"
    case .unchanged: action = "unchanged"
    case .failed: return nil
    }
    return RunRecord.DeliveredRecord(
      kind: "second-copy",
      subject: place.repository.description,
      action: action,
      url: "\(server)/\(place.repository)/tree/\(place.branch)"
    )
  }
}
