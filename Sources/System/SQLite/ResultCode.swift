import CSQLite

/// A result code of SQLite, primary or extended.
///
/// https://sqlite.org/rescode.html
package struct ResultCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  package static let ok = ResultCode(rawValue: SQLITE_OK)
  package static let busy = ResultCode(rawValue: SQLITE_BUSY)
  package static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  package static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  package static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  package static let full = ResultCode(rawValue: SQLITE_FULL)
  package static let ioError = ResultCode(rawValue: SQLITE_IOERR)
  package static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  package static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
  package static let permission = ResultCode(rawValue: SQLITE_PERM)
  package static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  package static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)

  /// The code without what an extended one adds.
  package var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// A primary code matches itself and its extensions; an extended code matches itself alone.
  package static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
    pattern == pattern.primary ? pattern == code.primary : pattern == code
  }
}
