import SQLite
import Storage

extension Connection {
  /// Keeps an answer, and of all answers the `count` stored last.
  func keep(_ response: CachedResponse, for key: String, atMost count: Int) throws {
    // A replaced row gets a new number, so that the numbers tell what was stored last.
    try transaction {
      try run(
        """
        INSERT OR REPLACE INTO cached_responses VALUES (\(key), \(response.etag),
          \(response.lastModified), \(response.link), \(response.body), \(response.storedAt))
        """
      )
      try run(
        """
        DELETE FROM cached_responses WHERE rowid <= (
          SELECT rowid FROM cached_responses ORDER BY rowid DESC LIMIT 1 OFFSET \(max(0, count)))
        """
      )
    }
  }
}
