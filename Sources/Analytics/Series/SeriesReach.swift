package import Model

/// How much of a series there is to judge by, and how much is needed.
package struct SeriesReach: Hashable, Sendable {
  /// Days that are known and can be used.
  package let known: Int
  /// The fewest from which anything can be said.
  package let needed: Int

  /// Whether nothing can be said.
  package var isTooShort: Bool { known < needed }
}

extension SeriesReach {
  /// The last keys of a document, with whether anything could be said.
  func members(isEnough: Bool) -> [JSONValue.Member] {
    [.init("status", .string(isEnough ? "ok" : "too little history"))] + counts
  }

  /// The same without the verdict.
  var counts: [JSONValue.Member] {
    [.init("days_known", .int(known)), .init("days_needed", .int(needed))]
  }
}

extension DailySeries {
  /// How far back from `date` every day is known, which a trend needs.
  package func trendReach(on date: Day) -> SeriesReach {
    let end = index(after: date)
    let known =
      end > values.count
      ? 0 : counts(before: end).reversed().prefix { $0 != nil }.count
    return SeriesReach(known: known, needed: Trend.windows[0])
  }
}
