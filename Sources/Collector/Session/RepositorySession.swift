import GitHub
import HTTP
import Model
import Resilience
import Storage

/// The collection of one repository while it runs: the shell around ``RepositoryCollection``.
struct RepositorySession: Sendable {
  let collector: Collector
  let name: RepositoryName
  var collection: RepositoryCollection
  var repository: Repository?
  var failures: [CollectionFailure] = []
  var runs: [Stream: RunRecord.StreamRun] = [:]
  var stars: StreamOutcome?
  /// Nil without a token for it.
  var traffic: StreamOutcome?
  private var starCount: Int?
  private var remembered: Set<Int> = []
  /// Points that are told of a stream already, with those that the run used before.
  private var pointsTold: Int

  var store: any MetricStore { collector.store }
  var now: Timestamp { collector.options.now }

  init(_ collector: Collector, name: RepositoryName) async throws {
    self.collector = collector
    self.name = name
    pointsTold = collector.options.pointsUsed()
    let stored = try await collector.store.repositories().first { $0.name == name }
    repository =
      if let stored { stored } else {
        try await collector.store.repository(formerly: name)
      }
    let states =
      if let repository { try await collector.store.streams(of: repository.id) } else {
        [Stream: StreamState]()
      }
    collection = collector.collection(of: name, states: states)
  }

  /// Reads everything that is due; a failure ends the part in which it happened.
  ///
  /// - Parameter seen: Repositories that this run has collected already.
  /// - Throws: `CancellationError`, and what the store throws.
  mutating func run(after seen: Set<RepositoryID>) async throws {
    let early = earlyStars()
    defer { early?.cancel() }
    do {
      guard try await begin(after: seen), let repository else { return }
      let starSession = try await starSession(of: repository, early)
      // Both on the same day of a week, so that the others stay quiet.
      let communitySession = starSession.reader.isDone ? nil : communitySession(of: repository)
      async let starOutcome = starSession.read()
      async let communityOutcome = communitySession?.read()
      async let trafficOutcome = trafficSession(of: repository)?.read()
      do {
        try await readFacts()
      } catch {
        try take(error)
      }
      stars = try await starOutcome
      traffic = try await trafficOutcome
      if let community = try await communityOutcome {
        runs[.snapshot]?.requests += 1
        failures += [community.failure].compactMap(\.self)
      }
    } catch {
      try take(error)
    }
    try await finish()
  }

  /// Notes a failure of a request; any other error goes on.
  private mutating func take(_ error: any Error) throws {
    guard let failure = CollectionFailure(error, stream: nil) else { throw error }
    let isInvisible = runs.isEmpty && failure.failureClass == FailureClass.notFound.rawValue
    failures.append(isInvisible ? .invisible(name) : failure)
  }

  /// Reads the first page, which tells which repository this is.
  ///
  /// - Returns: False when the run has collected it before, under another name.
  private mutating func begin(after seen: Set<RepositoryID>) async throws -> Bool {
    guard var request = collection.nextRequest() else { return false }
    var page = try await read(&request)
    guard let found = page.repository else { throw unidentified }
    guard !seen.contains(found.id) else {
      repository = found
      return false
    }
    if found.id != repository?.id {
      // Another repository has this name now, or it is stored under a former name.
      let states = try await store.streams(of: found.id)
      if repository != nil || !states.isEmpty {
        // Were this left to the end, a failure would note these states with the other repository.
        repository = states.isEmpty ? nil : found
        collection = collector.collection(of: name, states: states)
        guard var again = collection.nextRequest() else { return false }
        page = try await read(&again)
        request = again
      }
    }
    repository = found
    remembered = Set(try await store.deliveries(of: found.id).map(\.issue))
    starCount = page.counts?.stars
    try await take(page, request)
    return true
  }

  private var unidentified: APIFailure {
    APIFailure(
      .invalidResponse,
      status: nil,
      request: FactsDocument.operationName,
      detail: "GitHub did not say which repository \(name) is"
    )
  }

  /// Reads page after page until every connection is up to date.
  private mutating func readFacts() async throws {
    while var request = collection.nextRequest() {
      try Task.checkCancellation()
      let page = try await read(&request)
      try await take(page, request)
    }
  }

  /// Asks for smaller pages where GitHub finds an answer too large.
  private mutating func read(_ request: inout FactsRequest) async throws -> FactsPage {
    while true {
      do {
        let page = try await collector.api.facts(request)
        guard
          page.missingSection(of: request) != nil, collection.shrink(),
          let smaller = collection.nextRequest()
        else { return page }
        request = smaller
      } catch let error as APIFailure where error.asksForLess {
        guard collection.shrink(), let smaller = collection.nextRequest() else { throw error }
        request = smaller
      }
    }
  }

