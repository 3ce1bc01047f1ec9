package import Model

/// An alert that is open, as reports mention it.
package struct AlertReading: Hashable, Sendable {
  /// As in `health-drop`.
  package var kind: String
  /// What it is about within its kind; empty where there is only one.
  package var subject: String
  /// The title of its issue.
  package var title: String
  package var since: Day
  /// Nil where no issue was opened.
  package var issue: Int?

  package init(kind: String, subject: String, title: String, since: Day, issue: Int?) {
    (self.kind, self.subject, self.title) = (kind, subject, title)
    (self.since, self.issue) = (since, issue)
  }
}
