import Collector
import Delivery
import GitHub
import Model
import Reporting
import SQLiteStorage
import Settings
import Storage

/// `vitals run`: collect, assess, report, deliver.
struct RunCommand: Sendable {
  private let options: RunOptions
  private let session: Session

  init(_ options: RunOptions, _ session: Session) {
    self.options = options
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let names = try session.repositories()
    let token = try session.token()
    return try await session.writing { store in
      let budget = try await session.budget(units: options.budget, store: store)
      let api = try session.github(token, budget: budget, store: store)
      let reports = try ReportStage(session, store: store, templates: options.templates)
      let traffic = try session.trafficGitHub(budget: budget, store: store)
      let stage = CollectStage(session, api: api, trafficAPI: traffic, store: store)
      let results = try await stage.run(names)
      var publication = Publication(
        session,
        reports: reports,
        delivery: DeliverStage(session, api: api, store: store, reports: reports),
        alerts: AlertStage(session, api: api, store: store, reports: reports)
      )
      let files =
        session.options.isDryRun
        ? nil : ReportFiles(folder: options.output, isAlone: names.count == 1)
      for result in results {
        guard let repository = result.repository else { continue }
        try await publication.publish(
          repository,
          among: result.ownIssues,
          after: result.failures,
          files: files
        )
      }
      let record = RunRecord(
        of: session,
        results,
        delivered: publication.delivered,
        failures: publication.failures
      )
      try await store.keep(record, of: results)
      try publication.writeSummary(record)
      session.tell(record)
      return record.outcome == .complete ? .success : .partial
    }
  }
}