  /// Stores a page, and compares what is stored with what GitHub counts.
  private mutating func take(_ page: FactsPage, _ request: FactsRequest) async throws {
    guard var changes = collection.receive(page, to: request) else { throw unidentified }
    if let repository, repository.name != name { changes.formerNames = [name] }
    let own = collection.ownIssues.ownNumbers(remembered: remembered)
    changes.ownItems = remembered.union(own).sorted()
    count(page, request)
    try await store.apply(changes)
    while let long = collection.longItem {
      try Task.checkCancellation()
      if let item = try await collector.api.wholeConversation(of: long) {
        try await store.apply(Changes(repository: changes.repository, items: [item]))
      }
      charge([(long.item.kind == .pull ? .pulls : .issues, 1)])
      collection.removeLongItem()
    }
    let stored = try await store.counts(of: changes.repository)
    collection.settle(stored: stored)
    if let cursors = collection.forkSweep {
      collection.receiveForkSweep(try await collector.api.forkIDs(of: name, after: cursors))
      charge([(.forks, 1)])
    }
    try await removeSwept(from: changes.repository)
    collector.options.progress(
      .init(
        repository: name,
        stored: stored,
        totals: collection.states.compactMapValues(\.total)
      )
    )
  }

  /// Removes what a finished sweep has not seen.
  private mutating func removeSwept(from repository: RepositoryID) async throws {
    for (stream, seen) in collection.takeFinishedSweeps() {
      let rows = try await store.rows(of: stream, in: repository)
      let removals = rows.filter { !seen.contains($0.key) }
        .map { Removal($0, noticedAt: now) }
      try await store.apply(Changes(repository: repository, removals: removals))
    }
  }

  private mutating func count(_ page: FactsPage, _ request: FactsRequest) {
    let parts: [(Stream, Int?)] = [
      (.snapshot, request.wantsCounts ? 1 : nil),
      (.issues, page.issues?.rows.count), (.pulls, page.pulls?.rows.count),
      (.commits, page.commits?.page.rows.count), (.forks, page.forks?.rows.count),
      (.releases, page.releases?.rows.count),
    ]
    for case (let stream, let rows?) in parts {
      var run = runs[stream] ?? .init(name: stream)
      run.rows += rows
      run.requests += 1
      runs[stream] = run
    }
    charge(request.shares)
  }

  /// Tells streams of the points that were used since the last time, each point once: by their
  /// shares, and what these leave over to the largest one.
  ///
  /// A stream of which nothing came is told of none.
  mutating func charge(_ shares: [(stream: Stream, requests: Int)] = []) {
    let used = collector.options.pointsUsed()
    let points = used - pointsTold
    let told = shares.filter { runs[$0.stream] != nil }
    let all = told.reduce(0) { $0 + $1.requests }
    let largest = told.max { $0.requests < $1.requests }?.stream
    guard points > 0, let fallback = largest ?? runs.keys.min() else { return }
    pointsTold = used
    var rest = points
    for (stream, requests) in told {
      let part = points * requests / all
      runs[stream]?.points += part
      rest -= part
    }
    runs[fallback]?.points += rest
  }

  /// Asks for the newest stars of a repository that was never read beside its first page: the
  /// star history is often the longest chain of pages, and needs no more than the name.
  private func earlyStars() -> Task<StarHistoryPage, any Error>? {
    guard repository == nil else { return nil }
    return Task { [api = collector.api, name] in try await api.starHistory(of: name) }
  }

  private func starSession(
    of repository: Repository,
    _ early: Task<StarHistoryPage, any Error>?
  ) async throws -> StarSession {
    let states = try await store.streams(of: repository.id)
    let stored = try await store.counts(of: repository.id)[.stars] ?? 0
    return StarSession(
      api: collector.api,
      store: store,
      repository: repository,
      now: now,
      reader: StarReader(states[.stars], stored: stored, count: starCount, now: now),
      early: early
    )
  }

  private func communitySession(of repository: Repository) -> CommunitySession {
    CommunitySession(api: collector.api, store: store, repository: repository, now: now)
  }

  private func trafficSession(of repository: Repository) async throws -> TrafficSession? {
    guard let api = collector.options.trafficAPI else { return nil }
    return TrafficSession(
      api: api,
      store: store,
      repository: repository,
      now: now,
      state: try await store.streams(of: repository.id)[.traffic] ?? StreamState()
    )
  }
}
