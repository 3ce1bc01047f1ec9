import Analytics

/// How an alert speaks of the parts of the score that gave way.
enum HealthDropWords {
  /// Why the score fell, a clause.
  ///
  /// - Parameters:
  ///   - id: The part that fell.
  ///   - component: Its facts of the day; nil where they are those of another day.
  /// - Returns: No more than the facts say.
  static func reason(_ id: ComponentID, _ component: ComponentReading?) -> String {
    switch id {
    case .contributors:
      "fewer \(component.map { ComponentWords($0).missed } ?? "people") take part"
    case .throughput: throughput(component)
    case .velocity: "pull requests wait longer"
    case .freshness: "issues are answered late"
    case .forks: "fewer people fork it"
    }
  }

  /// Nothing is as good as finished where less than half as much is merged as usual.
  private static func throughput(_ component: ComponentReading?) -> String {
    guard let now = component?["merged_30d"], let usual = component?["merged_baseline"] else {
      return "fewer pull requests are finished"
    }
    if now * 2 < usual { return "pull requests are not being finished" }
    return now < usual ? "fewer pull requests are merged" : "more pull requests stay open"
  }

  /// What to look at where no item that waits would bring the part back; nil where nothing would.
  static func look(_ id: ComponentID) -> String? {
    switch id {
    case .contributors: "ask those who are away whether something stands in their way"
    case .throughput: "see what holds merging up: a check, a decision, or somebody who is away"
    case .velocity: "agree who looks at new pull requests"
    case .freshness: "agree who answers new issues"
    case .forks: nil
    }
  }
}
