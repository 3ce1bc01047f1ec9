import Model
import SQLite
import Storage

extension FactWriter {
  /// Deletes a row with what is below it and leaves a tombstone; an older tombstone stays.
  func remove(_ removal: Removal, from connection: borrowing Connection) throws {
    try connection.run(deletion(of: removal.row))
    try connection.run(
      """
      INSERT OR IGNORE INTO tombstones
      VALUES (\(repository), \(removal.row.kind.rawValue), \(removal.row.key),
        \(removal.noticedAt))
      """
    )
  }

  /// Takes the tombstone of a row away, which is there again.
  func unbury(_ row: Removal.Row, in connection: borrowing Connection) throws {
    try connection.run(
      """
      DELETE FROM tombstones WHERE repository = \(repository)
        AND kind = \(row.kind.rawValue) AND key = \(row.key)
      """
    )
  }

  private func deletion(of row: Removal.Row) -> SQL {
    switch row {
    case .item(let number):
      "DELETE FROM items WHERE repository = \(repository) AND number = \(number)"
    case .fork(let id):
      "DELETE FROM forks WHERE repository = \(repository) AND id = \(id)"
    case .commit(let oid):
      "DELETE FROM commits WHERE repository = \(repository) AND oid = \(oid)"
    case .release(let id):
      "DELETE FROM releases WHERE repository = \(repository) AND id = \(id)"
    case .comment(let id):
      "DELETE FROM comments WHERE repository = \(repository) AND id = \(id)"
    case .review(let id):
      "DELETE FROM reviews WHERE repository = \(repository) AND id = \(id)"
    }
  }
}
