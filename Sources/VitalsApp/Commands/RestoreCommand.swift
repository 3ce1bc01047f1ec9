import Delivery
import Gzip
import Model
import Settings
import Storage

/// `vitals store restore`: brings the store back from the data branch or from a file.
struct RestoreCommand: Sendable {
  private let file: String?
  private let session: Session

  init(_ file: String?, _ session: Session) {
    self.file = file
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let path = try session.storePath()
    guard !Files.exists(path) else {
      throw AppFailure(
        .usage,
        "There is a store at \(path) already; move it away, or name another with --store."
      )
    }
    let packed: [UInt8]
    let source: String
    var place: CopyPlace?
    if let file {
      guard let bytes = try Files.read(file) else {
        throw AppFailure(.usage, "There is no file \(file); check its name.")
      }
      (packed, source) = (bytes, file)
    } else {
      let named = try session.namedCopyPlace()
      source = "the branch \(named.branch) of \(named.repository)"
      packed = try await download(from: named)
      place = named
    }
    do {
      try StoreArchive.unpack(packed, to: path)
    } catch {
      guard let reason = error.whyNoCopy else { throw error }
      throw AppFailure(.damagedStore, "The copy in \(source) cannot be used: \(reason.asEnd)")
    }
    session.log.information("The store \(path) was restored from \(source).")
    if session.options.isJSON {
      session.print([
        [
          "schema": "repo-vitals/restore/1", "path": .string(path), "file": JSONValue(file),
          "repository": JSONValue(place?.repository.description),
          "branch": JSONValue(place?.branch),
        ]
      ])
    }
    return .success
  }

  private func download(from place: CopyPlace) async throws -> [UInt8] {
    do {
      guard let copy = try await session.copy(at: place, token: try session.token()) else {
        throw AppFailure(
          .usage,
          "\(place.repository) has no branch \(place.branch); check `storage.backup.branch`."
        )
      }
      return copy.packed
    } catch let error as CopyError {
      throw AppFailure(
        .damagedStore,
        "The copy on the branch \(place.branch) cannot be used: \(error.description.asEnd)"
      )
    }
  }
}
