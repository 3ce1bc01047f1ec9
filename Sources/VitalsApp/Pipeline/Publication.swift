import Analytics
import Collector
import Delivery
import GitHub
import Model
import Reporting
import Settings

/// Brings the reports of a run to their readers, repository by repository, then of all together.
struct Publication: Sendable {
  let session: Session
  private let reports: ReportStage
  /// Nil leaves the issues alone.
  private let delivery: DeliverStage?
  /// Nil leaves the alerts alone.
  private let alerts: AlertStage?
  /// Nil leaves each repository its own issue.
  private let portfolio: PortfolioStage?
  /// Where the one issue of several repositories is.
  private var place = PortfolioStage.Place.none
  /// How many repositories there are, read or not.
  private var all = 0
  private(set) var delivered: [RunRecord.DeliveredRecord] = []
  private(set) var failures: [CollectionFailure] = []
  private(set) var written: [ReportStage.Report] = []
  /// The files that were written, in the order of `written`; empty where none are wanted.
  private(set) var paths: [String] = []

  init(
    _ session: Session,
    reports: ReportStage,
    delivery: DeliverStage?,
    portfolio: PortfolioStage?,
    alerts: AlertStage?
  ) {
    (self.session, self.reports) = (session, reports)
    (self.delivery, self.portfolio, self.alerts) = (delivery, portfolio, alerts)
  }

  /// Publishes several repositories: each by itself, then what there is to say of all.
  ///
  /// - Parameters:
  ///   - repositories: Each with the issues that the collection saw, and what it met; nil where
  ///     there was none.
  ///   - all: How many there are, read or not.
  ///   - files: Where reports are written; nil writes no file.
  ///   - lost: History that this run found lost.
  /// - Throws: What the store throws; a document that would not show as meant.
  mutating func publish(
    _ repositories: [(
      repository: Repository, issues: [OwnIssue]?, troubles: [CollectionFailure]?
    )],
    of all: Int,
    files: ReportFiles?,
    lost: HistoryLoss? = nil
  ) async throws {
    self.all = all
    let known = repositories.map { ($0.repository, $0.issues) }
    place = try await portfolio?.place(among: known, of: all) ?? .none
    for (repository, issues, troubles) in repositories {
      try await publish(repository, among: issues, after: troubles, files: files, lost: lost)
    }
    try await publishPortfolio(of: repositories.map(\.repository), files: files)
  }

  /// Brings what was found in all repositories into their one issue, and into a file.
  private mutating func publishPortfolio(
    of repositories: [Repository],
    files: ReportFiles?
  ) async throws {
    if all > 1, !written.isEmpty, let files {
      let document = try reports.portfolio(written.map(\.input), of: all)
      _ = try files.write(document, as: .markdown)
    }
    switch place {
    case .none: break
    case .failed(let failure): take(failure)
    case .found(let home):
      let shown = zip(repositories, written.map(\.input)).filter { !home.mustNotTell(of: $0.0) }
        .map { (repository: $0, input: $1) }
      let hidden = repositories.count - shown.count
      if let portfolio {
        take(try await portfolio.deliver(shown, among: all - hidden, in: home), "portfolio issue")
      }
    }
  }

  /// Whether the one issue of several repositories takes the place of a repository's own.
  private func isInPortfolio(_ repository: Repository) -> Bool {
    switch place {
    case .none: false
    case .found(let home): !home.mustNotTell(of: repository)
    case .failed: true
    }
  }

  /// Reconciles a repository's alerts, writes its report, and delivers it.
  ///
  /// - Parameters:
  ///   - repository: The repository.
  ///   - issues: Those under the tool's label; nil reads them now.
  ///   - troubles: What the collection of this run met; nil where there was none.
  ///   - files: Where the report is written; nil writes no file.
  ///   - lost: History that this run found lost.
  /// - Throws: What the store throws; a document that would not show as meant.
  private mutating func publish(
    _ repository: Repository,
    among issues: [OwnIssue]?,
    after troubles: [CollectionFailure]?,
    files: ReportFiles?,
    lost: HistoryLoss? = nil
  ) async throws {
    let (analysis, input) = try await reports.input(
      of: repository,
      on: nil,
      lost: lost
    )
    if let alerts {
      let outcome = try await alerts.run(
        repository,
        input,
        analysis,
        among: issues,
        after: troubles,
        lost: lost
      )
      take(outcome)
    }
    let report = try await reports.report(of: repository, input)
    written.append(report)
    if !session.options.isDryRun { try await reports.remember(report) }
    let path = try files.map { try $0.write(report.document, of: repository.name) }
    if let path { paths.append(path) }
    let place = path.map { "; report in \($0)" } ?? ""
    session.log.information("\(repository.name): \(report.input.verdictLine)\(place)")
    guard let delivery, !isInPortfolio(repository) else { return }
    take(try await delivery.deliver(report, of: repository, among: issues), "health issue")
  }

  private mutating func take(_ outcome: DeliveryOutcome, _ words: String) {
    switch outcome {
    case .skipped: break
    case .delivered(let record):
      delivered.append(record)
      if let url = record.url { session.log.information("\(words) \(record.action): \(url)") }
    case .failed(let sentence, let failureClass):
      take(CollectionFailure(stream: nil, failureClass: failureClass, description: sentence))
    }
  }

  private mutating func take(_ failure: CollectionFailure) {
    session.log.say(Diagnostic(.warning, failure.description))
    failures.append(failure)
  }

  private mutating func take(_ outcome: AlertStage.Outcome) {
    delivered += outcome.delivered
    for record in outcome.delivered {
      let place = record.url.map { ": \($0)" } ?? ""
      session.log.information("alert \(record.subject) \(record.action)\(place)")
    }
    for failure in outcome.failures { take(failure) }
  }

  /// Adds the reports to the summary of the workflow's step, where there is one and it is wanted.
  func writeSummary(_ record: RunRecord) throws {
    guard
      session.settings.delivery.writesStepSummary, !session.options.isDryRun,
      let path = session.environment.actions?.stepSummaryPath
    else { return }
    var parts = try written.indices.map { index in
      let file = paths.isEmpty ? nil : paths[index]
      return try reports.summary(of: written[index], in: file, run: record)
    }
    if all > 1, !written.isEmpty {
      parts.insert(try reports.summary(of: written, among: all, run: record), at: 0)
    }
    let text = parts.joined(separator: "\n\n")
    try Files.append(to: path) { size in
      StepSummary.fitting(
        text,
        after: size,
        notice: "The rest did not fit; the whole report is in `reports/`."
      )
    }
  }
}

extension ReportInput {
  /// State and score in a few words, for a log.
  var verdictLine: String {
    guard let score = score.value else { return "not enough data for a score" }
    let number = "\(Int(score.rounded())) of 100"
    return [self.score.publishedBand?.rawValue, number].compactMap(\.self).joined(separator: ", ")
  }
}
