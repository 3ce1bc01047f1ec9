package import Model

/// An alert as the tool raised it, or trouble that may yet become one.
///
/// It is kept for good: what was raised stays raised, whatever later facts say of its day.
package struct AlertRecord: Hashable, Sendable {
  /// As in `health-drop`.
  package var kind: String
  /// What it is about within its kind, as in `pulls`; empty where there is only one.
  package var subject: String
  /// The day that tells it from others about the same: that of the firing, or of the first trouble.
  package var began: Day
  /// The data date on which it fired; nil while it has not.
  package var fired: Day?
  /// The data date on which it was over; nil while it is not.
  package var cleared: Day?
  /// What was told last, larger is worse; the unit is the kind's own.
  package var severity: Int
  package var magnitude: Double
  /// The issue that carries it; nil where none was opened.
  package var issue: Int?
  package var url: String?
  /// The title of the issue, or what it would be.
  package var title: String?
  /// The last times at which readers were notified of its opening, of a worsening, of its end.
  package var openedAt: Timestamp?
  package var worsenedAt: Timestamp?
  package var closedAt: Timestamp?
  /// Whether a person closed the issue before it was over.
  package var isDismissed: Bool
  /// What the kind needs to know later, in its own form.
  package var notes: String

  package init(
    kind: String,
    subject: String = "",
    began: Day,
    fired: Day? = nil,
    cleared: Day? = nil,
    severity: Int = 0,
    magnitude: Double = 0,
    issue: Int? = nil,
    url: String? = nil,
    title: String? = nil,
    openedAt: Timestamp? = nil,
    worsenedAt: Timestamp? = nil,
    closedAt: Timestamp? = nil,
    isDismissed: Bool = false,
    notes: String = ""
  ) {
    (self.kind, self.subject, self.began) = (kind, subject, began)
    (self.fired, self.cleared) = (fired, cleared)
    (self.severity, self.magnitude) = (severity, magnitude)
    (self.issue, self.url, self.title) = (issue, url, title)
    (self.openedAt, self.worsenedAt, self.closedAt) = (openedAt, worsenedAt, closedAt)
    (self.isDismissed, self.notes) = (isDismissed, notes)
  }
}
