package import Model

/// Where a repository stands in its life, judged before its score.
package enum Lifecycle: String, Hashable, Sendable, CaseIterable {
  case archived
  /// Younger than 90 days.
  case new
  /// Nobody was active for 60 days.
  case inactive
  case active
}

extension Analysis {
  /// The last day up to `day` on which a person was active; nil when there was none.
  package func lastActiveDay(upTo day: Day) -> Day? {
    activity.entries.last { Int($0.day) <= day.number }.map { Day(number: Int($0.day)) }
  }

  /// The first that holds, in the order of the cases.
  func lifecycle(_ counts: ScoreCounts, at cutoff: Cutoff) -> Lifecycle {
    if repository.isArchived { return .archived }
    if cutoff.days(since: creation) < 90 { return .new }
    let isKnown = streams.activity.knowledge(of: cutoff.last(60)) == .whole
    return isKnown && !counts.isAnyoneActive ? .inactive : .active
  }
}
