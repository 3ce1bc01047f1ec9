package import Model

extension Changes {
  /// True when something in here can only be kept below a repository's record.
  package var needsRecord: Bool {
    snapshot != nil || profile != nil || downloadsDay != nil || !stars.isEmpty || !commits.isEmpty
      || !forks.isEmpty
      || !items.isEmpty || !ownItems.isEmpty || !releases.isEmpty || !removals.isEmpty
      || !traffic.isEmpty || !streams.isEmpty
      || !alerts.isEmpty || !publishedScores.isEmpty || !formerNames.isEmpty
  }

  /// Whether ``formerNames(besides:now:)`` may give any.
  package var mayRename: Bool { record != nil || !formerNames.isEmpty }

  /// The names that are to be remembered as former ones.
  ///
  /// - Parameters:
  ///   - before: The name that was kept until now.
  ///   - now: The name that is kept from now on.
  /// - Returns: Those that differ from the present one.
  package func formerNames(
    besides before: RepositoryName?,
    now: RepositoryName?
  ) -> [RepositoryName] {
    ([before].compactMap(\.self) + formerNames).filter { $0 != now }
  }

  /// The days that ``stars`` replace, both ends included; nil without any.
  package var starRange: ClosedRange<Day>? {
    let days = stars.map(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}

extension Item {
  /// Whether this reading may replace one that was updated at `stored`.
  package func mayReplace(updatedAt stored: Timestamp?) -> Bool {
    stored.map { $0 <= updatedAt } ?? true
  }
}

extension Snapshot {
  /// This reading, with what it lacks taken from a later one of the same day.
  package func filled(from later: Snapshot) -> Snapshot {
    var filled = self
    filled.stars = stars ?? later.stars
    filled.forks = forks ?? later.forks
    filled.watchers = watchers ?? later.watchers
    filled.openIssues = openIssues ?? later.openIssues
    filled.openPulls = openPulls ?? later.openPulls
    filled.size = size ?? later.size
    return filled
  }
}
