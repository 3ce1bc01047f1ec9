import Model
import Testing

@testable import Analytics

struct TrendTests {
  private static let weeks: [(weeks: [Double], slope: Double, change: Double, word: String)] = [
    ((0..<13).map { 10 + Double($0) }, 1, 13.0 / 16, "rising"),
    ((0..<13).map { 30 - Double($0) }, -1, -13.0 / 24, "falling"),
    // As clear, but of no size: 13 · 0.1 of 20.
    ((0..<13).map { 20 + Double($0) / 10 }, 0.1, 1.3 / 20.6, "no clear trend"),
    ([Double](repeating: 4, count: 13), 0, 0, "no clear trend"),
    ([Double](repeating: 0, count: 13), 0, 0, "no clear trend"),
    // Up and down; the median of the 78 slopes is 9/77.
    (
      [1, 9, 2, 8, 3, 7, 4, 6, 5, 1, 9, 2, 8], 9.0 / 77, 13 * 9.0 / 77 / 5, "no clear trend"
    ),
  ]

  @Test(arguments: weeks)
  func `words need a clear and a large change`(
    _ row: (weeks: [Double], slope: Double, change: Double, word: String)
  ) throws {
    let trend = try #require(Trend(weeks: row.weeks))
    #expect(abs(trend.slope - row.slope) < 1e-12)
    #expect(abs(trend.change - row.change) < 1e-12)
    #expect(trend.direction.rawValue == row.word)
    #expect(trend.low95 <= trend.slope && trend.slope <= trend.high95)
  }

  @Test func `a window needs all of its days`() {
    let series = DailySeries(randomCounts(200, around: 3, seed: 1))
    func known(_ series: DailySeries, on day: Day) -> [Bool] {
      series.trends(on: day).map { $0.trend != nil }
    }
    #expect(known(series, on: series.last) == [true, true, false])
    #expect(known(series, on: series.last.advanced(by: 1)) == [false, false, false])
    #expect(known(series, on: series.last.advanced(by: -20)) == [true, false, false])
    var values = series.values
    values[100] = nil
    #expect(
      known(DailySeries(from: series.first, values), on: series.last) == [true, false, false]
    )
  }
}
