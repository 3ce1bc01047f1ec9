import Delivery
import GitHub
import Model
import Reporting
import Settings
import Storage

/// Brings reports into the health issue of each repository: one a week, or one for all time.
struct DeliverStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let store: any MetricStore
  private let reports: ReportStage

  init(_ session: Session, api: GitHubAPI, store: any MetricStore, reports: ReportStage) {
    (self.session, self.api) = (session, api)
    (self.store, self.reports) = (store, reports)
  }

  /// Brings a report into the health issue of its repository, as the settings want it.
  ///
  /// The issues under the tool's label are those that the collection saw; nil reads them now.
  func deliver(
    _ report: ReportStage.Report,
    of repository: Repository,
    among issues: [OwnIssue]?
  ) async throws -> DeliveryOutcome {
    guard session.settings.report.healthIssue != .off, session.settings.delivery.issues.mode != .off
    else { return .skipped }
    // Nothing can be written to an archived repository, and nobody waits for its health.
    guard isPreview || !repository.isArchived else { return .skipped }
    let trouble = "The health issue of \(repository.name) was not written"
    guard isPreview || repository.hasIssues else {
      return .failed(
        "\(trouble): its issues are switched off.",
        failureClass: "notFound"
      )
    }
    return try await DeliveryOutcome.of(trouble) {
      let channel = try await IssueChannel(
        session,
        api: api,
        store: store,
        repository: repository,
        among: issues
      )
      return try await session.settings.report.healthIssue == .weekly
        ? deliverWeekly(on: report.input.date, through: channel)
        : deliverRolling(report, through: channel)
    }
  }

  private func deliverRolling(
    _ report: ReportStage.Report,
    through channel: IssueChannel
  ) async throws -> DeliveryOutcome {
    let document = issue(report.document)
    guard !isPreview else { return show(document, of: channel.repository) }
    let outcome = try await channel.deliver(document, as: "health")
    return record(outcome.action.rawValue, outcome.url, of: channel.repository)
  }

  /// Posts the issue of a week that is over, and closes that of the week before.
  private func deliverWeekly(
    on dataDate: Day,
    through channel: IssueChannel
  ) async throws -> DeliveryOutcome {
    let repository = channel.repository
    let plan = WeeklyPlan(
      on: dataDate,
      among: channel.issues,
      remembered: channel.remembered.compactMap(WeeklyIssue.init)
    )
    switch plan.step {
    case .keep(let number, _):
      guard !isPreview else { return .skipped }
      try await close(plan.stale, followedBy: number, channel)
      return record("unchanged", channel.url(of: number), of: repository)
    case .post(let week, let date):
      let body = try await body(of: plan.previous, channel)
      let report = try await reports.weeklyReport(
        of: repository,
        week,
        on: date,
        after: body.flatMap { PastReport(in: $0) },
        in: body == nil ? nil : plan.previous?.number
      )
      let document = issue(report)
      guard !isPreview else { return show(document, of: repository) }
      let outcome = try await channel.deliver(document, as: WeeklyIssue.kind, week.description)
      try await close(plan.stale, followedBy: outcome.number, channel)
      return record(outcome.action.rawValue, outcome.url, of: repository)
    }
  }

  /// The text of an earlier issue; nil where there is none any more.
  private func body(of issue: WeeklyIssue?, _ channel: IssueChannel) async throws -> String? {
    guard let issue else { return nil }
    if let listed = issue.listed { return listed.body }
    return try await channel.api.issue(issue.number, in: channel.repository.name)?.body
  }

  /// Closes issues of earlier weeks with a link to what follows.
  ///
  /// One that has the link already was opened again by a person, and stays open.
  private func close(
    _ issues: [OwnIssue],
    followedBy number: Int,
    _ channel: IssueChannel
  ) async throws {
    let name = channel.repository.name
    let links = Links(server: session.environment.serverURL, repository: name)
    for issue in issues where issue.number != number {
      guard let body = FollowedIssue.body(issue.body, followedBy: number, links) else { continue }
      let change = IssueChange(body: body, state: .completed)
      _ = try await channel.api.change(issue.number, in: name, to: change)
    }
  }

  /// Whether documents are shown instead of sent.
  private var isPreview: Bool {
    session.options.isDryRun || session.settings.delivery.issues.mode == .preview
  }

  /// A reader of JSON gets one document, the run's.
  private func show(_ document: IssueDocument, of repository: Repository) -> DeliveryOutcome {
    let text = "# \(document.title)\n\n\(document.body)\n"
    if !session.options.isJSON { session.world.output(text) }
    return record("printed", nil, of: repository)
  }

  private func issue(_ report: ReportDocument) -> IssueDocument {
    IssueDocument(
      marker: report.marker,
      title: report.title,
      body: report.body,
      labels: session.settings.delivery.issues.labels
        + (report.marker.kind == WeeklyIssue.kind ? [WeeklyIssue.kind] : [])
    )
  }

  private func record(
    _ action: String,
    _ url: String?,
    of repository: Repository
  ) -> DeliveryOutcome {
    .delivered(
      RunRecord.DeliveredRecord(
        kind: "health-issue",
        subject: repository.name.description,
        action: action,
        url: url
      )
    )
  }
}

extension WeeklyIssue {
  /// Nil for what the store remembers of anything else.
  fileprivate init?(_ delivery: Delivery) {
    guard delivery.kind == Self.kind, let week = Week(delivery.subject) else { return nil }
    self.init(week: week, number: delivery.issue, url: delivery.url)
  }
}
