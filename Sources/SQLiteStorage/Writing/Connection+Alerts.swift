import Model
import SQLite
import Storage

extension Connection {
  /// Every alert of the repository, by kind, then subject, then first day.
  func alerts(of repository: RepositoryID) throws -> [AlertRecord] {
    try rows(
      """
      SELECT kind, subject, began, fired, cleared, severity, magnitude, issue, url, title,
        opened_at, worsened_at, closed_at, is_dismissed, notes
      FROM alerts WHERE repository = \(repository) ORDER BY kind, subject, began
      """
    ) {
      AlertRecord(
        kind: $0.text(0),
        subject: $0.text(1),
        began: $0.day(2),
        fired: $0.optionalDay(3),
        cleared: $0.optionalDay(4),
        severity: $0.int(5),
        magnitude: $0.double(6),
        issue: $0.optionalInt(7),
        url: $0.optionalText(8),
        title: $0.optionalText(9),
        openedAt: $0.optionalTimestamp(10),
        worsenedAt: $0.optionalTimestamp(11),
        closedAt: $0.optionalTimestamp(12),
        isDismissed: $0.bool(13),
        notes: $0.text(14)
      )
    }
  }

  /// Puts an alert in the place of the one of the same kind, subject and first day.
  func write(_ alert: AlertRecord, in repository: RepositoryID) throws {
    try run(
      """
      INSERT OR REPLACE INTO alerts VALUES (\(repository), \(alert.kind), \(alert.subject),
        \(alert.began), \(alert.fired), \(alert.cleared), \(alert.severity), \(alert.magnitude),
        \(alert.issue), \(alert.url), \(alert.title), \(alert.openedAt), \(alert.worsenedAt),
        \(alert.closedAt), \(alert.isDismissed), \(alert.notes))
      """
    )
  }
}
