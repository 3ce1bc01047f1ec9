/// How much each component counts, out of 100 together.
package struct ScoreWeights: Hashable, Sendable {
  package var contributors: Double
  package var throughput: Double
  package var velocity: Double
  package var freshness: Double
  package var forks: Double

  package init(
    contributors: Double = 30,
    throughput: Double = 20,
    velocity: Double = 20,
    freshness: Double = 15,
    forks: Double = 15
  ) {
    self.contributors = contributors
    self.throughput = throughput
    self.velocity = velocity
    self.freshness = freshness
    self.forks = forks
  }

  /// The weights that the score was measured with.
  package static let standard = ScoreWeights()

  package subscript(component: ComponentID) -> Double {
    switch component {
    case .contributors: contributors
    case .throughput: throughput
    case .velocity: velocity
    case .freshness: freshness
    case .forks: forks
    }
  }
}

/// A component of the health score, in their order.
package enum ComponentID: String, Hashable, Sendable, CaseIterable {
  case contributors
  case throughput = "pr_throughput"
  case velocity = "review_velocity"
  case freshness = "issue_freshness"
  case forks = "fork_growth"
}
