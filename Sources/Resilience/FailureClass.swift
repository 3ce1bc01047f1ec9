/// What kind of failure a request met; each kind has a strategy of its own.
package enum FailureClass: String, Hashable, Sendable, CaseIterable {
  case authentication
  case permission
  case notFound
  case primaryRateLimit
  case secondaryRateLimit
  case network
  case server
  case invalidResponse
  case partialResult
}
