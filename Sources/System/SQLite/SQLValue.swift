/// A value as SQLite stores it.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// A type whose values can stand in a statement.
package protocol SQLConvertible {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
  package var sqlValue: SQLValue { self }
}

extension Int: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLConvertible {
  package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLConvertible {
  package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLConvertible {
  package var sqlValue: SQLValue { .blob(self) }
}

extension SQLConvertible where Self: RawRepresentable<String> {
  /// The word itself.
  package var sqlValue: SQLValue { .text(rawValue) }
}
