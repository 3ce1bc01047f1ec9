import Delivery
import Gzip
import Model
import Reporting
import Resilience
import SQLiteStorage
import Settings
import Storage

/// `vitals store backup`: copies the store, packed and checked, to the data branch or into a file.
struct BackupCommand: Sendable {
  private let file: String?
  private let session: Session

  init(_ file: String?, _ session: Session) {
    self.file = file
    self.session = session
  }

  func run() async throws -> ExitStatus {
    if let file { return try await back(upTo: file) }
    let place = try session.namedCopyPlace()
    let token = try session.token()
    return try await session.reading { store in
      let api = try session.github(token, budget: RequestBudget(.unlimited), store: MemoryStore())
      let audience = try await session.audience(of: place.repository, after: [], api: api)
      guard !session.options.isDryRun else {
        session.log.information("The store would go to the branch \(place.branch).")
        tell("printed", place: place)
        return .success
      }
      let outcome = try await BackupStage(session, api: api, place: place).run(store, for: audience)
      if case .failed(let sentence) = outcome { throw AppFailure(.partial, sentence) }
      session.log.information(
        "The copy on the branch \(place.branch) of \(place.repository) is \(outcome)."
      )
      tell("\(outcome)", place: place)
      return .success
    }
  }

  /// Prints the document `repo-vitals/backup/1`, where it is asked for.
  private func tell(_ action: String, place: CopyPlace? = nil, bytes: Int? = nil) {
    guard session.options.isJSON else { return }
    session.print([
      [
        "schema": "repo-vitals/backup/1", "action": .string(action), "file": JSONValue(file),
        "repository": JSONValue(place?.repository.description),
        "branch": JSONValue(place?.branch), "bytes": JSONValue(bytes),
      ]
    ])
  }

  /// A file is the person's own, and holds everything.
  private func back(upTo file: String) async throws -> ExitStatus {
    guard !Files.exists(file) else {
      throw AppFailure(.usage, "There is a file \(file) already; name another.")
    }
    let copy = try await session.reading { store in
      try await StoreArchive.pack(store, for: .members, at: session.now)
    }
    try Files.write(copy.packed, to: file)
    guard try Files.read(file) == copy.packed else {
      throw AppFailure(.failure, "The file \(file) does not hold what was written; check the disk.")
    }
    session.log.information(
      "The store was copied to \(file), \(CountText.plain(copy.packed.count, "byte"))."
    )
    tell("created", bytes: copy.packed.count)
    return .success
  }
}
