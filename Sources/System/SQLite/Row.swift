import CSQLite

/// The row a query stands on, lent for the time of one closure.
///
/// Columns count from 0. A column of another type is converted as SQLite does; tables that are
/// STRICT hold none.
@safe package struct Row: ~Copyable {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) {
    unsafe self.handle = handle
  }

  /// Number of columns.
  package var count: Int { Int(unsafe sqlite3_column_count(handle)) }

  package func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  package func int(_ column: Int) -> Int {
    Int(unsafe sqlite3_column_int64(handle, Int32(column)))
  }

  package func optionalInt(_ column: Int) -> Int? {
    isNull(column) ? nil : int(column)
  }

  /// A number with a fraction; 0 for anything else.
  package func double(_ column: Int) -> Double {
    unsafe sqlite3_column_double(handle, Int32(column))
  }

  package func bool(_ column: Int) -> Bool {
    int(column) != 0
  }

  /// The text of a column; what is not UTF-8 is repaired.
  package func text(_ column: Int) -> String {
    guard let bytes = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
    let size = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
  }

  package func optionalText(_ column: Int) -> String? {
    isNull(column) ? nil : text(column)
  }

  package func blob(_ column: Int) -> [UInt8] {
    guard let bytes = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let size = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size))
  }

  /// The value of a column that holds one of a closed set of words.
  ///
  /// - Throws: ``ResultCode/mismatch`` when the word is none of them.
  package func word<Value: RawRepresentable<String>>(
    _ column: Int,
    as type: Value.Type = Value.self
  ) throws(SQLiteError) -> Value {
    guard let value = Value(rawValue: text(column)) else {
      let name = unsafe sqlite3_column_name(handle, Int32(column))
        .map { unsafe String(cString: $0) }
      throw SQLiteError(
        code: .mismatch,
        message: "the word in it is unknown",
        action: "read column \(name ?? String(column))"
      )
    }
    return value
  }
}
