package import Model

/// What the past says about a pull request: whose it is, how long it may take, how large it is.
///
/// Defined in docs/pull-requests.md.
package struct PullOutlook: Hashable, Sendable {
  package var subject: PullSubject
  /// The data date.
  package var date: Day
  package var contribution: Contribution
  package var expected: Expected
  /// Nil with fewer than ``leastPulls`` of the past year, and where the size is unknown.
  package var size: Size?
  package var queue: Queue
  package var waiting: Waiting
  /// What is worth a comment; empty for most.
  package var reasons: [Reason]

  /// Below it nothing is usual yet.
  package static let leastPulls = 20

  /// Why a pull request gets a comment.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    case firstTime = "first-time-contributor"
    case large
    case waiting
    case queue
  }

  /// How many the author has opened, and how it went for others who opened their first.
  package struct Contribution: Hashable, Sendable {
    /// 1 for the first; nil for a deleted account and a bot.
    package var ordinal: Int?
    package var isFirst: Bool
    /// First ones of other people in the past two years.
    package var firsts: Int
    package var firstsMerged: Int
    package var firstsOpen: Int
  }

  /// What the times come from.
  package enum Comparison: String, Hashable, Sendable {
    /// The first pull requests of people.
    case firsts
    /// Those of people who had opened one before.
    case regulars
    /// All, where those alike are too few.
    case everyone
  }

  package struct Expected: Hashable, Sendable {
    package var firstReview: Range?
    package var merge: Range?
  }

  /// Where eight of ten waits lie, in hours.
  package struct Range: Hashable, Sendable {
    package var comparison: Comparison
    /// Ended waits and open ones.
    package var cases: Int
    package var low: Double
    package var middle: Double?
    /// Nil where more than one in ten has not ended.
    package var high: Double?
  }

  /// Lines beside those of the past year.
  package struct Size: Hashable, Sendable {
    package var change: ChangeSize
    /// How many of `of` are smaller.
    package var largerThan: Int
    package var of: Int
    package var median: Double
    /// Nine of ten are smaller.
    package var threshold: Double
    /// The threshold rounded up to two digits, which parts the two groups.
    package var border: Int
    package var large: Group
    package var small: Group

    package var isUnusual: Bool { Double(change.lines) > threshold }
  }

  /// Medians in hours, of those that were reviewed and merged.
  package struct Group: Hashable, Sendable {
    package var count: Int
    package var firstReview: Double?
    package var merge: Double?
  }

  /// How many others are open.
  package struct Queue: Hashable, Sendable {
    package var others: Int
    /// The median over the days of the past year; nil when none of them is known.
    package var usual: Double?

    /// Twice the usual, and at least 5 more.
    package var isUnusual: Bool {
      guard let usual else { return false }
      return Double(others) >= 2 * usual && Double(others) >= usual + 5
    }
  }

  package struct Waiting: Hashable, Sendable {
    /// Hours since it was opened, while nobody has answered; nil when someone has, and for a draft.
    package var hours: Double?
    /// Nine of ten first reviews of the past year came within so many hours.
    package var threshold: Double?
    /// Others that have waited for more than 7 days.
    package var others: Int

    package var isUnusual: Bool {
      guard let hours, let threshold else { return false }
      return hours > threshold
    }
  }
}
