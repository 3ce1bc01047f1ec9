import Glibc

/// What a score means in a word, from the worst to the best.
package enum Band: String, Hashable, Sendable, CaseIterable, Comparable {
  case atRisk = "at risk"
  case watch
  case healthy
  case thriving

  /// The band of a score rounded half up.
  package init(score: Double) {
    let rounded = floor(score + 0.5)
    self = Self.allCases.last { rounded >= $0.lowerEdge } ?? .atRisk
  }

  /// The least score of the band.
  package var lowerEdge: Double {
    switch self {
    case .atRisk: 0
    case .watch: 50
    case .healthy: 65
    case .thriving: 80
    }
  }

  /// The least score of the next better band; infinite for the best.
  package var upperEdge: Double {
    Self.allCases.first { $0 > self }?.lowerEdge ?? .infinity
  }

  /// Whether a score lies two points or more past an edge.
  func isLeft(by score: Double) -> Bool {
    score >= upperEdge + 2 || (self != .atRisk && score <= lowerEdge - 2)
  }

  package static func < (left: Self, right: Self) -> Bool { left.lowerEdge < right.lowerEdge }
}
