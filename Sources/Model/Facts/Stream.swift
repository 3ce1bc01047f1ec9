/// A kind of fact that is collected, synchronised and missed on its own.
package enum Stream: String, Hashable, Sendable, CaseIterable, Comparable {
  case snapshot
  case stars
  case forks
  case commits
  case issues
  case pulls
  case releases
  case traffic

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How far back a stream is known.
package enum Horizon: Hashable, Sendable {
  /// Nothing was ever read.
  case nothing
  /// Every event from this instant on is known; of what is open, also the older.
  case since(Timestamp)
  /// Everything since the repository's creation is known.
  case complete
}

/// Where a stream of one repository stands.
package struct StreamState: Hashable, Sendable {
  /// The newest change seen, never the clock.
  package var watermark: Timestamp?
  package var horizon: Horizon
  /// The collector's own note on where to go on, in its own words.
  package var cursor: String?
  /// How many rows GitHub counted when the stream was last read.
  package var total: Int?
  package var lastAttempt: Attempt?

  package init(
    watermark: Timestamp? = nil,
    horizon: Horizon = .nothing,
    cursor: String? = nil,
    total: Int? = nil,
    lastAttempt: Attempt? = nil
  ) {
    self.watermark = watermark
    self.horizon = horizon
    self.cursor = cursor
    self.total = total
    self.lastAttempt = lastAttempt
  }

  /// The outcome of reading a stream once.
  package struct Attempt: Hashable, Sendable {
    package var at: Timestamp
    /// One sentence why it failed or was refused; nil when it went well.
    package var failure: String?

    package init(at: Timestamp, failure: String?) {
      self.at = at
      self.failure = failure
    }
  }
}
