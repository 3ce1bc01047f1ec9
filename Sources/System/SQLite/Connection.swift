import CSQLite

/// An open database, which closes when its owner lets it go.
///
/// Statements are prepared once for each text. A connection is for one thread at a time
/// (`SQLITE_OPEN_NOMUTEX`); its owner sees to that.
@safe package struct Connection: ~Copyable {
  /// What may be done to the file.
  package enum Access: Sendable {
    /// Creates the file when there is none.
    case create
    case readWrite
    case readOnly
    /// Reads a file that nobody writes to: no lock is taken and no file made beside it, and a
    /// write-ahead log is not looked at.
    case immutable
  }

  private let handle: OpaquePointer
  private let statements = StatementCache()

  /// Opens the database at `path` (`sqlite3_open_v2`).
  ///
  /// - Parameters:
  ///   - path: A file, whatever its name looks like.
  ///   - access: What may be done to it.
  ///   - busyTimeout: How long to wait for a lock of another connection, in milliseconds.
  /// - Throws: What SQLite said.
  package init(
    path: String,
    access: Access = .create,
    busyTimeout: Int = 5_000
  ) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(access.name(of: path), &handle, access.flags, nil)
    guard code == SQLITE_OK, let opened = unsafe handle else {
      // A failed open still allocates a handle, which holds the message and must be closed.
      let error = unsafe SQLiteError(code, database: handle, action: "open \(path)")
      unsafe sqlite3_close_v2(handle)
      throw error
    }
    unsafe self.handle = opened
    unsafe sqlite3_busy_timeout(opened, Int32(clamping: busyTimeout))
  }

  deinit {
    statements.removeAll()
    unsafe sqlite3_close_v2(handle)
  }

  /// True when the file can only be read, even where writing was asked for.
  package var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// Rows that the last INSERT, UPDATE or DELETE changed.
  package var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// The key that the last INSERT gave.
  package var lastInsertedKey: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  /// The texts of all statements that were prepared, sorted.
  package var preparedTexts: [String] { statements.texts }

  /// Leaves the write-ahead log beside the file when the connection closes, rather than folding it
  /// in.
  package func keepLogOnClose(_ keep: Bool) throws(SQLiteError) {
    try check(unsafe vt_sqlite_keep_wal_on_close(handle, keep ? 1 : 0), "configure the log")
  }

  /// Runs a statement whose rows, if any, are of no interest.
  package func run(_ sql: SQL) throws(SQLiteError) {
    let slot = statements.slot(for: sql.text)
    let statement = try takeStatement(sql, from: slot)
    do throws(SQLiteError) {
      try statement.bind(sql.values)
      while try statement.step() {}
      slot.put(statement)
    } catch {
      slot.put(statement)
      throw error
    }
  }

  /// Lends every row of a query to `body`, in order.
  package func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
    try withStatement(sql) { statement in
      while try statement.step() { try body(statement.row) }
    }
  }

  /// What `read` makes of every row of a query, in order.
  package func rows<Value>(_ sql: SQL, _ read: (borrowing Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try forEach(sql) { row in values.append(try read(row)) }
    return values
  }

  /// What `read` makes of the first row of a query; nil when there is none.
  package func first<Value>(_ sql: SQL, _ read: (borrowing Row) throws -> Value) throws -> Value? {
    try withStatement(sql) { statement in
      try statement.step() ? try read(statement.row) : nil
    }
  }

  /// True when a query has a row.
  package func hasRow(_ sql: SQL) throws -> Bool {
    try first(sql) { _ in true } ?? false
  }

  /// Runs the statements of `script`, which holds no values (`sqlite3_exec`).
  package func execute(script: String) throws(SQLiteError) {
    try check(unsafe sqlite3_exec(handle, script, nil, nil, nil), "run \(script)")
  }

  /// Runs `body` in one transaction, which is undone when `body` throws.
  ///
  /// The lock for writing is taken at once (`BEGIN IMMEDIATE`): a transaction that reads first
  /// could not wait for it.
  package func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try run("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try run("COMMIT")
      return value
    } catch {
      // Some errors have rolled back already: https://sqlite.org/lang_transaction.html, section 3.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  /// Reads in `body` what was there at one moment, whatever others write meanwhile.
  package func reading<Value>(_ body: () throws -> Value) throws -> Value {
    try run("BEGIN")
    defer { try? run("COMMIT") }
    return try body()
  }

  /// Copies the database into a new file at `path`, page by page (`sqlite3_backup_init`).
  package func backup(to path: String) throws(SQLiteError) {
    let copy = try Connection(path: path)
    let action = "back up to \(path)"
    guard let backup = unsafe sqlite3_backup_init(copy.handle, "main", handle, "main") else {
      throw unsafe SQLiteError(
        sqlite3_errcode(copy.handle),
        database: copy.handle,
        action: action
      )
    }
    let step = unsafe sqlite3_backup_step(backup, -1)
    let code = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_OK, step == SQLITE_DONE else {
      throw unsafe SQLiteError(
        code == SQLITE_OK ? step : code,
        database: copy.handle,
        action: action
      )
    }
    // The copy of a database in WAL mode says so in its header; one file is wanted.
    try copy.setJournalMode(.delete)
  }

  /// Lends the statement of `sql` with its values bound to `body`.
  ///
  /// A statement in use is not in its slot, so that a query may run inside itself.
  private func withStatement<Value>(
    _ sql: SQL,
    _ body: (borrowing Statement) throws -> Value
  ) throws -> Value {
    let slot = statements.slot(for: sql.text)
    let statement = try takeStatement(sql, from: slot)
    do {
      try statement.bind(sql.values)
      let value = try body(statement)
      slot.put(statement)
      return value
    } catch {
      slot.put(statement)
      throw error
    }
  }

  private func takeStatement(
    _ sql: SQL,
    from slot: StatementCache.Slot
  ) throws(SQLiteError) -> Statement {
    if let kept = slot.take() { return kept }
    return try unsafe Statement(sql.text, database: handle)
  }

  private func check(_ code: Int32, _ action: String) throws(SQLiteError) {
    guard code == SQLITE_OK else {
      throw unsafe SQLiteError(code, database: handle, action: action)
    }
  }
}

extension Connection.Access {
  fileprivate var flags: Int32 {
    switch self {
    case .create: SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readWrite: SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE
    case .readOnly: SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY
    case .immutable: SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
  }

  /// The file name as SQLite takes it: `:memory:` is a file here, and a URI only where one is made.
  fileprivate func name(of path: String) -> String {
    let path = path.hasPrefix("/") ? path : "./" + path
    guard case .immutable = self else { return path }
    return "file:" + path.percentEncoded + "?immutable=1"
  }
}

extension String {
  /// All bytes but letters, digits and `-._~/` as `%XX`.
  fileprivate var percentEncoded: String {
    utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar)
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
