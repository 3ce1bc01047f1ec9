package import Model
import SQLite
package import Storage

/// A store in one SQLite file.
///
/// While it is open, changes go to a write-ahead log beside the file; ``close()`` folds it in and
/// leaves one file. A log that a crash left behind is taken up by the next opening.
package actor SQLiteStorage: RemovalLog {
  /// What may be done to the file.
  package enum Access: Sendable {
    /// Creates the file when there is none and brings an older one up to date.
    case readWrite
    /// Brings an older file up to date; there must be one.
    case update
    /// Neither creates nor changes the file.
    case readOnly
  }

  private let executor = QueueExecutor(label: "sqlite-storage")
  private let access: Access
  private var database: Connection?

  nonisolated package let path: String
  nonisolated package var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  private init(path: String, access: Access) {
    self.path = path
    self.access = access
  }

  /// Opens the store at `path`.
  ///
  /// - Throws: ``StoreError``. A file that is refused, because it is damaged, of a later version
  ///   or not ours, keeps every byte.
  package static func open(
    path: String,
    access: Access = .readWrite
  ) async throws -> SQLiteStorage {
    try await open(path: path, access: access, migrations: Migration.all)
  }

  /// Opens the store with a schema other than the current one.
  static func open(
    path: String,
    access: Access = .readWrite,
    migrations: [Migration]
  ) async throws -> SQLiteStorage {
    let storage = SQLiteStorage(path: path, access: access)
    try await storage.start(migrations)
    return storage
  }

  private func start(_ migrations: [Migration]) throws {
    let opening = Opening(path: path, migrations: migrations)
    database = try StoreError.mapping(path) {
      switch access {
      case .readWrite: try opening.forWriting()
      case .update: try opening.forUpdating()
      case .readOnly: try opening.forReading()
      }
    }
  }

  package func apply(_ changes: Changes) throws {
    try withDatabase { try $0.apply(changes) }
  }

  package func repositories() throws -> [Repository] {
    try withDatabase { try $0.repositories() }
  }

  package func repository(formerly name: RepositoryName) throws -> Repository? {
    try withDatabase { try $0.repository(formerly: name) }
  }

  package func streams(of repository: RepositoryID) throws -> [Model.Stream: StreamState] {
    try withDatabase { try $0.streams(of: repository) }
  }

  package func counts(of repository: RepositoryID) throws -> [Model.Stream: Int] {
    try withDatabase { try $0.counts(of: repository) }
  }

  package func known(_ commits: [String], in repository: RepositoryID) throws -> Set<String> {
    try withDatabase { try $0.known(commits, in: repository) }
  }

  package func rows(
    of stream: Model.Stream,
    in repository: RepositoryID
  ) throws -> [Removal.Row] {
    try withDatabase { try $0.rows(of: stream, in: repository) }
  }

  package func history(of repository: RepositoryID) throws -> History? {
    try withDatabase { database in
      try database.reading { try database.history(of: repository) }
    }
  }

  package func profile(of repository: RepositoryID) throws -> Profile? {
    try withDatabase { try $0.profile(of: repository) }
  }

  package func titles(of numbers: [Int], in repository: RepositoryID) throws -> [ItemTitle] {
    try withDatabase { try $0.titles(of: numbers, in: repository) }
  }

  package func deliveries(of repository: RepositoryID) throws -> [Delivery] {
    try withDatabase { try $0.deliveries(of: repository) }
  }

  package func alerts(of repository: RepositoryID) throws -> [AlertRecord] {
    try withDatabase { try $0.alerts(of: repository) }
  }

  package func publishedScores(of repository: RepositoryID) throws -> [PublishedScore] {
    try withDatabase { try $0.publishedScores(of: repository) }
  }

  package func runs(newest count: Int) throws -> [String] {
    try withDatabase { try $0.runs(newest: count) }
  }

  package func cachedResponse(for key: String) throws -> CachedResponse? {
    try withDatabase { try $0.cachedResponse(for: key) }
  }

  package func keep(
    _ response: CachedResponse,
    for key: String,
    atMost count: Int
  ) throws {
    try withDatabase { try $0.keep(response, for: key, atMost: count) }
  }

  package func removals(of repository: RepositoryID) throws -> [Removal] {
    try withDatabase { try $0.removals(of: repository) }
  }

  /// Lets go of the file, which is then the only one; a second call does nothing.
  package func close() throws {
    guard let database = database.take() else { return }
    guard access != .readOnly else { return }
    try StoreError.mapping(path) { try database.foldLog() }
  }

  /// Lends the connection to `body` and gives SQLite's errors their meaning.
  func withDatabase<Value>(_ body: (borrowing Connection) throws -> Value) throws -> Value {
    switch database {
    case .some(let connection): try StoreError.mapping(path) { try body(connection) }
    case .none: throw StoreError.closed
    }
  }
}
