import Analytics
import Collector
import Delivery
import GitHub
import Model
import Reporting
import Settings

/// Brings the reports of a run to their readers, repository by repository.
struct Publication: Sendable {
  let session: Session
  private let reports: ReportStage
  /// Nil leaves the issues alone.
  private let delivery: DeliverStage?
  /// Nil leaves the alerts alone.
  private let alerts: AlertStage?
  private(set) var delivered: [RunRecord.DeliveredRecord] = []
  private(set) var failures: [CollectionFailure] = []
  private(set) var written: [ReportStage.Report] = []
  /// The files that were written, in the order of `written`.
  private(set) var paths: [String] = []

  init(
    _ session: Session,
    reports: ReportStage,
    delivery: DeliverStage?,
    alerts: AlertStage?
  ) {
    (self.session, self.reports) = (session, reports)
    (self.delivery, self.alerts) = (delivery, alerts)
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
  mutating func publish(
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
    guard let delivery else { return }
    switch try await delivery.deliver(report, of: repository, among: issues) {
    case .skipped: break
    case .delivered(let record):
      delivered.append(record)
      if let url = record.url { session.log.information("health issue \(record.action): \(url)") }
    case .failed(let sentence, let failureClass):
      session.log.say(Diagnostic(.warning, sentence))
      failures.append(
        CollectionFailure(stream: nil, failureClass: failureClass, description: sentence)
      )
    }
  }

  private mutating func take(_ outcome: AlertStage.Outcome) {
    delivered += outcome.delivered
    for record in outcome.delivered {
      let place = record.url.map { ": \($0)" } ?? ""
      session.log.information("alert \(record.subject) \(record.action)\(place)")
    }
    for failure in outcome.failures {
      session.log.say(Diagnostic(.warning, failure.description))
      failures.append(failure)
    }
  }

  /// Adds the reports to the summary of the workflow's step, where there is one and it is wanted.
  func writeSummary(_ record: RunRecord) throws {
    guard
      session.settings.delivery.writesStepSummary, !session.options.isDryRun,
      let path = session.environment.actions?.stepSummaryPath
    else { return }
    let text = try written.map { try reports.summary(of: $0, run: record) }
      .joined(separator: "\n\n")
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
