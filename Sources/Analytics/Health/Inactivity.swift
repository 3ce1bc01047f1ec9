package import Model

/// That nobody is active any more, as a notice tells it.
package struct Inactivity: Hashable, Sendable {
  /// Nil where nobody ever was.
  package let lastActive: Day?
  /// The first data date of which the repository counts as inactive.
  package let since: Day
  /// Whether it is time for the second notice, 90 days after the last activity.
  package let isLong: Bool
}

extension Analysis {
  /// What a notice says at the end of the day; nil unless the repository is inactive then.
  package func inactivity(on day: Day) -> Inactivity? {
    let cutoff = Cutoff(endOf: day)
    let counts = ScoreCounts(self, at: cutoff)
    guard lifecycle(counts, at: cutoff) == .inactive else { return nil }
    let last = lastActiveDay(upTo: day)
    // Neither before it is 90 days old, nor before 60 days are known.
    let earliest = max(
      Day(beginningFrom: creation + 90 * Cutoff.day),
      Day(beginningFrom: max(streams.activity.start, creation) + 60 * Cutoff.day)
    )
    .advanced(by: -1)
    let since = last.map { max($0.advanced(by: 60), earliest) } ?? earliest
    return Inactivity(
      lastActive: last,
      since: since,
      isLong: (last ?? Day(at: creation)).advanced(by: 90) <= day
    )
  }
}
