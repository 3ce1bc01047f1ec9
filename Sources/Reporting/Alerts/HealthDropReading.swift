package import Analytics
package import Model

/// What an alert about a fall of the score says besides the report of its day.
package struct HealthDropReading: Hashable, Sendable {
  /// The first of the days running that led to it.
  package var since: Day
  /// As of the data date.
  package var drop: HealthDrop
  /// As the alert fired, or last became worse; nil where that is the same.
  package var told: Told?
  package var rule: HealthDropRule
  /// Days in a row on which the score has been near its level before.
  package var goodDays: Int
  /// The largest loss first.
  package var falls: [ComponentFall]
  /// What the alert asks for, with the items that it named first.
  package var step: Step.Kind?
  package var items: [ItemStanding]
  /// What doing it to those that are open would bring; nil where the score does not see it.
  package var effect: Step.Effect?
  /// Titles of the items, by number.
  package var titles: [Int: String]
  /// The newest merges, newest first.
  package var lastMerges: [ItemStanding]
  /// The last alert of this kind.
  package var previous: ClosedRange<Day>?

  /// A fall on the day on which it was told.
  package struct Told: Hashable, Sendable {
    package var drop: HealthDrop
    /// The largest loss first.
    package var falls: [ComponentFall]

    package init(_ drop: HealthDrop, falls: [ComponentFall]) {
      (self.drop, self.falls) = (drop, falls)
    }
  }

  package init(
    since: Day,
    drop: HealthDrop,
    told: Told? = nil,
    rule: HealthDropRule,
    goodDays: Int = 0,
    falls: [ComponentFall],
    step: Step.Kind?,
    items: [ItemStanding],
    effect: Step.Effect? = nil,
    titles: [Int: String],
    lastMerges: [ItemStanding] = [],
    previous: ClosedRange<Day>? = nil
  ) {
    (self.since, self.drop, self.told, self.rule) = (since, drop, told, rule)
    (self.goodDays, self.falls) = (goodDays, falls)
    (self.step, self.items, self.effect, self.titles) = (step, items, effect, titles)
    (self.lastMerges, self.previous) = (lastMerges, previous)
  }
}
