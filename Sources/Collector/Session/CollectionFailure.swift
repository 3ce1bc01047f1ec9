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
  init(_ failure: APIFailure, stream: Stream?) {
    self.init(
      stream: stream,
      failureClass: failure.failureClass.rawValue,
      description: failure.description
    )
  }

  init(_ error: TransportError, stream: Stream?) {
    self.init(
      stream: stream,
      failureClass: FailureClass.network.rawValue,
      description: error.description
    )
  }
}

extension APIFailure {
  /// True where a smaller page may succeed: an answer that was cut short, or a server that gave
  /// up on it.
  var asksForLess: Bool {
    failureClass == .partialResult || status == 502 || status == 504
  }
}
