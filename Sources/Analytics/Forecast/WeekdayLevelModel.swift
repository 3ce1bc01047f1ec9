/// Forecasts counts: a robust level times the pattern of the week, with negative-binomial ranges.
struct WeekdayLevelModel: FittedModel {
  private let index: WeekdayIndex
  private let level: SmoothedLevel
  private let dispersion: Double
  /// By length of the sum, ascending; the first is that of a single day.
  private let sumDispersions: [(days: Double, dispersion: Double)]

  /// Below ``Forecast/enough`` days the level is their mean and every weekday is alike.
  init(_ counts: [Double]) {
    if counts.count < Forecast.enough {
      index = .flat
      level = SmoothedLevel(constant: counts.mean, rate: 0.08, days: counts.count)
    } else {
      let index = WeekdayIndex(counts)
      self.index = index
      level = SmoothedLevel(
        counts.enumerated().map { $1 / max(index[$0 - counts.count], 0.05) }
      )
    }
    let history = CountHistory(counts, levels: level.path, index: index)
    let dispersion = history.dispersion
    self.dispersion = dispersion
    sumDispersions =
      [(1, dispersion)]
      + [7, 14, 30]
      .compactMap { days in
        history.dispersion(ofSumsOver: days).map { (Double(days), $0) }
      }
  }

  func day(_ ahead: Int) -> Prediction {
    let mean = level.level * index[ahead]
    let growth = 1 + Double(ahead) * level.rate * level.rate
    return Prediction(mean: mean, variance: dispersion * max(mean, 0.02) * growth)
  }

  func total(of days: Int, after skipped: Int) -> Prediction {
    let factor = (skipped..<(skipped + days)).reduce(0) { $0 + index[$1] }
    let mean = level.level * factor
    let dispersion = PiecewiseLinear(sumDispersions.map { ($0.days, $0.dispersion) })
    return Prediction(mean: mean, variance: dispersion(Double(days)) * max(mean, 0.02))
  }
}

extension Prediction {
  /// Ranges of counts with this mean and variance; their ends are whole numbers.
  init(mean: Double, variance: Double) {
    let ends = CountDistribution(mean: mean, variance: variance).quantiles(Self.levels)
    self.init(mean: mean, low80: ends[1], high80: ends[2], low95: ends[0], high95: ends[3])
  }

  private static let levels: [CountDistribution.Level] = [
    .init(share: 0.025, score: -NormalDistribution.upper95),
    .init(share: 0.1, score: -NormalDistribution.upper80),
    .init(share: 0.9, score: NormalDistribution.upper80),
    .init(share: 0.975, score: NormalDistribution.upper95),
  ]
}
