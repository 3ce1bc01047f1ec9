import Delivery
import Model
import Reporting
import Storage

/// What the store keeps of a repository's alerts, read and changed by subject.
struct AlertLedger: Sendable {
  private(set) var records: [AlertRecord]

  init(_ records: [AlertRecord]) {
    self.records = records
  }

  /// The newest record of a subject that fired.
  subscript(subject: AlertSubject) -> AlertRecord? {
    records.filter { $0.fired != nil && AlertSubject($0) == subject }.max { $0.began < $1.began }
  }

  /// The newest record of a subject, whether it fired or not, that is not over.
  func underWay(_ subject: AlertSubject) -> AlertRecord? {
    records.filter { $0.cleared == nil && AlertSubject($0) == subject }.max { $0.began < $1.began }
  }

  /// Subjects that fired once.
  var subjects: Set<AlertSubject> {
    Set(records.filter { $0.fired != nil }.compactMap(AlertSubject.init))
  }

  /// Days on which alerts of a kind fired.
  func firings(of kind: AlertKind) -> Set<Day> {
    Set(records.filter { $0.kind == kind.rawValue }.compactMap(\.fired))
  }

  /// The first day on which the program spoke of a repository.
  ///
  /// - Parameters:
  ///   - reportedSince: The first day of which a report gave a score; nil where none did.
  ///   - date: The day of this report, which may be the first one.
  /// - Returns: That of the first report, or of the first issue that was opened. Trouble that has not
  ///   become an alert does not count, nor does the day of a finding: the first run may meet either.
  func begin(reportedSince: Day?, on date: Day) -> Day {
    ([reportedSince ?? date, date] + records.compactMap(\.openedAt?.day)).min() ?? date
  }

  /// Whether the very finding is on record as fired.
  func hasFired(_ finding: AlertFinding) -> Bool {
    records.contains { $0.fired == finding.fired && AlertSubject($0) == finding.subject }
  }

  /// How often readers were notified in the seven days before `now`.
  func notifications(before now: Timestamp) -> Int {
    let limit = now.advanced(bySeconds: -7 * 86_400)
    return records.flatMap { [$0.openedAt, $0.worsenedAt, $0.closedAt] }
      .count { $0.map { $0 > limit && $0 <= now } ?? false }
  }

  /// Alerts that are open: raised, not over, and not closed by a person.
  var open: [AlertRecord] {
    records.filter { $0.fired != nil && $0.cleared == nil && !$0.isDismissed }
      .sorted { ($0.severity, $1.kind, $1.subject) > ($1.severity, $0.kind, $0.subject) }
  }

  /// Whether an alert that a report mentions was raised, and is not over.
  func isOnRecord(_ alert: AlertReading) -> Bool {
    records.contains {
      ($0.kind, $0.subject) == (alert.kind, alert.subject) && $0.fired != nil && $0.cleared == nil
    }
  }

  /// Puts a record in the place of the one of the same kind, subject and first day.
  mutating func keep(_ record: AlertRecord) {
    records.removeAll {
      ($0.kind, $0.subject, $0.began) == (record.kind, record.subject, record.began)
    }
    records.append(record)
  }
}

extension AlertSubject {
  /// Nil for a kind of a later version.
  init?(_ record: AlertRecord) {
    guard let kind = AlertKind(rawValue: record.kind) else { return nil }
    self.init(kind, record.subject)
  }
}

extension AlertRecord {
  /// A finding that was never told.
  init(_ finding: AlertFinding) {
    self.init(
      kind: finding.subject.kind.rawValue,
      subject: finding.subject.name,
      began: finding.fired,
      fired: finding.fired,
      severity: finding.severity.rawValue,
      magnitude: finding.magnitude
    )
  }

  /// What was told, for a plan.
  var raised: AlertState.Raised? {
    fired.map { fired in
      AlertState.Raised(
        fired: fired,
        cleared: cleared,
        severity: severity,
        magnitude: magnitude,
        isClosed: closedAt != nil
      )
    }
  }
}
