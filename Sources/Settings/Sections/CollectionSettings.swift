/// The section `collection`: when and how history is fetched.
package struct CollectionSettings: Sendable {
  package var schedule = Cron.daily
  package var maxConcurrentRequests = 5
  /// Whether answers are revalidated with their ETag instead of being read again.
  package var isCachingEnabled = true
  /// Days back from today; nil reads everything.
  package var backfillDays: Int?
  package var retry = RetryTable()

  package init() {}
}

/// The classes of failure whose retries can be set.
package enum RetryClass: String, CaseIterable, Hashable, Sendable {
  case authentication
  case permission
  case notFound = "not_found"
  case primaryRateLimit = "primary_rate_limit"
  case secondaryRateLimit = "secondary_rate_limit"
  case network
  case server
  case invalidResponse = "invalid_response"
  case partialResult = "partial_result"
}

/// What a file says of the retries of one class; nil leaves the built-in value.
package struct RetrySettings: Hashable, Sendable {
  /// Requests in all, the first included.
  package var attempts: Int?
  /// The delay before the first repetition.
  package var base: Duration?
  /// The longest delay.
  package var cap: Duration?

  package init(attempts: Int? = nil, base: Duration? = nil, cap: Duration? = nil) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
  }
}

/// The retries of every class.
package struct RetryTable: Hashable, Sendable {
  private var settings: [RetryClass: RetrySettings] = [:]

  package init() {}

  package subscript(_ failure: RetryClass) -> RetrySettings {
    get { settings[failure, default: RetrySettings()] }
    set { settings[failure] = newValue }
  }
}
