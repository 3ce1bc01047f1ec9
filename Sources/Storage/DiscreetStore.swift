package import Model

/// A store whose file everybody can read: views and clones stay in memory for the length of a run.
///
/// Everything else goes to the store beneath. What is kept back is known as long as this lives, so a
/// run can report it and leaves nothing of it behind.
package actor DiscreetStore: RemovalLog {
  private let open: any RemovalLog
  private let withheld = MemoryStore()

  package init(_ store: any RemovalLog) {
    open = store
  }

  package func apply(_ changes: Changes) async throws {
    var shown = changes
    shown.traffic = []
    shown.streams[.traffic] = nil
    try await open.apply(shown)
    guard !changes.traffic.isEmpty || changes.streams[.traffic] != nil else { return }
    let record = try await open.repositories().first { $0.id == changes.repository }
    try await withheld.apply(
      Changes(
        repository: changes.repository,
        record: record,
        traffic: changes.traffic,
        streams: changes.streams.filter { $0.key == .traffic }
      )
    )
  }

  package func repositories() async throws -> [Repository] {
    try await open.repositories()
  }

  package func repository(formerly name: RepositoryName) async throws -> Repository? {
    try await open.repository(formerly: name)
  }

  package func streams(of repository: RepositoryID) async throws -> [Stream: StreamState] {
    var states = try await open.streams(of: repository)
    states[.traffic] = try await withheld.streams(of: repository)[.traffic]
    return states
  }

  package func counts(of repository: RepositoryID) async throws -> [Stream: Int] {
    try await open.counts(of: repository)
  }

  package func known(_ commits: [String], in repository: RepositoryID) async throws -> Set<String> {
    try await open.known(commits, in: repository)
  }

  package func rows(
    of stream: Stream,
    in repository: RepositoryID
  ) async throws -> [Removal.Row] {
    try await open.rows(of: stream, in: repository)
  }

  package func history(of repository: RepositoryID) async throws -> History? {
    var history = try await open.history(of: repository)
    history?.traffic = try await withheld.history(of: repository)?.traffic ?? []
    return history
  }

  package func profile(of repository: RepositoryID) async throws -> Profile? {
    try await open.profile(of: repository)
  }

  package func titles(of numbers: [Int], in repository: RepositoryID) async throws -> [ItemTitle] {
    try await open.titles(of: numbers, in: repository)
  }

  package func deliveries(of repository: RepositoryID) async throws -> [Delivery] {
    try await open.deliveries(of: repository)
  }

  package func alerts(of repository: RepositoryID) async throws -> [AlertRecord] {
    try await open.alerts(of: repository)
  }

  package func publishedScores(of repository: RepositoryID) async throws -> [PublishedScore] {
    try await open.publishedScores(of: repository)
  }

  package func runs(newest count: Int) async throws -> [String] {
    try await open.runs(newest: count)
  }

  package func cachedResponse(for key: String) async throws -> CachedResponse? {
    try await keeper(of: key).cachedResponse(for: key)
  }

  package func keep(
    _ response: CachedResponse,
    for key: String,
    atMost count: Int
  ) async throws {
    try await keeper(of: key).keep(response, for: key, atMost: count)
  }

  package func removals(of repository: RepositoryID) async throws -> [Removal] {
    try await open.removals(of: repository)
  }

  package func close() async throws {
    try await open.close()
    await withheld.close()
  }

  /// An answer on views and clones is as private as they are.
  private func keeper(of key: String) -> any MetricStore {
    key.contains("/traffic/") ? withheld : open
  }
}
