import Model
import SQLite
import Storage

extension FactWriter {
  /// Replaces the profile; a community that was not read again stays.
  func write(_ profile: Profile, to connection: borrowing Connection) throws {
    let languages = profile.languages.map { language -> JSONValue in
      ["name": .string(language.name), "bytes": .int(language.bytes)]
    }
    let topics = profile.topics.map(JSONValue.string)
    try connection.run(
      """
      INSERT INTO profiles VALUES (\(repository), \(profile.readAt),
        \(JSONWriter.text(.array(languages))), \(profile.licence),
        \(JSONWriter.text(.array(topics))), \(profile.discussions),
        \(profile.community?.readAt), \(profile.community?.health))
      ON CONFLICT (repository) DO UPDATE SET read_at = excluded.read_at,
        languages = excluded.languages, licence = excluded.licence, topics = excluded.topics,
        discussions = excluded.discussions,
        community_read_at = ifnull(excluded.community_read_at, community_read_at),
        community_health = iif(excluded.community_read_at IS NULL, community_health,
          excluded.community_health)
      """
    )
  }
}
