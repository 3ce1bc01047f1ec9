package import Model

/// What the next days of a series will bring, with the ranges (docs/metrics.md, section 7).
package struct Forecast: Hashable, Sendable {
  package let date: Day
  package let status: Status
  package let model: Model
  /// Days that were asked for.
  package let horizon: Int
  /// One entry a day from the one after `date`; empty without a forecast.
  package let days: [ForecastDay]
  /// In the order asked for; empty without a forecast.
  package let totals: [ForecastTotal]
  /// Nil where history is too short for one, or it was not asked for.
  package let backtest: Backtest?
  /// The days that were used, with gaps filled, and the fewest that a forecast needs.
  package let history: SeriesReach
  /// How many of them have passed since anything happened; all where nothing ever did.
  package let emptyDays: Int

  package enum Status: String, Hashable, Sendable {
    case ok
    /// Fewer than 21 days are known.
    case early = "early estimate"
    /// Nothing has happened for much longer than ever before, or ever.
    case stopped
    /// Fewer than seven days are known.
    case none = "no forecast"
  }

  /// How a forecast is made.
  package enum Model: String, CaseIterable, Hashable, Sendable {
    /// A robust level times the pattern of the week.
    case weekdayLevel = "weekday-level"
    /// A straight line, for comparison.
    case linear
  }
}

/// An expectation with the ranges in which 80 % and 95 % of the cases lie.
package struct Prediction: Hashable, Sendable {
  package let mean: Double
  package let low80: Double
  package let high80: Double
  package let low95: Double
  package let high95: Double

  /// The same for a count on top of `base`.
  func adding(_ base: Double) -> Prediction {
    Prediction(
      mean: base + mean,
      low80: base + low80,
      high80: base + high80,
      low95: base + low95,
      high95: base + high95
    )
  }
}

/// One day of a forecast.
package struct ForecastDay: Hashable, Sendable {
  package let day: Day
  package let prediction: Prediction
}

/// All that comes in the next days together.
package struct ForecastTotal: Hashable, Sendable {
  package let days: Int
  package let prediction: Prediction
}

extension DailySeries {
  /// The forecast made at the end of `date` from what was known then.
  ///
  /// `totals` are the spans of days whose sums are wanted, each at least 1; the longest is the
  /// horizon. With a `base` the forecast is of a running total that stands there on `date`, and of
  /// which the series holds the gains: a day's prediction is the total at its end, a total's the
  /// one after its days.
  package func forecast(
    after date: Day,
    totals: [Int] = [7, 14, 30],
    model: Forecast.Model = .weekdayLevel,
    addingTo base: Double? = nil,
    isBacktested: Bool = true
  ) -> Forecast {
    let stretch = CountStretch(self, until: date)
    let context = stretch.counts.suffix(Forecast.context)
    let status = Forecast.Status(stretch.counts)
    let spans = totals.filter { $0 > 0 }
    let horizon = spans.max() ?? 0
    let fitted = status.isForecast ? model.fitted(to: stretch.counts) : nil
    let days = fitted.map { fitted in
      (0..<horizon)
        .map { ahead -> ForecastDay in
          let prediction =
            base.map { fitted.total(of: ahead + 1, after: stretch.missing).adding($0) }
            ?? fitted.day(ahead + stretch.missing)
          return ForecastDay(day: date.advanced(by: ahead + 1), prediction: prediction)
        }
    }
    let sums = fitted.map { fitted in
      spans.map { span -> ForecastTotal in
        let sum = fitted.total(of: span, after: stretch.missing)
        return ForecastTotal(days: span, prediction: base.map(sum.adding) ?? sum)
      }
    }
    return Forecast(
      date: date,
      status: status,
      model: model,
      horizon: horizon,
      days: days ?? [],
      totals: sums ?? [],
      backtest: isBacktested && fitted != nil ? Backtest(stretch.counts, model: model) : nil,
      history: SeriesReach(
        known: context.count,
        needed: status == .none ? Forecast.fewest : Forecast.enough
      ),
      emptyDays: ZeroRuns(context).last
    )
  }
}

extension Forecast.Status {
  /// - Parameter counts: Every day that can be used.
  init(_ counts: [Double]) {
    let context = counts.suffix(Forecast.context)
    guard context.count >= Forecast.fewest else {
      self = .none
      return
    }
    let zeros = ZeroRuns(context)
    let isStopped = zeros.last > 2 && Double(zeros.last) > 1.5 * Double(zeros.longestBefore)
    self = isStopped ? .stopped : context.count < Forecast.enough ? .early : .ok
  }

  fileprivate var isForecast: Bool { self == .ok || self == .early }
}

extension Forecast {
  /// The most days that a model looks at.
  static let context = 365
  /// The fewest days from which anything is said.
  static let fewest = 7
  /// The fewest days from which a model's shape can be told.
  static let enough = 21
}

extension Forecast.Model {
  /// Fits the model to the last ``Forecast/context`` of the counts, of which there are some.
  func fitted(to counts: [Double]) -> any FittedModel {
    let context = Array(counts.suffix(Forecast.context))
    return switch self {
    case .weekdayLevel: WeekdayLevelModel(context)
    case .linear: LinearModel(context)
    }
  }
}

/// A model that has seen its days.
protocol FittedModel {
  /// The prediction of the day so many days after the first one that was not seen.
  func day(_ ahead: Int) -> Prediction
  /// The prediction of the sum of `days` days, of which the first is `skipped` days ahead.
  func total(of days: Int, after skipped: Int) -> Prediction
}

/// The longest runs of days on which nothing happened.
struct ZeroRuns: Hashable, Sendable {
  /// The run that reaches the end.
  let last: Int
  /// The longest one that ended before it.
  let longestBefore: Int

  init(_ counts: some Sequence<Double>) {
    var (run, longest) = (0, 0)
    for count in counts {
      if count == 0 {
        run += 1
      } else {
        longest = max(longest, run)
        run = 0
      }
    }
    (last, longestBefore) = (run, longest)
  }
}
