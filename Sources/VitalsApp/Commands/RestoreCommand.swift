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
    if let file {
      guard let bytes = try Files.read(file) else {
        throw AppFailure(.usage, "There is no file \(file); check its name.")
      }
      (packed, source) = (bytes, file)
    } else {
      let place = try session.namedCopyPlace()
      source = "the branch \(place.branch) of \(place.repository)"
      packed = try await download(from: place)
    }
    do {
      try StoreArchive.unpack(packed, to: path)
    } catch {
      guard let reason = error.whyNoCopy else { throw error }
      throw AppFailure(.damagedStore, "The copy in \(source) cannot be used: \(reason.asEnd)")
    }
    session.log.information("The store \(path) was restored from \(source).")
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
