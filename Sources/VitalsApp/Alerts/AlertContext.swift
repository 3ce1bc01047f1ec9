import Analytics
import Delivery
import Model
import Reporting
import Settings
import Storage

/// What the alerts of a repository are judged and written from.
struct AlertContext: Sendable {
  let input: ReportInput
  let analysis: Analysis
  let history: HealthHistory
  let rule: HealthDropRule
  let anomalies: AnomalyWatch
  let streams: [Model.Stream: StreamState]
  let ledger: AlertLedger
  /// The first day on which the program spoke of the repository.
  private let begin: Day
  /// History that this run found lost.
  let lost: HistoryLoss?
  /// Whether this run read everything.
  private let isComplete: Bool
  let snoozeLabel: String

  var date: Day { input.date }
  var repository: RepositoryID { input.repository.id }

  init(
    _ input: ReportInput,
    _ analysis: Analysis,
    streams: [Model.Stream: StreamState],
    ledger: AlertLedger,
    reportedSince: Day? = nil,
    lost: HistoryLoss? = nil,
    isComplete: Bool = false,
    settings: AlertSettings
  ) {
    (self.input, self.analysis) = (input, analysis)
    (self.streams, self.ledger) = (streams, ledger)
    begin = ledger.begin(reportedSince: reportedSince, on: input.date)
    (self.lost, self.isComplete) = (lost, isComplete)
    rule = HealthDropRule(settings.healthDrop)
    snoozeLabel = settings.snoozeLabel
    let history = analysis.health(
      from: input.repository.createdAt.day,
      to: input.date,
      rule: rule,
      reported: ledger.firings(of: .healthDrop)
    )
    self.history = history
    anomalies = analysis.anomalyWatch(
      upTo: input.date,
      rules: AnomalyRules(settings, releases: analysis.releaseDays),
      besides: history.alerts.map { alert in
        (alert.fired, history.falls(upTo: alert.fired).filter(\.isNamed).map(\.id))
      }
    )
  }

  /// The newest finding of each subject, over or not.
  var findings: [AlertFinding] {
    // That nothing happens any more is one cause, however many series tell it.
    let others = inactive == nil ? unusual : unusual.filter { ledger.underWay($0.subject) != nil }
    return [healthDrop, inactive, historyLost].compactMap(\.self) + troubles + others
  }

  /// What is unlike what was to be expected; what was told goes on until seven ordinary days.
  private var unusual: [AlertFinding] {
    var newest: [AlertSubject: AlertFinding] = [:]
    for alert in anomalies.alerts {
      guard let finding = AlertFinding(alert), isNews(finding) else { continue }
      newest[finding.subject] = finding
    }
    for record in ledger.records where record.kind == AlertKind.anomaly.rawValue {
      guard
        let fired = record.fired, record.cleared == nil, let subject = AlertSubject(record),
        newest[subject].map({ $0.fired < fired }) ?? true, !anomalies.isQuiet(subject.name)
      else { continue }
      // Later facts say otherwise of the day it fired; it ends by its own rule all the same.
      newest[subject] = AlertFinding(
        subject,
        since: fired,
        fired: fired,
        severity: AlertSeverity(rawValue: record.severity) ?? .warning
      )
    }
    return Array(newest.values)
  }

  /// Whether a finding is worth an alert: an installation does not begin with what was unusual weeks
  /// before it, and what was told stays told.
  private func isNews(_ finding: AlertFinding) -> Bool {
    finding.fired >= begin.advanced(by: -3) || ledger.hasFired(finding)
  }

  /// The alert behind a finding, as the series tell it today.
  func anomaly(_ subject: AlertSubject) -> AnomalyAlert? {
    anomalies.alerts.last { AlertFinding($0)?.subject == subject }
  }

  private var healthDrop: AlertFinding? {
    history.alerts.last.map { alert in
      AlertFinding(alert, today: history.days.last?.drop, begin: begin, rule: rule)
    }
  }

  private var inactive: AlertFinding? {
    analysis.inactivity(on: date)
      .map { inactivity in
        AlertFinding(
          AlertSubject(.inactive),
          since: inactivity.since,
          fired: inactivity.since,
          severity: inactivity.isLong ? .warning : .information
        )
      }
  }

  /// Told by the run that finds it; over with the first complete one after it.
  private var historyLost: AlertFinding? {
    let subject = AlertSubject(.historyLost)
    if let lost {
      return AlertFinding(subject, since: lost.until.day, fired: date, severity: .warning)
    }
    guard !isComplete, let record = ledger.underWay(subject), let fired = record.fired else {
      return nil
    }
    return AlertFinding(subject, since: fired, fired: fired, severity: .warning)
  }

  /// What daily runs met three times in a row.
  private var troubles: [AlertFinding] {
    ledger.records.compactMap { record in
      guard
        let fired = record.fired, record.cleared == nil, let subject = AlertSubject(record),
        let streak = TroubleNotes.streak(of: record), isStillMet(streak)
      else { return nil }
      return AlertFinding(subject, since: record.began, fired: fired, severity: .warning)
    }
  }

  /// A run of this day that met nothing has not added to the streak.
  private func isStillMet(_ streak: TroubleStreak) -> Bool {
    streak.runs.last.map { $0.day >= date } ?? false
  }
}

extension AlertSeverity {
  init(_ severity: HealthDropAlert.Severity) {
    self = severity == .critical ? .critical : .warning
  }
}

extension AlertFinding {
  /// A fall of the score.
  ///
  /// - Parameters:
  ///   - alert: The newest fall.
  ///   - today: The fall as of the data date.
  ///   - begin: The first day on which the program spoke of the repository.
  ///   - rule: When a fall is worth an alert.
  init(_ alert: HealthDropAlert, today: HealthDrop?, begin: Day, rule: HealthDropRule) {
    self.init(
      AlertSubject(.healthDrop),
      since: alert.since,
      fired: alert.fired,
      cleared: alert.cleared,
      severity: AlertSeverity(alert.severity),
      magnitude: (alert.worsenings.last?.drop ?? alert.drop).points,
      step: rule.points
    )
    isPast = alert.fired < begin.advanced(by: -3) && today?.isOver ?? false
  }

  /// Nil for what is no alert of a series.
  init?(_ alert: AnomalyAlert) {
    let name: String
    switch alert.subject {
    case .metric(let metric): name = metric
    case .several: name = "several"
    case .noData: return nil
    }
    let isUp = alert.causes.allSatisfy { $0.finding.direction == .up }
    let severity: AlertSeverity =
      switch alert.severity {
      case .information: .information
      // More of what people do is "very unusual" at most.
      case .critical where !isUp: .critical
      case .warning, .critical: .warning
      }
    self.init(
      AlertSubject(.anomaly, name),
      since: alert.fired,
      fired: alert.fired,
      cleared: alert.cleared,
      severity: severity,
      magnitude: alert.causes.map(\.finding.ratio).max() ?? 0,
      expected: alert.causes.map(\.finding.expected).max() ?? 0
    )
  }
}
