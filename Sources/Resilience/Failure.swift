/// What an answer, or its absence, says of a failure; instants are seconds since 1970.
package struct Failure: Hashable, Sendable {
  package var failureClass: FailureClass
  /// Whether the server may have done what was asked.
  package var isAmbiguous: Bool
  /// Seconds to wait, as the server asks.
  package var retryAfter: Int?
  /// When the hour's requests are renewed, by the server's clock.
  package var resetAt: Int?
  /// The server's clock when it answered.
  package var serverNow: Int?

  package init(
    _ failureClass: FailureClass,
    isAmbiguous: Bool = false,
    retryAfter: Int? = nil,
    resetAt: Int? = nil,
    serverNow: Int? = nil
  ) {
    self.failureClass = failureClass
    self.isAmbiguous = isAmbiguous
    self.retryAfter = retryAfter
    self.resetAt = resetAt
    self.serverNow = serverNow
  }
}
