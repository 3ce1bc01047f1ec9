import Foundation
import Model

@testable import Analytics

/// The seeded series of the fixture with what the reference makes of them.
struct SeriesReference: Decodable, Sendable {
  let series: [Case]
  /// Mean, variance, the quantiles at 2.5, 10, 90 and 97.5 %, a count and −log₁₀ of the chances of
  /// at least and of at most that count.
  let distributions: [[Double]]

  struct Case: Decodable, Sendable, CustomStringConvertible {
    let name: String
    let values: [Double?]
    /// By ``Trend/windows``.
    let trends: [Trend?]
    let forecast: Forecast
    /// By day.
    let anomalies: [Anomaly]

    var description: String { name }
    var series: DailySeries { DailySeries(from: Self.first, values) }
    var last: Day { Self.first.advanced(by: values.count - 1) }
    /// 2022-01-08.
    static let first = Day(number: 19_000)
  }

  struct Trend: Decodable, Sendable {
    let slope: Double
    let low95: Double
    let high95: Double
    let change: Double
    let p: Double
    let word: String
  }

  /// Predictions are mean and the four quantiles.
  struct Forecast: Decodable, Sendable {
    let status: String
    let days: [[Double]]
    let totals: [[Double]]
    let backtest: [Double]?
  }

  /// The highest ratio of a day, and the test that fires.
  struct Anomaly: Decodable, Sendable {
    let ratio: Double
    let finding: Finding?

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      ratio = try values.decode(Double.self)
      finding = try values.decodeIfPresent(Finding.self)
    }
  }

  struct Finding: Decodable, Sendable {
    let ratio: Double
    let test: String
    let direction: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      ratio = try values.decode(Double.self)
      test = try values.decode(String.self)
      direction = try values.decode(String.self)
    }
  }

  static let document: SeriesReference? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/series.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(SeriesReference.self, from: data)
  }()

  static let cases = document?.series ?? []
}

/// Equal to a relative error of 1e-9; near 0 to as much.
func isClose(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1e-3)
}
