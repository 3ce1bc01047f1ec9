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
    let gathering = try await Gathering(names, token: token, session)
    return try await session.writing { file in
      let store = gathering.shown(file)
      let reports = try ReportStage(session, store: store, templates: options.templates)
      let (api, results) = try await gathering.run(into: file, store, budget: options.budget)
      let loss = try await gathering.loss(in: file)
      let delivery = DeliverStage(session, api: api, store: store, reports: reports)
      var publication = Publication(
        session,
        reports: reports,
        delivery: delivery,
        portfolio: PortfolioStage(
          session,
          api: api,
          store: store,
          delivery: delivery,
          audience: gathering.plan.audience
        ),
        alerts: AlertStage(session, api: api, store: store, reports: reports)
      )
      let files =
        session.options.isDryRun
        ? nil : ReportFiles(folder: options.output, isAlone: names.count == 1)
      try await publication.publish(
        results.compactMap { result in
          result.repository.map { ($0, result.ownIssues, result.failures) }
        },
        of: results.count,
        files: files,
        lost: loss
      )
      var record = RunRecord(
        of: session,
        results,
        delivered: publication.delivered,
        failures: publication.failures + gathering.plan.failures
      )
      record.historyLost = loss
      try await session.keep(&record, of: results, in: file, api: api)
      try publication.writeSummary(record)
      try publication.writeOutputs(record, files: files)
      session.tell(record)
      return record.outcome == .complete ? .success : .partial
    }
  }
}
