import Delivery
import Gzip
import Model
import SQLiteStorage
import Storage

/// Turns a store into a copy that can travel, and a copy into a store.
enum StoreArchive {
  /// The most that a copy may unpack to, in bytes.
  private static let limit = 1 << 32

  /// Packs what `audience` may read of an open store.
  static func pack(
    _ store: SQLiteStorage,
    for audience: Audience,
    at now: Timestamp
  ) async throws -> StoreCopy {
    let path = "\(store.path).copy"
    Files.remove(leftovers(of: path))
    defer { Files.remove(leftovers(of: path)) }
    let content = try await store.copy(to: path, for: audience)
    try SQLiteStorage.check(path)
    return StoreCopy(
      content: content,
      packed: try Gzip.pack(try Files.read(path) ?? []),
      writtenAt: now
    )
  }

  /// Unpacks a copy, checks that it is a sound store, and puts it at `path`, where none may be.
  ///
  /// - Throws: `GzipError` and `StoreError` when it is none; there is no file at `path` then.
  static func unpack(_ packed: [UInt8], to path: String) throws {
    let new = "\(path).restored"
    defer { Files.remove(leftovers(of: new)) }
    try Files.write(try Gzip.unpack(packed, limit: limit), to: new)
    try SQLiteStorage.check(new)
    try Files.move(new, to: path)
  }

  /// A file with all that SQLite may have put beside it.
  static func leftovers(of path: String) -> [String] {
    ["", "-wal", "-shm", "-journal"].map { path + $0 }
  }
}
