/// What is to be done about one alert.
package enum AlertAction: Hashable, Sendable {
  /// Open an issue, which notifies.
  case open
  /// Bring the text of the open issue up to date, which notifies nobody.
  case update(Int)
  /// The same, and say in a comment that it became worse.
  case worsen(Int)
  /// Open a closed issue again, and say why in a comment.
  case reopen(Int)
  /// Say in a comment that it is over, and close the issue.
  case recover(Int)
  /// Close an issue that a person silenced, without a comment.
  case close(Int)
  /// Only note that it is over.
  case settle
  /// Leave everything as it is.
  case hold(Reason)

  /// Why nothing is done.
  package enum Reason: Hashable, Sendable {
    /// A person closed the issue, and it is not worse.
    case dismissed
    /// The notifications of the week, or the new issues of the run, are used up.
    case budget
    /// Facts are missing, so nothing can be judged.
    case gap
  }

  /// Whether people are told.
  var notifies: Bool {
    switch self {
    case .open, .worsen, .reopen, .recover: true
    case .update, .close, .settle, .hold: false
    }
  }
}
