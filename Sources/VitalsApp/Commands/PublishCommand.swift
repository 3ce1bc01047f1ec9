import Delivery
import GitHub
import Model
import Reporting
import SQLiteStorage
import Settings
import Storage

/// `vitals publish`: brings GitHub into line with the store.
struct PublishCommand: Sendable {
  private let kind: PublicationKind?
  private let templates: String?
  private let session: Session

  init(_ kind: PublicationKind?, _ templates: String?, _ session: Session) {
    self.kind = kind
    self.templates = templates
    self.session = session
  }

  func run() async throws -> ExitStatus {
    let token = try session.token()
    return try await session.updating { store in
      let budget = try await session.budget(units: nil, store: store)
      let api = try session.github(token, budget: budget, store: store)
      let reports = try ReportStage(session, store: store, templates: templates)
      let stored = StoredRepositories(session, store)
      let delivery =
        kind == nil || kind == .weekly
        ? DeliverStage(session, api: api, store: store, reports: reports) : nil
      let audience = try await stored.audience()
      var publication = Publication(
        session,
        reports: reports,
        delivery: delivery,
        portfolio: delivery.map {
          PortfolioStage(session, api: api, store: store, delivery: $0, audience: audience)
        },
        alerts: kind == nil || kind == .alerts
          ? AlertStage(session, api: api, store: store, reports: reports) : nil
      )
      let repositories = try await stored.find()
      try await publication.publish(
        repositories.map { ($0, nil, nil) },
        of: repositories.count,
        files: nil
      )
      let record = RunRecord(
        of: session,
        [],
        delivered: publication.delivered,
        failures: publication.failures
      )
      if kind == nil || kind == .summary { try publication.writeSummary(record) }
      try publication.writeOutputs(record, files: nil)
      session.tell(record)
      return publication.failures.isEmpty ? .success : .partial
    }
  }
}
