import HTTP
package import Model
import Resilience

/// An entry of the Actions cache of a repository.
package struct CacheEntry: Hashable, Sendable {
  package var id: Int
  package var key: String
  package var createdAt: Timestamp

  package init(id: Int, key: String, createdAt: Timestamp) {
    self.id = id
    self.key = key
    self.createdAt = createdAt
  }
}

extension GitHubAPI {
  /// The entries whose keys begin with `prefix`, over all branches.
  ///
  /// https://docs.github.com/rest/actions/cache#list-github-actions-caches-for-a-repository
  package func caches(
    withPrefix prefix: String,
    in repository: RepositoryName
  ) async throws -> [CacheEntry] {
    var found: [CacheEntry] = []
    let query = [("key", prefix), ("per_page", "100")]
    var next: RESTPage<CachesReply>? = try await page(
      url(path(repository, "actions", "caches"), query: query),
      headers: ["Cache-Control": "no-store"],
      priority: .delivery
    )
    while let page = next {
      found += page.payload.entries.map {
        CacheEntry(
          id: $0.id,
          key: $0.key,
          createdAt: Timestamp($0.created) ?? Timestamp(seconds: 0)
        )
      }
      guard let url = page.next else { break }
      next = try await self.page(url, headers: ["Cache-Control": "no-store"], priority: .delivery)
    }
    return found
  }
}

private struct CachesReply: Decodable {
  struct Entry: Decodable {
    var id: Int
    var key: String
    var created: String

    private enum CodingKeys: String, CodingKey {
      case id
      case key
      case created = "created_at"
    }
  }

  var entries: [Entry]

  private enum CodingKeys: String, CodingKey {
    case entries = "actions_caches"
  }
}
