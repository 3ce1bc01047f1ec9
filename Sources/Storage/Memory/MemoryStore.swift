package import Model

/// A store that keeps everything in memory, for tests and for runs that leave nothing behind.
package actor MemoryStore: RemovalLog {
  private var kept: [RepositoryID: MemoryRepository] = [:]
  private var formerNames: [RepositoryName: RepositoryID] = [:]
  private var people = MemoryAccounts()
  /// Also of repositories that were never collected.
  private var deliveries: [RepositoryID: [MemoryRepository.DeliveryKey: Delivery]] = [:]
  /// In the order in which they were stored.
  private var responses: [(key: ExactText, response: CachedResponse)] = []
  private var documents: [Timestamp: String] = [:]
  private var isClosed = false

  package init() {}

  package func apply(_ changes: Changes) throws {
    try requireOpen()
    let changes = changes.withoutNULs
    let id = changes.repository
    if changes.needsRecord, changes.record == nil, kept[id] == nil {
      throw StoreError.unknownRepository(id)
    }
    let before = kept[id]?.record.name
    if let record = changes.record, kept[id] == nil {
      kept[id] = MemoryRepository(record: record)
    }
    for name in changes.formerNames(besides: before, now: changes.record?.name ?? before) {
      formerNames[name] = id
    }
    kept[id]?.apply(changes, people: &people)
    for delivery in changes.deliveries {
      deliveries[id, default: [:]][MemoryRepository.DeliveryKey(delivery)] = delivery
    }
    if let run = changes.run { documents[run.started] = run.document }
  }

  package func repositories() throws -> [Repository] {
    try requireOpen()
    return kept.values.map(\.record).sorted { $0.id < $1.id }
  }

  package func repository(formerly name: RepositoryName) throws -> Repository? {
    try requireOpen()
    return formerNames[name].flatMap { kept[$0]?.record }
  }

  package func streams(of repository: RepositoryID) throws -> [Stream: StreamState] {
    try requireOpen()
    return kept[repository]?.streams ?? [:]
  }

  package func counts(of repository: RepositoryID) throws -> [Stream: Int] {
    try requireOpen()
    return kept[repository]?.counts ?? MemoryRepository.noCounts
  }

  package func known(_ commits: [String], in repository: RepositoryID) throws -> Set<String> {
    try requireOpen()
    guard let kept = kept[repository] else { return [] }
    return Set(commits.filter { kept.commits[ExactText($0)] != nil })
  }

  package func rows(of stream: Stream, in repository: RepositoryID) throws -> [Removal.Row] {
    try requireOpen()
    return kept[repository]?.rows(of: stream) ?? []
  }

  package func history(of repository: RepositoryID) throws -> History? {
    try requireOpen()
    return kept[repository]?.history(people)
  }

  package func profile(of repository: RepositoryID) throws -> Profile? {
    try requireOpen()
    return kept[repository]?.profile
  }

  package func titles(of numbers: [Int], in repository: RepositoryID) throws -> [ItemTitle] {
    try requireOpen()
    guard let items = kept[repository]?.items else { return [] }
    return Set(numbers).sorted()
      .compactMap { number in
        items[number].map { ItemTitle(number: number, kind: $0.item.kind, title: $0.item.title) }
      }
  }

  package func deliveries(of repository: RepositoryID) throws -> [Delivery] {
    try requireOpen()
    return (deliveries[repository] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  package func alerts(of repository: RepositoryID) throws -> [AlertRecord] {
    try requireOpen()
    return kept[repository]?.sortedAlerts ?? []
  }

  package func publishedScores(of repository: RepositoryID) throws -> [PublishedScore] {
    try requireOpen()
    return (kept[repository]?.publishedScores ?? [:])
      .map { PublishedScore(day: $0.key, score: $0.value) }
      .sorted { $0.day < $1.day }
  }

  package func runs(newest count: Int) throws -> [String] {
    try requireOpen()
    return documents.sorted { $0.key > $1.key }.prefix(max(0, count)).map(\.value)
  }

  package func cachedResponse(for key: String) throws -> CachedResponse? {
    try requireOpen()
    return responses.first { $0.key == ExactText(key) }?.response
  }

  package func keep(
    _ response: CachedResponse,
    for key: String,
    atMost count: Int
  ) throws {
    try requireOpen()
    responses.removeAll { $0.key == ExactText(key) }
    responses.append((ExactText(key), response))
    responses.removeFirst(max(0, responses.count - max(0, count)))
  }

  package func removals(of repository: RepositoryID) throws -> [Removal] {
    try requireOpen()
    return kept[repository]?.sortedRemovals ?? []
  }

  package func close() {
    isClosed = true
  }

  private func requireOpen() throws {
    if isClosed { throw StoreError.closed }
  }
}
