import Model
import TestSupport
import Testing

@testable import Analytics

/// What must hold for any numbers that a series may bring.
struct RobustnessTests {
  private struct Odd: CustomTestStringConvertible {
    var name: String
    var values: [Double?]

    var testDescription: String { name }
  }

  private static let calm = randomCounts(300, around: 4, seed: 2).map(Optional.some)

  private static func calm(with value: Double?, every step: Int) -> [Double?] {
    calm.enumerated().map { $0 % step == 3 ? value : $1 }
  }

  private static let odd: [Odd] = [
    Odd(name: "nothing", values: []),
    Odd(name: "one day", values: [3]),
    Odd(name: "one unknown day", values: [nil]),
    Odd(name: "unknown", values: [Double?](repeating: nil, count: 400)),
    Odd(name: "zeros", values: [Double?](repeating: 0, count: 400)),
    Odd(name: "ones", values: [Double?](repeating: 1, count: 400)),
    Odd(name: "no numbers", values: [Double?](repeating: .nan, count: 100)),
    Odd(name: "endless", values: [Double?](repeating: .infinity, count: 100)),
    Odd(name: "negative", values: [Double?](repeating: -4, count: 400)),
    Odd(name: "huge", values: (0..<400).map { 9e15 - Double($0 * $0) }),
    Odd(name: "too huge", values: [Double?](repeating: 1e300, count: 400)),
    Odd(name: "tiny", values: [Double?](repeating: 1e-300, count: 400)),
    Odd(name: "from nothing to the most", values: (0..<400).map { $0 % 2 == 0 ? 0 : 9e15 }),
    Odd(name: "one huge day", values: calm(with: 9e15, every: 400)),
    Odd(name: "no number now and then", values: calm(with: .nan, every: 7)),
    Odd(name: "negative now and then", values: calm(with: -1, every: 7)),
    Odd(name: "every third day unknown", values: calm(with: nil, every: 3)),
    Odd(name: "every second day unknown", values: calm(with: nil, every: 2)),
    Odd(name: "known on one day in twelve", values: (0..<600).map { $0 % 12 == 0 ? 5 : nil }),
    Odd(name: "on one day a year", values: (0..<800).map { $0 % 365 == 9 ? 1 : 0 }),
  ]

  @Test(arguments: odd) private func `every series has a defined answer`(_ row: Odd) {
    let series = DailySeries(from: DailySeries.start, row.values)
    for model in Forecast.Model.allCases {
      let forecast = series.forecast(after: series.last, model: model)
      for prediction in forecast.days.map(\.prediction) + forecast.totals.map(\.prediction) {
        check(prediction)
      }
      if let backtest = forecast.backtest {
        #expect(backtest.rmsse.isFinite && backtest.rmsse >= 0)
        #expect((0...1).contains(backtest.coverage80) && (0...1).contains(backtest.coverage95))
      }
    }
    for trend in series.trends(on: series.last).compactMap(\.trend) {
      let numbers = [trend.slope, trend.low95, trend.high95, trend.change]
      #expect(numbers.allSatisfy { $0.isFinite } && (0...1).contains(trend.chance))
    }
    for finding in series.anomalies(from: series.first, to: series.last) {
      let numbers =
        [finding.ratio, finding.observed, finding.expected] + finding.votes.named.map(\.value)
      #expect(numbers.allSatisfy { $0.isFinite })
      #expect(finding.expected >= 0 && finding.observed >= 0)
    }
  }

  private func check(_ prediction: Prediction) {
    let ends = [
      0, prediction.low95, prediction.low80, prediction.high80, prediction.high95,
    ]
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }, "\(prediction)")
    #expect(ends.allSatisfy { $0.isFinite }, "\(prediction)")
    #expect(prediction.mean.isFinite && prediction.mean >= 0)
  }

  @Test(arguments: odd) private func `the same series gives the same bytes`(_ row: Odd) {
    let series = DailySeries(from: DailySeries.start, row.values)
    func text() -> [String] {
      let subject = SeriesSubject(repository: nil, metric: "stars")
      let date = series.last
      let documents: [JSONValue] = [
        TrendDocument(
          subject: subject,
          date: date,
          trends: series.trends(on: date),
          history: series.trendReach(on: date)
        )
        .json,
        ForecastDocument(subject: subject, forecast: series.forecast(after: date)).json,
        AnomaliesDocument(
          subject: subject,
          from: series.first,
          to: date,
          review: series.anomalyReview(from: series.first, to: date)
        )
        .json,
      ]
      return documents.map { JSONWriter.text($0) }
    }
    #expect(text() == text())
  }

  @Test(arguments: 0..<8)
  func `a day later is a step further, whatever is asked in between`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let mean = Double.random(in: 0.1...30, using: &generator)
    let values: [Double?] = randomCounts(260, around: mean, seed: seed)
      .map { count in
        switch Int.random(in: 0..<40, using: &generator) {
        case 0: nil
        case 1: count * 20
        case 2: 0
        default: count
        }
      }
    let series = DailySeries(from: DailySeries.start, values)
    var detector = AnomalyDetector(from: series.first)
    var found: [AnomalyFinding] = []
    for (index, value) in values.enumerated() {
      // A copy that goes its own way changes nothing.
      var aside = detector
      _ = aside.advance(1e6)
      if let finding = detector.advance(value).finding { found.append(finding) }
      guard index % 50 == 49 else { continue }
      let day = series.first.advanced(by: index)
      #expect(series.anomalies(from: series.first, to: day) == found)
    }
    #expect(!found.isEmpty)
  }
}
