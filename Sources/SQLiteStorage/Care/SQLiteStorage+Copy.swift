package import Model
import SQLite
import Storage

extension SQLiteStorage {
  /// Copies what `audience` may read into one new file, and gives the digest of its content.
  ///
  /// The copy is consistent whatever is written meanwhile (SQLite's online backup). Equal digests
  /// mean that nothing was learned between two copies.
  package func copy(to path: String, for audience: Audience) throws -> String {
    try backup(to: path)
    return try StoreError.mapping(path) {
      let copy = try Connection(path: path, access: .readWrite)
      try copy.leaveOut(for: audience)
      return try copy.contentDigest()
    }
  }

  /// Takes everything out that everybody must not read; gives whether there was anything.
  package func removePrivateFacts() throws -> Bool {
    try withDatabase { database in
      guard try database.hasPrivateFacts() else { return false }
      try database.removePrivateFacts()
      try database.execute(script: "VACUUM")
      try database.enforceForeignKeys()
      return true
    }
  }

  /// When the oldest issue that the tool wrote was opened; nil when none is known.
  package func firstOwnIssue() throws -> Timestamp? {
    try withDatabase { database in
      try database.first("SELECT min(created_at) FROM items WHERE is_own = 1") {
        $0.optionalInt(0).map { Timestamp(seconds: $0) }
      } ?? nil
    }
  }

  /// Checks the file at `path` as a run would before it opens it, without changing it.
  ///
  /// - Throws: ``StoreError`` when there is none, or it is damaged, newer, or not ours.
  package static func check(_ path: String) throws {
    let opening = Opening(path: path, migrations: Migration.all)
    try StoreError.mapping(path) { try opening.check() }
  }
}
