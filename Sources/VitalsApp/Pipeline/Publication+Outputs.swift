import Analytics
import Delivery
import Model
import Reporting
import Settings

extension Publication {
  /// Tells later steps of the workflow how the run went, where there is one.
  ///
  /// What belongs to one repository is empty for several: `score`, `band`, `coverage`. For several
  /// `issue-url` is that of the issue on all of them, where there is one.
  func writeOutputs(_ record: RunRecord, files: ReportFiles?) throws {
    guard let path = session.environment.actions?.outputPath, !session.options.isDryRun else {
      return
    }
    let alone = written.count == 1 ? written.first?.input : nil
    let score = alone?.score.value
    let health = record.delivered.first { $0.kind == RunRecord.DeliveredRecord.healthIssue }?.url
    let portfolio =
      record.delivered.first { $0.kind == RunRecord.DeliveredRecord.portfolioIssue }?.url
    let outputs: [(name: String, value: String)] = [
      ("score", score.digits),
      ("band", alone?.score.publishedBand?.rawValue ?? ""),
      ("coverage", (alone?.score.coverage).digits),
      ("alerts-open", "\(written.reduce(0) { $0 + $1.input.openAlerts })"),
      ("report-path", paths.count == 1 ? paths[0] : paths.isEmpty ? "" : files?.folder ?? ""),
      ("issue-url", portfolio ?? (alone == nil ? "" : health ?? "")),
      ("partial", "\(record.outcome != .complete)"),
    ]
    let delimiter = "vitals-\(UInt64.random(in: .min ... .max))"
    let text = StepOutputs.text(outputs, behind: try Files.read(path) ?? [], delimiter: delimiter)
    try Files.append(to: path) { _ in text }
  }
}

extension Double? {
  /// The number as JSON writes it; nothing while it is unknown.
  fileprivate var digits: String { map { JSONWriter.text(.double($0)) } ?? "" }
}
