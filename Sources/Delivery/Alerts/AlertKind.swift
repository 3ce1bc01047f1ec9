/// What an alert can be about; also its marker's kind.
package enum AlertKind: String, Hashable, Sendable, CaseIterable {
  case healthDrop = "health-drop"
  case anomaly
  case collectionFailure = "collection-failure"
  case rateLimit = "rate-limit"
  case historyLost = "history-lost"
  case inactive

  /// The attribute of the marker that names the subject; nil where a repository has only one.
  var subjectKey: String? {
    switch self {
    case .anomaly: "metric"
    case .collectionFailure: "stream"
    case .healthDrop, .rateLimit, .historyLost, .inactive: nil
    }
  }

  /// Whether it is judged from collected facts, and so must wait while some are missing.
  package var needsWholeData: Bool {
    switch self {
    case .healthDrop, .anomaly, .inactive: true
    case .collectionFailure, .rateLimit, .historyLost: false
    }
  }
}

/// How much an alert matters.
package enum AlertSeverity: Int, Hashable, Sendable, Comparable {
  case information
  case warning
  case critical

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
