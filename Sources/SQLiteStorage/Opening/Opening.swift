import SQLite
import Storage

/// Opens a store, or refuses it without having touched it.
struct Opening {
  let path: String
  let migrations: [Migration]

  private var file: StoreFile { StoreFile(path: path) }
  private var supported: Int { migrations.count }

  /// Opens the store for a run: creates it when there is none and brings it up to date.
  func forWriting() throws -> Connection {
    let header = try file.header()
    if let header { try accept(header) }
    let hadLog = file.hasLog
    if header != nil, !hadLog { try requireSound(Connection(path: path, access: .immutable)) }
    let connection = try Connection(path: path)
    guard !connection.isReadOnly else {
      throw StoreError.unwritable(path: path, reason: "it is write-protected")
    }
    if hadLog { try takeUpLog(of: connection) }
    try connection.enforceForeignKeys()
    try migrate(connection)
    try connection.setJournalMode(.wal)
    // The log is written through before it is folded in: safe with WAL, and far fewer waits.
    try connection.execute(script: "PRAGMA synchronous = NORMAL")
    return connection
  }

  /// Opens the store as ``forWriting()`` does; the file must exist.
  func forUpdating() throws -> Connection {
    guard try file.header() != nil else { throw StoreError.missing(path: path) }
    return try forWriting()
  }

  /// Opens the store to look at it; the file must exist and be of the current version.
  func forReading() throws -> Connection {
    guard let header = try file.header() else { throw StoreError.missing(path: path) }
    try accept(header)
    let connection = try Connection(path: path, access: file.hasLog ? .readOnly : .immutable)
    try requireSound(connection)
    let version = try connection.userVersion
    try accept(StoreFile.Header(applicationID: header.applicationID, version: version))
    guard version == supported else {
      throw StoreError.older(path: path, version: version, supported: supported)
    }
    return connection
  }

  /// Refuses what no opening would take, and leaves everything as it is.
  func check() throws {
    guard let header = try file.header() else { throw StoreError.missing(path: path) }
    try accept(header)
    try requireSound(Connection(path: path, access: file.hasLog ? .readOnly : .immutable))
  }

  private func accept(_ header: StoreFile.Header) throws {
    guard header.applicationID == Schema.applicationID else {
      throw StoreError.foreign(path: path, reason: "it is a database of another application")
    }
    guard header.version <= supported else {
      throw StoreError.newer(path: path, version: header.version, supported: supported)
    }
  }

  private func requireSound(_ connection: borrowing Connection) throws {
    if let problem = try connection.quickCheck(limit: 1).first {
      // SQLite puts a line with the database's name before what it found.
      let finding = problem.split(separator: "\n").last.map(String.init) ?? problem
      throw StoreError.damaged(path: path, reason: finding)
    }
  }

  /// Checks what file and log are together; while that is unknown, closing must not fold the log.
  private func takeUpLog(of connection: borrowing Connection) throws {
    try connection.keepLogOnClose(true)
    try requireSound(connection)
    try accept(
      StoreFile.Header(
        applicationID: Schema.applicationID,
        version: try connection.userVersion
      )
    )
    try connection.keepLogOnClose(false)
  }

  /// Migrates outside WAL mode, so that the file's own header always says its version.
  private func migrate(_ connection: borrowing Connection) throws {
    guard try connection.userVersion < supported else { return }
    try connection.setJournalMode(.delete)
    if try connection.userVersion == 0 {
      try connection.setApplicationID(Schema.applicationID)
    }
    try connection.migrate(with: migrations)
  }
}

extension Connection {
  /// Writes the log into the file and leaves WAL mode, so that one file remains.
  ///
  /// While another program has the store open the log is its own to fold.
  func foldLog() throws {
    do throws(SQLiteError) {
      try checkpoint()
      try setJournalMode(.delete)
    } catch  where error.code.primary == .busy {
      return
    }
  }
}
