import GitHub
import HTTP
import Resilience

extension Error {
  /// Whether a write may have been done although it failed.
  var leavesInDoubt: Bool {
    switch self {
    case let error as TransportError: Failure(error).isAmbiguous
    case let failure as APIFailure:
      failure.isUnreadable
        || [.server, .primaryRateLimit, .secondaryRateLimit].contains(failure.failureClass)
    default: false
    }
  }
}

extension APIFailure {
  /// Whether GitHub did what it was asked for and the answer cannot be read; a refusal is clear.
  fileprivate var isUnreadable: Bool { status.map { (200..<300).contains($0) } ?? false }
}
