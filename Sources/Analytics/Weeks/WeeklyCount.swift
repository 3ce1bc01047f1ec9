package import Model

/// One kind of event counted by week.
package struct WeeklyCount: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case pullsOpened
    case pullsMerged
    case pullsClosedUnmerged
    case issuesOpened
    case issuesClosed
    case reviews
    case commits
    /// Different people in the week.
    case people
  }

  package let kind: Kind
  /// Oldest first; nil for a week of which a day is unknown.
  package let values: [Int?]

  package init(_ kind: Kind, values: [Int?]) {
    (self.kind, self.values) = (kind, values)
  }
}

extension Analysis {
  /// What happened in each of the weeks that end with `day`, the seven days up to it the last.
  package func weeklyCounts(upTo day: Day, weeks: Int = 13) -> [WeeklyCount] {
    let windows = (0..<weeks).reversed()
      .map { index in
        let cutoff = Cutoff(endOf: day.advanced(by: -7 * index))
        return cutoff.last(7)
      }
    return WeeklyCount.Kind.allCases.compactMap { kind in
      guard repository.hasIssues || kind != .issuesOpened && kind != .issuesClosed else {
        return nil
      }
      let start = max(reach(of: kind).start, creation)
      return WeeklyCount(
        kind,
        values: windows.map { $0.start >= start ? count(kind, in: $0) : nil }
      )
    }
  }

  /// Open pull requests at the end of each of the weeks that end with `day`, drafts too; nil where
  /// they are not all known.
  package func openPullsByWeek(upTo day: Day, weeks: Int = 27) -> [Int?] {
    guard streams[.pulls] == .complete else { return [Int?](repeating: nil, count: weeks) }
    return (0..<weeks).reversed()
      .map { index in
        let cutoff = Cutoff(endOf: day.advanced(by: -7 * index))
        return cutoff.seconds > creation ? openPulls(at: cutoff).count : nil
      }
  }

  private func reach(of kind: WeeklyCount.Kind) -> Reach {
    switch kind {
    case .pullsOpened, .pullsMerged, .pullsClosedUnmerged, .reviews: streams[.pulls]
    case .issuesOpened, .issuesClosed: streams[.issues]
    case .commits: streams[.commits]
    case .people: streams.activity
    }
  }

  private func count(_ kind: WeeklyCount.Kind, in week: Window) -> Int {
    switch kind {
    case .pullsOpened: pullsCreated(in: week).count
    case .pullsMerged: merges(in: week).count
    case .pullsClosedUnmerged: rejections.count(in: week)
    case .issuesOpened: issuesCreated(in: week).count
    case .issuesClosed: closings.count(in: week)
    case .reviews: reviews.count(in: week)
    case .commits: commits.range(in: week) { $0.at }.count
    case .people: activity.people(in: week)
    }
  }
}
