package import Model

/// Why a store could not be opened, read or written.
///
/// Each is one sentence for a person; whoever maps it to an exit status switches over the cases.
package enum StoreError: Error, Hashable, Sendable {
  /// There is no file, and none was to be made.
  case missing(path: String)
  /// The file cannot be made or written.
  case unwritable(path: String, reason: String)
  /// A later version wrote the file.
  case newer(path: String, version: Int, supported: Int)
  /// An earlier version wrote the file, and it was opened for reading only.
  case older(path: String, version: Int, supported: Int)
  /// Pages or values of the file are broken.
  case damaged(path: String, reason: String)
  /// The file is not one of ours.
  case foreign(path: String, reason: String)
  /// Facts of a repository came before its record.
  case unknownRepository(RepositoryID)
  /// The store was closed before.
  case closed
  /// Anything else that a database may say, such as that the disk is full.
  case failed(reason: String)
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "There is no store at \(path); run `vitals collect` first, or name another with --store."
    case .unwritable(let path, let reason):
      "The store \(path) cannot be written: \(reason); check the folder and its permissions."
    case .newer(let path, let version, let supported):
      "The store \(path) has schema version \(version), but this program knows versions up to "
        + "\(supported); use a newer release of it."
    case .older(let path, let version, let supported):
      "The store \(path) has schema version \(version), which must become \(supported) before it "
        + "is read; run `vitals collect` once to bring it up to date."
    case .damaged(let path, let reason):
      "The store \(path) is damaged: \(reason); it was left as it is, restore a backup of it."
    case .foreign(let path, let reason):
      "The file \(path) is not a store of this program: \(reason); it was left as it is, name "
        + "another with --store."
    case .unknownRepository(let id):
      "Facts of the repository \(id) came before the repository itself; nothing was stored."
    case .closed:
      "The store was used after it had been closed."
    case .failed(let reason):
      "The store could not be used: \(reason)."
    }
  }
}
