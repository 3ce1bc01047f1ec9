import Model
import SQLite
import Storage

extension FactWriter {
  /// Replaces the profile; what was not read again stays.
  func write(_ profile: Profile, to connection: borrowing Connection) throws {
    let languages = profile.languages.map { languages in
      JSONValue.array(languages.map { ["name": .string($0.name), "bytes": .int($0.bytes)] })
    }
    let topics = profile.topics.map { JSONValue.array($0.map(JSONValue.string)) }
    try connection.run(
      """
      INSERT INTO profiles VALUES (\(repository), \(profile.readAt),
        \(languages.map { JSONWriter.text($0) }), \(profile.licence),
        \(topics.map { JSONWriter.text($0) }), \(profile.discussions),
        \(profile.community?.readAt), \(profile.community?.health))
      ON CONFLICT (repository) DO UPDATE SET read_at = excluded.read_at,
        languages = ifnull(excluded.languages, languages),
        licence = ifnull(excluded.licence, licence), topics = ifnull(excluded.topics, topics),
        discussions = ifnull(excluded.discussions, discussions),
        community_read_at = ifnull(excluded.community_read_at, community_read_at),
        community_health = iif(excluded.community_read_at IS NULL, community_health,
          excluded.community_health)
      """
    )
  }
}
