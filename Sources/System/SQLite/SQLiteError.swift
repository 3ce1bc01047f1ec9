/// What SQLite said when it refused, and what it was asked to do.
///
/// Bound values are never part of it.
package struct SQLiteError: Error, Hashable, Sendable {
  package var code: ResultCode
  /// SQLite's own words.
  package var message: String
  /// As in `open vitals.sqlite` or the text of a statement.
  package var action: String

  package init(code: ResultCode, message: String, action: String) {
    self.code = code
    self.message = message
    self.action = action
  }
}

extension SQLiteError: CustomStringConvertible {
  package var description: String {
    "SQLite could not \(action): \(message) (code \(code.rawValue))."
  }
}
