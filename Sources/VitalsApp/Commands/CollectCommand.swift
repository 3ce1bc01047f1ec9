import Collector
import Model
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
    return try await session.writing { store in
      let budget = try await session.budget(units: budget, store: store)
      let api = try session.github(token, budget: budget, store: store)
      let traffic = try session.trafficGitHub(budget: budget, store: store)
      let stage = CollectStage(session, api: api, trafficAPI: traffic, store: store)
      let results = try await stage.run(names)
      let record = RunRecord(of: session, results)
      try await store.keep(record, of: results)
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
  /// Tells what a run did: the record for a machine, a line a repository for a person.
  func tell(_ record: RunRecord) {
    guard !options.isJSON else {
      world.output(JSONWriter.text(record.json, .init(isIndented: true)) + "\n")
      return
    }
    for repository in record.repositories {
      let rows = repository.streams.reduce(0) { $0 + $1.rows }
      log.information("\(repository.name): \(repository.outcome.rawValue), \(rows) rows read")
    }
    let requests = record.requests
    log.information(
      "\(Self.count(requests.graphql, "GraphQL request")) "
        + "(\(Self.count(requests.points, "point"))), \(Self.count(requests.rest, "REST request"))"
    )
  }

  private static func count(_ number: Int, _ unit: String) -> String {
    "\(number) \(unit)\(number == 1 ? "" : "s")"
  }
}
