package import Analytics
package import Model

/// What a weekly report says besides what every health report says.
package struct WeeklyEdition: Hashable, Sendable {
  package var week: Week
  /// Counts by week, thirteen of each, the last that of the report.
  package var counts: [WeeklyCount]
  /// Open pull requests at the end of each week, the last that of the report.
  package var openPulls: [Int?]
  /// What the report of the week before advised; nil where there was none.
  package var last: PastReport?
  /// How the items that it named stand now.
  package var standings: [ItemStanding]
  /// The issue of the week before.
  package var previousIssue: Int?
  /// People who contributed in the week for the first time.
  package var newPeople: Int

  package init(
    week: Week,
    counts: [WeeklyCount] = [],
    openPulls: [Int?] = [],
    last: PastReport? = nil,
    standings: [ItemStanding] = [],
    previousIssue: Int? = nil,
    newPeople: Int = 0
  ) {
    (self.week, self.counts, self.openPulls) = (week, counts, openPulls)
    (self.last, self.standings) = (last, standings)
    (self.previousIssue, self.newPeople) = (previousIssue, newPeople)
  }

  /// Whether the week is still under way at the data date, as with the first report of all.
  func isFirstReading(on date: Day) -> Bool { date < week.sunday }
}
