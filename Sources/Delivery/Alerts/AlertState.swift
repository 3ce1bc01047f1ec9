package import Model

/// An alert as the store and GitHub know it.
package struct AlertState: Hashable, Sendable {
  package var subject: AlertSubject
  /// What the store keeps of the newest time it was raised; nil when it knows nothing.
  package var raised: Raised?
  /// The issue that carries it; nil where none is known.
  package var issue: Issue?

  package init(_ subject: AlertSubject, raised: Raised? = nil, issue: Issue? = nil) {
    (self.subject, self.raised, self.issue) = (subject, raised, issue)
  }

  /// What was told of it.
  package struct Raised: Hashable, Sendable {
    package var fired: Day
    package var cleared: Day?
    package var severity: Int
    package var magnitude: Double
    /// Whether the tool itself closed the issue.
    package var isClosed: Bool

    package init(
      fired: Day,
      cleared: Day? = nil,
      severity: Int,
      magnitude: Double,
      isClosed: Bool = false
    ) {
      (self.fired, self.cleared) = (fired, cleared)
      (self.severity, self.magnitude, self.isClosed) = (severity, magnitude, isClosed)
    }

    /// Whether a firing is part of it: until it is over, and before; later facts may move its day.
    func covers(_ fired: Day?) -> Bool {
      guard let fired, let cleared else { return true }
      return fired <= cleared
    }
  }

  /// The issue as GitHub shows it.
  package struct Issue: Hashable, Sendable {
    package var number: Int
    package var isOpen: Bool
    /// Whether a person put the label on it that silences it.
    package var isSnoozed: Bool

    package init(number: Int, isOpen: Bool, isSnoozed: Bool = false) {
      (self.number, self.isOpen, self.isSnoozed) = (number, isOpen, isSnoozed)
    }
  }
}
