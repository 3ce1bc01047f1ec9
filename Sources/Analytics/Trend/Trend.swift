package import Model

/// Which way weekly sums went over some months (docs/metrics.md, section 6).
package struct Trend: Hashable, Sendable {
  /// Change of the weekly sum from week to week.
  package let slope: Double
  /// The ends of the slope's 95 % interval.
  package let low95: Double
  package let high95: Double
  /// Change over the whole window as a share of the median week.
  package let change: Double
  /// The chance of as clear a trend where there is none.
  package let chance: Double
  package let direction: Direction

  /// The words that a trend earns.
  package enum Direction: String, Hashable, Sendable {
    case rising
    case falling
    case unclear = "no clear trend"
  }

  /// The lengths of the windows in days.
  package static let windows = [91, 182, 364]
}

extension Trend {
  /// Nil of fewer than two weeks.
  ///
  /// - Parameter weeks: Sums, oldest first.
  init?(weeks: [Double]) {
    guard let line = TheilSen(weeks), let median = weeks.sorted().median else { return nil }
    slope = line.slope
    (low95, high95) = (line.low, line.high)
    change = line.slope * Double(weeks.count) / max(median, 1)
    chance = MannKendall.chance(of: weeks, slope: line.slope)
    let isClear = chance < 0.01 && abs(change) >= 0.3
    direction = !isClear ? .unclear : change > 0 ? .rising : .falling
  }
}

/// The trend of the last days; nil where one of them is unknown or lies before the series.
package struct TrendWindow: Hashable, Sendable {
  package let days: Int
  package let trend: Trend?
}

extension DailySeries {
  /// The trends of ``Trend/windows`` that end with `date`.
  package func trends(on date: Day) -> [TrendWindow] {
    Trend.windows.map { days in
      TrendWindow(days: days, trend: weeks(days / 7, until: date).flatMap { Trend(weeks: $0) })
    }
  }

  /// The sums of whole weeks, oldest first; nil where a day is unknown.
  private func weeks(_ count: Int, until date: Day) -> [Double]? {
    let end = index(after: date)
    let start = end - 7 * count
    guard start >= 0, end <= values.count else { return nil }
    var sums: [Double] = []
    for week in 0..<count {
      var sum = 0.0
      for value in values[(start + 7 * week)..<(start + 7 * week + 7)] {
        guard let value else { return nil }
        sum += value
      }
      sums.append(sum)
    }
    return sums
  }
}
