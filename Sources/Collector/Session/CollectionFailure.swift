import GitHub
import HTTP
package import Model
import Resilience

/// Something that could not be collected.
package struct CollectionFailure: Hashable, Sendable, CustomStringConvertible {
  /// Nil when the repository as a whole could not be read.
  package var stream: Stream?
  /// A failure class by its name, as in `permission`.
  package var failureClass: String
  /// One sentence for a person.
  package var description: String

  package init(stream: Stream?, failureClass: String, description: String) {
    self.stream = stream
    self.failureClass = failureClass
    self.description = description
  }
}

extension CollectionFailure {
  /// What a failed request means for the run; nil for an error that must end it.
  ///
  /// `permission` says what to do where the token may not do what was asked.
  package init?(
    _ error: any Error,
    stream: Stream?,
    permission: String = "check what the token may do"
  ) {
    let failureClass: FailureClass
    switch error {
    case let failure as APIFailure: failureClass = failure.failureClass
    case is TransportError, is HostUnavailable: failureClass = .network
    case is RedirectLoop: failureClass = .invalidResponse
    case is BudgetExhausted, is QuotaClosed: failureClass = .primaryRateLimit
    default: return nil
    }
    var sentence = "\(error)"
    if error is APIFailure || error is TransportError, let remedy = failureClass.remedy(permission)
    {
      sentence = "\(sentence.clause); \(remedy)."
    }
    self.init(stream: stream, failureClass: failureClass.rawValue, description: sentence)
  }

  /// A repository that GitHub does not show, by the name it was asked for.
  static func invisible(_ name: RepositoryName) -> CollectionFailure {
    CollectionFailure(
      stream: nil,
      failureClass: FailureClass.notFound.rawValue,
      description:
        "\(name) does not exist, or the token may not see it; check the name and the token."
    )
  }
}

extension FailureClass {
  /// What to do about it; nil where the sentence of the failure says it.
  fileprivate func remedy(_ permission: String) -> String? {
    switch self {
    case .authentication: "replace the token"
    case .permission: permission
    case .notFound: nil
    case .primaryRateLimit, .secondaryRateLimit, .network, .server, .invalidResponse,
      .partialResult:
      "the next run goes on from here"
    }
  }
}

extension String {
  /// The sentence without its full stop.
  fileprivate var clause: Substring { hasSuffix(".") ? dropLast() : self[...] }
}

extension APIFailure {
  /// True where a smaller page may succeed: an answer that was cut short, or a server that gave
  /// up on it.
  var asksForLess: Bool {
    failureClass == .partialResult || status == 502 || status == 504
      || failureClass == .server && status == nil
  }
}
