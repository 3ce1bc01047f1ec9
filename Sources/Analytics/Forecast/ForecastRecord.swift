/// How forecasts of one span of days did over the past year, had they been made every two weeks
/// (docs/metrics.md, section 7).
package struct ForecastRecord: Hashable, Sendable {
  /// The days after each start that were foretold.
  package let span: Int
  /// From how many days forecasts were made, 1 to 27.
  package let starts: Int
  /// How many of the sums lay within their 80 % range.
  package let held: Int
  /// The median distance between a sum and what was expected of it.
  package let typicalMiss: Double
  /// The error of the days by the error of repeating what was seven days earlier, the mean over the
  /// starts; nil where a week was always like the one before.
  package let rmsse: Double?

  /// True where the starts lie over a whole year.
  package var isWholeYear: Bool { starts == Self.mostStarts }
}

extension ForecastRecord {
  /// Nil where no start has 21 days before it and `span` after it.
  init?(_ counts: [Double], span: Int, model: Forecast.Model = .weekdayLevel) {
    var (held, misses, errors): (Int, [Double], [Double]) = (0, [], [])
    for index in 0..<Self.mostStarts {
      let end = counts.count - span - index * Self.step
      guard end >= Forecast.enough else { break }
      let known = Array(counts[..<end].suffix(Backtest.memory))
      let fitted = model.fitted(to: known)
      let actual = counts[end..<(end + span)].reduce(0, +)
      let total = fitted.total(of: span, after: 0)
      if total.low80 <= actual, actual <= total.high80 { held += 1 }
      misses.append(abs(actual - total.mean))
      guard let scale = Backtest.scale(of: known) else { continue }
      let squares = (0..<span)
        .map { ahead -> Double in
          let error = counts[end + ahead] - fitted.day(ahead).mean
          return error * error
        }
      errors.append(squares.mean.squareRoot() / scale)
    }
    guard !misses.isEmpty else { return nil }
    (self.span, starts, self.held) = (span, misses.count, held)
    typicalMiss = misses.sorted().median ?? 0
    rmsse = errors.isEmpty ? nil : errors.mean
  }

  /// The most days of which a record of forecasts of `span` days makes use.
  static func reach(of span: Int) -> Int { span + (mostStarts - 1) * step + Backtest.memory }

  /// A year of them, both ends included.
  private static let mostStarts = 27
  /// Days from one start to the next.
  private static let step = 14
}
