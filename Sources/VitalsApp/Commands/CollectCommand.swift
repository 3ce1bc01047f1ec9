import Collector
import GitHub
import HTTP
import Model
import Reporting
import SQLiteStorage
import Storage

/// `vitals collect`: GitHub → store.
struct CollectCommand: Sendable {
  private let budget: Int?
  private let session: Session

  init(budget: Int?, _ session: Session) {
    self.budget = budget
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let names = try session.repositories()
    let token = try session.token()
    let gathering = try await Gathering(names, token: token, session)
    return try await session.writing { file in
      let store = gathering.shown(file)
      let (api, results) = try await gathering.run(into: file, store, budget: budget)
      var record = RunRecord(of: session, results, failures: gathering.plan.failures)
      record.historyLost = try await gathering.loss(in: file)
      try await session.keep(&record, of: results, in: file, api: api)
      session.tell(record)
      return record.outcome == .complete ? .success : .partial
    }
  }
}

extension MetricStore {
  /// Keeps the record of a run; nothing where no repository is known to keep it beside.
  func keep(_ record: RunRecord, of results: [CollectionResult]) async throws {
    guard let repository = results.compactMap(\.repository).first else { return }
    let document = JSONWriter.text(record.json)
    try await apply(
      Changes(
        repository: repository.id,
        run: FinishedRun(started: record.started, document: document)
      )
    )
  }
}

extension Session {
  /// Keeps the record of a run, then copies the store with it, and adds what became of the copy.
  func keep(
    _ record: inout RunRecord,
    of results: [CollectionResult],
    in store: SQLiteStorage,
    api: GitHubAPI
  ) async throws {
    if let loss = record.historyLost { log.say(Diagnostic(.warning, loss.sentence)) }
    if let home = results.compactMap(\.repository).first(where: { $0.name == self.home }) {
      try await purge(store, for: home.isPrivate ? .members : .everybody)
    }
    try await store.keep(record, of: results)
    let before = counter.snapshot
    let copy = try await writeCopy(of: store, after: results, api: api)
    record.delivered += [copy].compactMap(\.self)
    guard copy != nil || counter.snapshot != before else { return }
    // The copy holds the record as it was before; this one tells what the copy cost, too.
    record.recount(self)
    try await store.keep(record, of: results)
  }

  /// Tells what a run did: the record for a machine, a line a repository for a person.
  func tell(_ record: RunRecord) {
    guard !options.isJSON else {
      world.output(JSONWriter.text(record.json, .init(isIndented: true)) + "\n")
      return
    }
    for repository in record.repositories {
      let rows = repository.streams.reduce(0) { $0 + $1.rows }
      log.information(
        "\(repository.name): \(repository.outcome.rawValue), "
          + "\(CountText.plain(rows, "row")) read"
      )
    }
    let requests = record.requests
    log.information(
      "\(CountText.plain(requests.graphql, "GraphQL request")) "
        + "(\(CountText.plain(requests.points, "point"))), "
        + "\(CountText.plain(requests.rest, "REST request"))"
    )
  }
}
