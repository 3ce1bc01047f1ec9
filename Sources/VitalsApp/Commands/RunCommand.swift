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
    let api = try session.github()
    return try await session.writing { store in
      let reports = try ReportStage(session, store: store, templates: options.templates)
      let results = try await CollectStage(session, api: api, store: store).run(names)
      var publication = Publication(
        session,
        reports: reports,
        delivery: DeliverStage(session, api: api, store: store)
      )
      let files = ReportFiles(folder: options.output, isAlone: names.count == 1)
      for result in results {
        guard let repository = result.repository else { continue }
        try await publication.publish(repository, among: result.ownIssues ?? [], files: files)
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

/// `vitals publish`: brings GitHub into line with the store.
struct PublishCommand: Sendable {
  private let kind: PublicationKind?
  private let templates: String?
  private let session: Session

  init(_ kind: PublicationKind?, _ templates: String?, _ session: Session) throws {
    guard kind != .alerts else {
      throw AppFailure(.usage, "`vitals publish alerts` is not part of this version.")
    }
    self.kind = kind
    self.templates = templates
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let api = try session.github()
    return try await session.writing { store in
      let reports = try ReportStage(session, store: store, templates: templates)
      var publication = Publication(
        session,
        reports: reports,
        delivery: kind == .summary ? nil : DeliverStage(session, api: api, store: store)
      )
      for repository in try await StoredRepositories(session, store).find() {
        try await publication.publish(repository, among: nil, files: nil)
      }
      let record = RunRecord(
        of: session,
        [],
        delivered: publication.delivered,
        failures: publication.failures
      )
      if kind != .weekly { try publication.writeSummary(record) }
      session.tell(record)
      return publication.failures.isEmpty ? .success : .partial
    }
  }
}
