import Synchronization

/// Asks for a read again only whether it has changed, and not at all within a few minutes.
///
/// An answer 304 costs nothing of GitHub's limit, which is what this saves:
/// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api. It takes
/// GET requests to the origins it is given. A caller's `Cache-Control: no-cache` asks the server in
/// any case, and `no-store` passes by. A write ends every freshness, since it may change any read.
package final class ResponseCache<C: Clock>: Middleware
where C.Duration == Duration, C.Instant: Sendable {
  private let store: any ResponseStore
  private let rules: ResponseCacheRules
  private let clock: C
  private let onHit: @Sendable (Request) -> Void
  private let fresh: Mutex<FreshReads<C.Instant>>

  /// - Parameters:
  ///   - store: Where answers are kept.
  ///   - rules: What is kept, and for how long it is believed.
  ///   - clock: What measures freshness, within this run alone.
  ///   - onHit: Hears of each read that is answered without a request.
  package init(
    store: any ResponseStore,
    rules: ResponseCacheRules,
    clock: C,
    onHit: @escaping @Sendable (Request) -> Void = { _ in }
  ) {
    self.store = store
    self.rules = rules
    self.clock = clock
    self.onHit = onHit
    fresh = Mutex(FreshReads(lifetime: rules.lifetime))
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    guard let key = rules.key(of: request) else {
      defer { if request.isWrite { fresh.withLock { $0.forgetAll() } } }
      return try await next(request)
    }
    let stored = try await store.response(for: key)
    let isFresh = fresh.withLock { $0.contains(key, at: clock.now) }
    if let stored, isFresh, !rules.mustAsk(request) {
      onHit(request)
      return stored.response()
    }
    return try await ask(request, key: key, stored: stored, next: next)
  }

  private func ask(
    _ request: Request,
    key: String,
    stored: StoredResponse?,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let writes = fresh.withLock { $0.forget(key) }
    let response = try await next(stored?.condition(on: request) ?? request)
    if response.status == 304, let confirmed = stored?.confirmed(by: response.headers) {
      try await keep(confirmed, for: key, since: writes)
      return confirmed.response(response.headers, httpVersion: response.httpVersion)
    }
    if let new = rules.storable(response) { try await keep(new, for: key, since: writes) }
    return response
  }

  private func keep(_ response: StoredResponse, for key: String, since writes: Int) async throws {
    try await store.keep(response, for: key)
    fresh.withLock { $0.insert(key, at: clock.now, since: writes) }
  }
}

/// Which reads need not be repeated yet.
private struct FreshReads<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  private let lifetime: Duration
  private var confirmed: [String: Instant] = [:]
  /// Writes so far: an answer to a read that began before a write may be older than it.
  private var writes = 0

  init(lifetime: Duration) {
    self.lifetime = lifetime
  }

  func contains(_ key: String, at now: Instant) -> Bool {
    confirmed[key].map { $0.duration(to: now) < lifetime } ?? false
  }

  /// Forgets one read, and gives the number of writes so far.
  mutating func forget(_ key: String) -> Int {
    confirmed[key] = nil
    return writes
  }

  mutating func insert(_ key: String, at now: Instant, since writes: Int) {
    if writes == self.writes { confirmed[key] = now }
  }

  mutating func forgetAll() {
    confirmed = [:]
    writes += 1
  }
}
