/// What kind of failure a request met; the settings name the classes by these words.
package enum FailureClass: String, CaseIterable, Hashable, Sendable {
  /// The token is missing, wrong or expired.
  case authentication
  /// The token is good and may not do this.
  case permission
  case notFound
  /// The requests of the hour are used up.
  case primaryRateLimit
  /// Too many requests at a time, or too fast.
  case secondaryRateLimit
  /// There was no answer.
  case network
  /// The server says that it failed.
  case server
  /// An answer that is not what the API promises.
  case invalidResponse
  /// An answer with a part of the data and errors for the rest.
  case partialResult
}
