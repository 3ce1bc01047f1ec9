import Model
import Testing

@testable import Analytics

/// Compares trends, forecasts and distributions with an independent program's.
struct SeriesReferenceTests {
  @Test func `the fixture holds series of every shape`() {
    #expect(SeriesReference.cases.count == 22)
    #expect(SeriesReference.document?.distributions.count == 400)
  }

  @Test(arguments: SeriesReference.cases)
  func `every trend equals the reference's`(_ row: SeriesReference.Case) throws {
    let windows = row.series.trends(on: row.last)
    #expect(windows.map(\.days) == [91, 182, 364])
    for (window, expected) in zip(windows, row.trends) {
      guard let trend = window.trend, let expected else {
        #expect(window.trend == nil && expected == nil, "\(window.days)")
        continue
      }
      #expect(isClose(trend.slope, expected.slope))
      #expect(isClose(trend.low95, expected.low95))
      #expect(isClose(trend.high95, expected.high95))
      #expect(isClose(trend.change, expected.change))
      #expect(abs(trend.chance - expected.p) <= 1e-9 * expected.p)
      #expect(trend.direction.rawValue == expected.word)
    }
  }

  @Test(arguments: SeriesReference.cases)
  func `every forecast equals the reference's`(_ row: SeriesReference.Case) throws {
    let forecast = row.series.forecast(after: row.last)
    #expect(forecast.status.rawValue == row.forecast.status)
    #expect(forecast.days.count == row.forecast.days.count)
    for (day, expected) in zip(forecast.days, row.forecast.days) {
      #expect(isEqual(day.prediction, expected), "\(day.day)")
    }
    #expect(forecast.totals.count == row.forecast.totals.count)
    for (total, expected) in zip(forecast.totals, row.forecast.totals) {
      #expect(isEqual(total.prediction, expected), "\(total.days) days")
    }
    let backtest = forecast.backtest.map {
      [$0.rmsse, $0.coverage80, $0.coverage95, Double($0.origins)]
    }
    #expect((backtest == nil) == (row.forecast.backtest == nil))
    #expect(zip(backtest ?? [], row.forecast.backtest ?? []).allSatisfy(isClose))
  }

  @Test(arguments: SeriesReference.cases)
  func `every day's anomaly equals the reference's`(_ row: SeriesReference.Case) throws {
    var detector = AnomalyDetector(from: row.series.first)
    var findings = 0
    for (value, expected) in zip(row.values, row.anomalies) {
      let reading = detector.advance(value)
      #expect(isNear(reading.ratio, expected.ratio), "\(reading.day)")
      #expect((reading.finding == nil) == (expected.finding == nil), "\(reading.day)")
      guard let finding = reading.finding, let expected = expected.finding else { continue }
      #expect(isNear(finding.ratio, expected.ratio), "\(reading.day)")
      #expect(finding.test.rawValue == expected.test, "\(reading.day)")
      #expect(finding.direction.rawValue == expected.direction, "\(reading.day)")
      findings += 1
    }
    #expect(row.series.anomalies(from: row.series.first, to: row.last).count == findings)
  }

  @Test func `every distribution equals the reference's`() throws {
    let levels: [CountDistribution.Level] = [
      .init(share: 0.025, score: -NormalDistribution.upper95),
      .init(share: 0.1, score: -NormalDistribution.upper80),
      .init(share: 0.9, score: NormalDistribution.upper80),
      .init(share: 0.975, score: NormalDistribution.upper95),
    ]
    for row in try #require(SeriesReference.document).distributions {
      let distribution = CountDistribution(mean: row[0], variance: row[1])
      #expect(distribution.quantiles(levels) == Array(row[2...5]), "\(row[0]) \(row[1])")
      #expect(abs(distribution.upperTail(row[6]) - row[7]) < 1e-8 * max(1, row[7]), "\(row)")
      #expect(abs(distribution.lowerTail(row[6]) - row[8]) < 1e-8 * max(1, row[8]), "\(row)")
    }
  }

  /// Ratios are logarithms of chances, which scipy knows to fewer digits.
  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-8 * max(1, right)
  }

  /// The mean to 1e-9, the ends of the ranges exactly.
  private func isEqual(_ prediction: Prediction, _ expected: [Double]) -> Bool {
    isClose(prediction.mean, expected[0])
      && [prediction.low95, prediction.low80, prediction.high80, prediction.high95]
        == Array(expected[1...])
  }
}
