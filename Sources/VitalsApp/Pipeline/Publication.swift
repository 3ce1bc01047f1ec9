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
  private(set) var delivered: [RunRecord.DeliveredRecord] = []
  private(set) var failures: [CollectionFailure] = []
  private(set) var written: [ReportStage.Report] = []
  /// The files that were written, in the order of `written`.
  private(set) var paths: [String] = []

  init(_ session: Session, reports: ReportStage, delivery: DeliverStage?) {
    self.session = session
    self.reports = reports
    self.delivery = delivery
  }

  /// Writes a repository's report, and delivers it.
  ///
  /// Without `issues` under the tool's label they are read now; without `files` no file is written.
  mutating func publish(
    _ repository: Repository,
    among issues: [OwnIssue]?,
    files: ReportFiles?,
    lost: HistoryLoss? = nil
  ) async throws {
    let report = try await reports.report(of: repository, on: session.dataDate, lost: lost)
    written.append(report)
    if !session.options.isDryRun { try await reports.remember(report) }
    let path = try files.map { try $0.write(report, of: repository.name) }
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
