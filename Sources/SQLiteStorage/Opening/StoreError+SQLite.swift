import SQLite
import Storage

extension StoreError {
  /// Runs `body` and gives an error of SQLite its meaning for the store at `path`.
  static func mapping<Value: ~Copyable>(
    _ path: String,
    _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }

  init(_ error: SQLiteError, path: String) {
    switch error.code {
    case .corrupt, .notADatabase, .mismatch:
      self = .damaged(path: path, reason: error.message)
    case .cannotOpen, .readOnly, .permission:
      self = .unwritable(path: path, reason: error.message)
    case .full:
      self = .failed(reason: "the disk of \(path) is full")
    case .busy:
      self = .failed(reason: "another program is using \(path)")
    default:
      self = .failed(reason: "SQLite says “\(error.message)” (code \(error.code.rawValue))")
    }
  }
}
