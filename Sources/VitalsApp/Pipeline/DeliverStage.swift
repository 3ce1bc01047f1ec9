import Delivery
import GitHub
import Model
import Reporting
import Settings
import Storage

/// Brings reports into health issues: one a week, or one for all time.
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
    // Nothing can be written to an archived repository, and nobody waits for its health.
    guard session.settings.wantsHealthIssue, isPreview || !repository.isArchived else {
      return .skipped
    }
    let content = HealthContent(report: report, repository: repository, reports: reports)
    let trouble = "The health issue of \(repository.name) was not written"
    return try await deliver(content, in: repository, among: issues, trouble)
  }

  /// Brings what was found in many repositories into the one issue that `home` keeps for them.
  ///
  /// - Parameters:
  ///   - shown: The repositories that it tells of, with what their reports say.
  ///   - all: How many there are, read or not.
  ///   - home: The repository with the issue.
  ///   - issues: Those under the tool's label there; nil reads them now.
  /// - Returns: What was done.
  /// - Throws: What the store throws; `InvalidDocument`.
  func deliver(
    portfolioOf shown: [(repository: Repository, input: ReportInput)],
    among all: Int,
    in home: Repository,
    among issues: [OwnIssue]?
  ) async throws -> DeliveryOutcome {
    let trouble = "The portfolio issue in \(home.name) was not written"
    guard isPreview || !home.isArchived else {
      return .failed("\(trouble): the repository is archived.", failureClass: "permission")
    }
    let links = Links(server: session.environment.serverURL, repository: home.name)
    let content = PortfolioContent(
      shown: shown,
      all: all,
      home: home,
      links: links,
      run: session.namedRun(in: home),
      reports: reports
    )
    return try await deliver(content, in: home, among: issues, trouble)
  }

  private func deliver(
    _ content: some IssueContent,
    in repository: Repository,
    among issues: [OwnIssue]?,
    _ trouble: String
  ) async throws -> DeliveryOutcome {
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
        ? deliverWeekly(content, through: channel) : deliverRolling(content, through: channel)
    }
  }

  private func deliverRolling(
    _ content: some IssueContent,
    through channel: IssueChannel
  ) async throws -> DeliveryOutcome {
    let document = labelled(try content.rollingDocument())
    guard !isPreview else { return show(document, content, of: channel.repository) }
    let outcome = try await channel.deliver(document, as: content.rolling)
    try await closeReplaced(by: content, outcome.number, channel)
    return record(outcome.action.rawValue, outcome.url, content, of: channel.repository)
  }

  /// Posts the issue of a week that is over, and closes that of the week before.
  private func deliverWeekly(
    _ content: some IssueContent,
    through channel: IssueChannel
  ) async throws -> DeliveryOutcome {
    let repository = channel.repository
    let plan = WeeklyPlan(
      on: content.dataDate,
      among: channel.issues,
      remembered: channel.remembered.compactMap { WeeklyIssue($0, of: content.weekly) },
      of: content.weekly
    )
    switch plan.step {
    case .keep(let number, _):
      guard !isPreview else { return .skipped }
      try await close(plan.stale, followedBy: number, channel)
      try await closeReplaced(by: content, number, channel)
      return record("unchanged", channel.url(of: number), content, of: repository)
    case .post(let week, let date):
      let body = try await body(of: plan.previous, channel)
      let document = labelled(
        try await content.document(
          of: week,
          on: date,
          after: body,
          in: body == nil ? nil : plan.previous?.number
        )
      )
      guard !isPreview else { return show(document, content, of: repository) }
      let outcome = try await channel.deliver(
        document,
        as: content.weekly.rawValue,
        week.description
      )
      try await close(plan.stale, followedBy: outcome.number, channel)
      try await closeReplaced(by: content, outcome.number, channel)
      return record(outcome.action.rawValue, outcome.url, content, of: repository)
    }
  }

  /// The text of an earlier issue; nil where there is none any more.
  private func body(of issue: WeeklyIssue?, _ channel: IssueChannel) async throws -> String? {
    guard let issue else { return nil }
    if let listed = issue.listed { return listed.body }
    return try await channel.api.issue(issue.number, in: channel.repository.name)?.body
  }

  /// Closes issues that the store remembers and that this one takes the place of.
  private func closeReplaced(
    by content: some IssueContent,
    _ number: Int,
    _ channel: IssueChannel
  ) async throws {
    let numbers = Set(
      channel.remembered.filter { content.replaced.contains($0.kind) }.map(\.issue)
    )
    let replaced = channel.issues.filter { $0.isOpen && numbers.contains($0.number) }
    try await close(replaced, followedBy: number, as: "all repositories", channel)
  }

  /// Closes issues with a link to what follows.
  ///
  /// One that has the link already was opened again by a person, and stays open.
  private func close(
    _ issues: [OwnIssue],
    followedBy number: Int,
    as words: String = "next week",
    _ channel: IssueChannel
  ) async throws {
    let name = channel.repository.name
    let links = Links(server: session.environment.serverURL, repository: name)
    for issue in issues where issue.number != number {
      guard let body = FollowedIssue.body(issue.body, followedBy: number, links, as: words) else {
        continue
      }
      let change = IssueChange(body: body, state: .completed)
      _ = try await channel.api.change(issue.number, in: name, to: change)
    }
  }

  /// Whether documents are shown instead of sent.
  private var isPreview: Bool {
    session.options.isDryRun || session.settings.delivery.issues.mode == .preview
  }

  /// A reader of JSON gets one document, the run's.
  private func show(
    _ document: IssueDocument,
    _ content: some IssueContent,
    of repository: Repository
  ) -> DeliveryOutcome {
    let text = "# \(document.title)\n\n\(document.body)\n"
    if !session.options.isJSON { session.world.output(text) }
    return record("printed", nil, content, of: repository)
  }

  private func labelled(_ document: IssueDocument) -> IssueDocument {
    let ofWeek = document.marker.attributes["week"] == nil ? [] : [WeeklyIssue.label]
    var labelled = document
    labelled.labels = session.settings.delivery.issues.labels + ofWeek
    return labelled
  }

  private func record(
    _ action: String,
    _ url: String?,
    _ content: some IssueContent,
    of repository: Repository
  ) -> DeliveryOutcome {
    .delivered(
      RunRecord.DeliveredRecord(
        kind: content.record,
        subject: repository.name.description,
        action: action,
        url: url
      )
    )
  }
}

extension Settings {
  /// Whether there is to be a health issue, be it only shown.
  var wantsHealthIssue: Bool { report.healthIssue != .off && delivery.issues.mode != .off }
}

extension WeeklyIssue {
  /// Nil for what the store remembers of anything else.
  fileprivate init?(_ delivery: Delivery, of kind: Kind) {
    guard delivery.kind == kind.rawValue, let week = Week(delivery.subject) else { return nil }
    self.init(week: week, number: delivery.issue, url: delivery.url)
  }
}
