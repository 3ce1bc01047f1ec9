import SQLiteStorage
import Settings

extension Session {
  /// Lends the store for writing, makes it when there is none, and closes it whatever happens.
  ///
  /// One that was made and holds no repository in the end is taken away again: it would pass for a
  /// history.
  func writing<Result>(
    _ body: (SQLiteStorage) async throws -> Result
  ) async throws -> Result {
    let path = try storePath()
    let isNew = !Files.exists(path)
    let result: Result
    do {
      result = try await lending(.readWrite, body)
    } catch {
      if isNew { await removeEmptyStore(at: path) }
      throw error
    }
    if isNew { await removeEmptyStore(at: path) }
    return result
  }

  /// Removes a store without a repository; one that cannot be read stays.
  private func removeEmptyStore(at path: String) async {
    let known = try? await lending(.readOnly) { try await $0.repositories() }
    if known?.isEmpty == true { Files.remove(StoreArchive.leftovers(of: path)) }
  }

  /// Lends the store for writing as ``writing(_:)`` does; there must be one.
  func updating<Result>(
    _ body: (SQLiteStorage) async throws -> Result
  ) async throws -> Result {
    try await lending(.update, body)
  }

  /// Lends the store for reading; there must be one.
  func reading<Result>(
    _ body: (SQLiteStorage) async throws -> Result
  ) async throws -> Result {
    try await lending(.readOnly, body)
  }

  private func lending<Result>(
    _ access: SQLiteStorage.Access,
    _ body: (SQLiteStorage) async throws -> Result
  ) async throws -> Result {
    let store = try await openStore(access)
    let result: Result
    do {
      result = try await body(store)
    } catch {
      try await store.close()
      throw error
    }
    try await store.close()
    return result
  }

  /// The file of the store.
  ///
  /// - Throws: ``AppFailure`` when the store is none.
  func storePath() throws -> String {
    switch settings.storage.location {
    case .sqlite(let path): return path
    case .postgresql, .file:
      throw AppFailure(.usage, "Only SQLite is a store in this version; use sqlite:PATH.")
    }
  }

  private func openStore(_ access: SQLiteStorage.Access) async throws -> SQLiteStorage {
    try await SQLiteStorage.open(path: storePath(), access: access)
  }
}
