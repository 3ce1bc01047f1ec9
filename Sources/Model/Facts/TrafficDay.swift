/// Views or clones of a repository on one whole day.
package struct TrafficDay: Hashable, Sendable {
  /// What was counted; visitors and cloners are the ``TrafficDay/uniques`` of the two.
  package enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    case clones
    case views

    package static func < (left: Self, right: Self) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  package var day: Day
  package var kind: Kind
  package var count: Int
  /// People of that day; the same person may come again on another.
  package var uniques: Int

  package init(day: Day, kind: Kind, count: Int, uniques: Int) {
    self.day = day
    self.kind = kind
    self.count = count
    self.uniques = uniques
  }
}

extension TrafficDay {
  /// The larger of two whole readings of the day: GitHub counts a day to its end only later.
  package func larger(of other: TrafficDay) -> TrafficDay {
    var larger = self
    larger.count = max(count, other.count)
    larger.uniques = max(uniques, other.uniques)
    return larger
  }

  /// The days that a reply covers whole: GitHub shows the last 14 times 24 hours.
  ///
  /// - Parameter instant: When the reply was read.
  /// - Returns: The days from the first midnight within the reply's reach to the last day that
  ///   had ended, 13 or 14.
  package static func wholeDays(readAt instant: Timestamp) -> Range<Day> {
    let reach = instant.advanced(bySeconds: -14 * 86_400)
    let first = reach.day.start == reach ? reach.day : reach.day.advanced(by: 1)
    return first..<instant.day
  }

  /// The whole days of a reply, ascending; one that GitHub left out had nothing to count.
  ///
  /// - Parameters:
  ///   - reply: The days as GitHub gave them, partial ones too.
  ///   - kind: What the reply counts.
  ///   - instant: When it was read.
  /// - Returns: A row for each of ``wholeDays(readAt:)``.
  package static func whole(
    of reply: [TrafficDay],
    kind: Kind,
    readAt instant: Timestamp
  ) -> [TrafficDay] {
    let given = Dictionary(reply.map { ($0.day, $0) }) { $0.larger(of: $1) }
    return wholeDays(readAt: instant)
      .map { given[$0] ?? TrafficDay(day: $0, kind: kind, count: 0, uniques: 0) }
  }
}
