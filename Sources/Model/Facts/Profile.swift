/// How a repository presents itself, as read last; only the present is kept.
///
/// A part that could not be read is nil.
package struct Profile: Hashable, Sendable {
  package var readAt: Timestamp
  /// The 20 largest, largest first.
  package var languages: [Language]?
  /// An SPDX identifier, GitHub's `NOASSERTION`, or ``noLicence``.
  package var licence: String?
  /// In GitHub's order, at most 20.
  package var topics: [String]?
  package var discussions: Int?
  /// Nil until it was read once.
  package var community: Community?

  package init(
    readAt: Timestamp,
    languages: [Language]? = nil,
    licence: String? = nil,
    topics: [String]? = nil,
    discussions: Int? = nil,
    community: Community? = nil
  ) {
    self.readAt = readAt
    self.languages = languages
    self.licence = licence
    self.topics = topics
    self.discussions = discussions
    self.community = community
  }

  /// SPDX's word for a repository in which no licence was found.
  ///
  /// https://spdx.github.io/spdx-spec/v2.3/package-information/#713-concluded-license-field
  package static let noLicence = "NONE"

  /// A programming language with the bytes written in it.
  package struct Language: Hashable, Sendable {
    package var name: String
    package var bytes: Int

    package init(name: String, bytes: Int) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// What GitHub says of the files that welcome contributors.
  package struct Community: Hashable, Sendable {
    package var readAt: Timestamp
    /// Percent of the files that GitHub recommends; nil where it does not say, as for a fork.
    package var health: Int?

    package init(readAt: Timestamp, health: Int?) {
      self.readAt = readAt
      self.health = health
    }
  }
}

extension Profile {
  /// This reading, with what it lacks from an earlier one.
  package func filled(from earlier: Profile) -> Profile {
    Profile(
      readAt: readAt,
      languages: languages ?? earlier.languages,
      licence: licence ?? earlier.licence,
      topics: topics ?? earlier.topics,
      discussions: discussions ?? earlier.discussions,
      community: community ?? earlier.community
    )
  }
}
