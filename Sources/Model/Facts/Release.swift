/// A release, with the downloads of its files as read once.
package struct Release: Hashable, Sendable {
  package var id: Int
  package var tag: String
  package var isDraft: Bool
  package var isPrerelease: Bool
  package var createdAt: Timestamp
  /// Nil for a draft.
  package var publishedAt: Timestamp?
  package var assets: Nested<Asset>

  package init(
    id: Int,
    tag: String,
    isDraft: Bool = false,
    isPrerelease: Bool = false,
    createdAt: Timestamp,
    publishedAt: Timestamp?,
    assets: Nested<Asset> = .none
  ) {
    self.id = id
    self.tag = tag
    self.isDraft = isDraft
    self.isPrerelease = isPrerelease
    self.createdAt = createdAt
    self.publishedAt = publishedAt
    self.assets = assets
  }
}

/// A file of a release.
///
/// A file that is uploaded again under its old name is another asset, whose count begins at 0.
package struct Asset: Hashable, Sendable {
  /// The node id: GraphQL gives no number for assets.
  package var id: String
  package var name: String
  /// Downloads ever, as of the reading.
  package var downloads: Int

  package init(id: String, name: String, downloads: Int) {
    self.id = id
    self.name = name
    self.downloads = downloads
  }
}
