import HTTP
import Model
import Settings
import Storage

extension Session {
  /// The cache of REST reads in `store`; none where the settings switch it off.
  ///
  /// A key names the role and kind of the token and not the token, nor a digest of it: nothing of a secret
  /// is stored, and the next token of a workflow takes the entries over instead of adding its own.
  /// Its ETags may differ then; the server answers 200, and the new ones are kept.
  func cache(
    of token: Secret,
    _ role: TokenRole,
    for origins: Set<HTTP::Origin>,
    in store: any MetricStore
  ) -> [any Middleware] {
    guard settings.collection.isCachingEnabled else { return [] }
    let cache = ResponseCache(
      store: StoredResponses(store: store, now: now),
      rules: ResponseCacheRules(origins: origins, credential: "\(role.rawValue) \(token.kind)"),
      clock: ContinuousClock(),
      onHit: { [counter, log] request in
        counter.countCached()
        log.detail("\(request.traceDescription): answered from the cache")
      }
    )
    return [cache]
  }
}

/// The answers of the response cache among the facts of a store.
private struct StoredResponses: ResponseStore {
  /// Enough for the REST reads of a hundred repositories, and a bound for their size.
  private static let maximumCount = 1_000

  let store: any MetricStore
  let now: Timestamp

  func response(for key: String) async throws -> StoredResponse? {
    try await store.cachedResponse(for: key)
      .map {
        StoredResponse(
          etag: $0.etag,
          lastModified: $0.lastModified,
          link: $0.link,
          body: $0.body
        )
      }
  }

  func keep(_ response: StoredResponse, for key: String) async throws {
    let kept = CachedResponse(
      etag: response.etag,
      lastModified: response.lastModified,
      link: response.link,
      body: response.body,
      storedAt: now
    )
    try await store.keep(kept, for: key, atMost: Self.maximumCount)
  }
}

extension Secret {
  /// The public prefix of a GitHub token, as in `ghs`, which says who it speaks for; else `other`.
  ///
  /// https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  var kind: String {
    let kinds = ["ghp", "gho", "ghu", "ghs", "github_pat"]
    return kinds.first { reveal().hasPrefix("\($0)_") } ?? "other"
  }
}
