import FoundationEssentials
import Model
import SQLite

extension Connection {
  func profile(of repository: RepositoryID) throws -> Profile? {
    try first(
      """
      SELECT read_at, languages, licence, topics, discussions, community_read_at, community_health
      FROM profiles WHERE repository = \(repository)
      """
    ) { row in
      Profile(
        readAt: row.timestamp(0),
        languages: try row.json(1, as: [StoredLanguage].self)?
          .map { Profile.Language(name: $0.name, bytes: $0.bytes) },
        licence: row.optionalText(2),
        topics: try row.json(3, as: [String].self),
        discussions: row.optionalInt(4),
        community: row.optionalTimestamp(5)
          .map { Profile.Community(readAt: $0, health: row.optionalInt(6)) }
      )
    }
  }
}

private struct StoredLanguage: Decodable {
  var name: String
  var bytes: Int
}

extension Row {
  /// A column that holds a JSON document, or nothing.
  fileprivate func json<Value: Decodable>(_ column: Int, as type: Value.Type) throws -> Value? {
    guard let text = optionalText(column) else { return nil }
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw SQLiteError(
        code: .mismatch,
        message: "the text is not the JSON that belongs there",
        action: "read a profile"
      )
    }
  }
}
