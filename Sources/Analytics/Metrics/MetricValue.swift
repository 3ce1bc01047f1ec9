package import Model

/// How much of what a value needs was known.
package enum MetricStatus: String, Hashable, Sendable, CaseIterable {
  case observed
  case partial
  case unknown
}

/// A metric at one data date.
package struct MetricValue: Hashable, Sendable {
  package let id: MetricID
  /// Nil where it is unknown; durations are hours, shares 0 to 1.
  package let value: Double?
  package let status: MetricStatus
  /// The first whole day that is known, where the value is partial.
  package let since: Day?
  /// One sentence why the value is partial or unknown.
  package let reason: String?

  /// A value of days that are known as `knowledge` says; `nothing` is the reason of a nil value.
  init(_ id: MetricID, _ value: Double?, _ knowledge: Knowledge, nothing: String? = nil) {
    self.id = id
    if value == nil || !knowledge.isKnown {
      self.value = nil
      status = .unknown
      since = nil
      reason = knowledge.isKnown ? nothing : knowledge.reason
    } else {
      self.value = value
      status = knowledge.status
      if case .since(let day) = knowledge { since = day } else { since = nil }
      reason = knowledge.reason
    }
  }

  init(_ id: MetricID, count: Int, _ knowledge: Knowledge) {
    self.init(id, Double(count), knowledge)
  }

  /// A value of some days of its window, of which `since` is the first.
  init(_ id: MetricID, partial value: Double, since: Day, reason: String) {
    self.id = id
    self.value = value
    status = .partial
    self.since = since
    self.reason = reason
  }

  /// A metric that is unknown for the reason given.
  init(_ id: MetricID, unknown reason: String) {
    self.init(id, nil, .unknown(reason))
  }
}
