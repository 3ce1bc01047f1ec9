package import Model
package import SQLite

extension Timestamp: SQLConvertible {
  /// Seconds since 1970.
  package var sqlValue: SQLValue { seconds.sqlValue }
}

extension Day: SQLConvertible {
  /// Days since 1970-01-01.
  package var sqlValue: SQLValue { number.sqlValue }
}

extension RepositoryID: SQLConvertible {
  package var sqlValue: SQLValue { rawValue.sqlValue }
}

extension Account.Kind: SQLConvertible {}
extension Item.Kind: SQLConvertible {}
extension Item.State: SQLConvertible {}
extension Model.Stream: SQLConvertible {}
extension Review.State: SQLConvertible {}
extension TrafficDay.Kind: SQLConvertible {}

extension Row {
  func timestamp(_ column: Int) -> Timestamp {
    Timestamp(seconds: int(column))
  }

  func optionalTimestamp(_ column: Int) -> Timestamp? {
    optionalInt(column).map(Timestamp.init(seconds:))
  }

  func day(_ column: Int) -> Day {
    Day(number: int(column))
  }

  func optionalDay(_ column: Int) -> Day? {
    optionalInt(column).map(Day.init(number:))
  }

  /// Additions, deletions and files in three columns; nil where one is unknown.
  func changeSize(from column: Int) -> ChangeSize? {
    guard
      let additions = optionalInt(column), let deletions = optionalInt(column + 1),
      let files = optionalInt(column + 2)
    else { return nil }
    return ChangeSize(additions: additions, deletions: deletions, files: files)
  }
}
