/// How a repository presents itself, as read last; only the present is kept.
package struct Profile: Hashable, Sendable {
  package var readAt: Timestamp
  /// The 20 largest, largest first.
  package var languages: [Language]
  /// An SPDX identifier, or GitHub's `NOASSERTION`; nil where no licence was found.
  package var licence: String?
  /// In GitHub's order, at most 20.
  package var topics: [String]
  /// Nil where GitHub did not say.
  package var discussions: Int?
  /// Nil until it was read once.
  package var community: Community?

  package init(
    readAt: Timestamp,
    languages: [Language] = [],
    licence: String? = nil,
    topics: [String] = [],
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
  /// This reading, with the community of an earlier one where it has none.
  package func filled(from earlier: Profile) -> Profile {
    var filled = self
    filled.community = community ?? earlier.community
    return filled
  }
}
