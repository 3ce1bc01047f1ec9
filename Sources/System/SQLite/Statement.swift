import CSQLite

/// A prepared statement, finalised when its owner lets it go.
///
/// The connection keeps it between uses; nobody outside sees it but as the ``Row`` it stands on.
@safe struct Statement: ~Copyable {
  private let handle: OpaquePointer

  /// Prepares `text`, which must hold one statement (`sqlite3_prepare_v3`).
  init(_ text: String, database: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = unsafe sqlite3_prepare_v3(database, text, -1, flags, &handle, nil)
    guard code == SQLITE_OK, let prepared = unsafe handle else {
      throw unsafe SQLiteError(code, database: database, action: "prepare \(text)")
    }
    unsafe self.handle = prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds `values` to the parameters `?1`, `?2` and so on.
  func bind(_ values: [SQLValue]) throws(SQLiteError) {
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw error(code) }
    }
  }

  /// Goes to the next row; false at the end.
  func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code: throw error(code)
    }
  }

  /// Makes the statement ready for its next use and lets go of its values.
  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  /// Reads the row that the last step went to.
  var row: Row { unsafe Row(handle) }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null:
      unsafe sqlite3_bind_null(handle, index)
    case .integer(let number):
      unsafe sqlite3_bind_int64(handle, index, number)
    case .real(let number):
      unsafe sqlite3_bind_double(handle, index, number)
    case .text(var text):
      text.withUTF8 { bytes in
        guard let size = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
        // A nil address would bind NULL; an empty text has one of its own.
        guard size > 0 else { return unsafe vt_sqlite_bind_text(handle, index, "", 0) }
        return unsafe UnsafeRawBufferPointer(bytes)
          .withMemoryRebound(to: CChar.self) {
            unsafe vt_sqlite_bind_text(handle, index, $0.baseAddress, size)
          }
      }
    case .blob(let bytes):
      unsafe bytes.withUnsafeBytes { bytes in
        guard let size = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
        guard size > 0 else { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
        return unsafe vt_sqlite_bind_blob(handle, index, bytes.baseAddress, size)
      }
    }
  }

  private func error(_ code: Int32) -> SQLiteError {
    let text = unsafe sqlite3_sql(handle).map { unsafe String(cString: $0) } ?? "a statement"
    return unsafe SQLiteError(code, database: sqlite3_db_handle(handle), action: "run \(text)")
  }
}

extension SQLiteError {
  /// The error behind `code`, with the message that the connection holds for it.
  init(_ code: Int32, database: OpaquePointer?, action: String) {
    let extended = unsafe database.map { unsafe sqlite3_extended_errcode($0) } ?? code
    let message = unsafe database.map { unsafe String(cString: sqlite3_errmsg($0)) }
    unsafe self.init(
      // Misuse is not always noted in the connection, whose code then is of something else.
      code: ResultCode(rawValue: extended & 0xFF == code & 0xFF ? extended : code),
      message: message ?? String(cString: sqlite3_errstr(code)),
      action: action
    )
  }
}
