import Analytics
import Model
import SQLiteStorage

/// `vitals series`: one value a day, as a table or as JSON.
struct SeriesCommand: Sendable {
  private let metric: SeriesID
  private let session: Session

  init(_ metric: String, _ session: Session) throws {
    self.metric = try SeriesID(named: metric)
    self.session = session
  }

  func run(from: Day?, to: Day?) async throws -> ExitStatus {
    try await session.reading { store in
      let stored = StoredRepositories(session, store)
      var documents: [JSONValue] = []
      for repository in try await stored.find() {
        let analysis = try await stored.analysis(of: repository)
        let last = to ?? session.dataDate(of: analysis)
        let first = from ?? min(last, repository.createdAt.day)
        let values = analysis.series(
          metric,
          from: first,
          to: last,
          dataDate: analysis.lastKnownDay ?? last
        )
        documents.append(
          SeriesDocument(
            repository: repository,
            metric: metric,
            from: first,
            to: last,
            values: values
          )
          .json
        )
        if !session.options.isJSON {
          let rows = values.map { [$0.day.description, PrintCommand.number($0.value)] }
          session.world.output(
            "\(metric.rawValue) of \(repository.name)\n" + TextTable(rows, numbers: [1]).text + "\n"
          )
        }
      }
      if session.options.isJSON { session.print(documents) }
    }
    return .success
  }
}
