/// What the process tells its caller at its end.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  /// Something that nobody foresaw; of `lint`, that there are findings.
  case failure = 1
  /// Bad usage, settings or template, or a store that cannot be written or is too new.
  case usage = 2
  /// Done, but some data could not be collected.
  case partial = 3
  case credentials = 4
  /// The store is damaged and could not be restored, or it is not ours.
  case damagedStore = 5
  /// What was found out could not be written to standard output.
  case lostOutput = 6

  /// The line of `--help`.
  package var meaning: String {
    switch self {
    case .success: "done"
    case .failure: "unexpected failure; of lint: findings"
    case .usage: "bad usage or configuration"
    case .partial: "done, but some data could not be collected"
    case .credentials: "credentials are missing or were refused"
    case .damagedStore: "the store is damaged and could not be restored"
    case .lostOutput: "the result could not be written"
    }
  }
}
