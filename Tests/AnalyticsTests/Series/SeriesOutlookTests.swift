import Model
import Testing

@testable import Analytics

struct SeriesOutlookTests {
  private static let counts = randomCounts(900, around: 2, seed: 11)

  private func outlook(_ values: [Double?], spans: [Int] = [7, 14, 30]) -> SeriesOutlook? {
    let series = DailySeries(from: DailySeries.start, values)
    return SeriesOutlook(.pulls, of: series, on: series.last, spans: spans)
  }

  @Test func `a record is what forecasts of the past year would have been`() throws {
    let record = try #require(ForecastRecord(Self.counts, span: 30))
    var (held, misses): (Int, [Double]) = (0, [])
    for start in 0..<27 {
      let end = Self.counts.count - 30 - 14 * start
      let known = DailySeries(Array(Self.counts[..<end]))
      let total = try #require(known.forecast(after: known.last, totals: [30]).totals.first)
      let sum = Self.counts[end..<(end + 30)].reduce(0, +)
      held += (total.prediction.low80...total.prediction.high80).contains(sum) ? 1 : 0
      misses.append(abs(sum - total.prediction.mean))
    }
    #expect(record.starts == 27 && record.isWholeYear && record.span == 30)
    #expect(record.held == held)
    #expect(abs(record.typicalMiss - misses.sorted()[13]) < 1e-9)
    #expect((0.5..<1).contains(try #require(record.rmsse)))
  }

  /// Days known, days foretold, and from how many starts.
  private static let lengths: [(days: Int, span: Int, starts: Int?)] = [
    (50, 30, nil), (51, 30, 1), (64, 30, 1), (65, 30, 2), (414, 30, 26), (415, 30, 27),
    (900, 30, 27), (28, 7, 1), (27, 7, nil), (0, 7, nil),
  ]

  @Test(arguments: lengths)
  func `a start needs three weeks before it, and what was foretold after it`(
    _ row: (days: Int, span: Int, starts: Int?)
  ) {
    #expect(
      ForecastRecord(Array(Self.counts.prefix(row.days)), span: row.span)?.starts == row.starts
    )
  }

  @Test func `a record looks no further back than it says`() throws {
    let reach = ForecastRecord.reach(of: 30)
    let all = try #require(ForecastRecord(Self.counts, span: 30))
    #expect(ForecastRecord(Array(Self.counts.suffix(reach)), span: 30) == all)
  }

  @Test func `a week that is always the same has no error to compare with`() throws {
    let record = try #require(ForecastRecord([Double](repeating: 4, count: 100), span: 7))
    #expect(record.rmsse == nil && record.held == record.starts && record.typicalMiss < 1e-9)
  }

  @Test func `an outlook has the spans asked for, and the next week besides`() throws {
    let values = Self.counts.map(Optional.some)
    let series = DailySeries(Self.counts)
    let forecast = series.forecast(after: series.last, totals: [3, 7])
    let outlook = try #require(self.outlook(values, spans: [3]))
    #expect(outlook.totals == [forecast.totals[0]])
    #expect(outlook.week == forecast.totals[1].prediction)
    #expect(outlook.record?.span == 3)
  }

  @Test func `nothing is said of what was never seen`() {
    #expect(outlook([]) == nil)
    #expect(outlook([Double?](repeating: nil, count: 90)) == nil)
    #expect(outlook([Double?](repeating: 0, count: 90)) == nil)
    #expect(outlook(Self.counts.map(Optional.some), spans: []) == nil)
    #expect(outlook(Self.counts.map(Optional.some) + [nil, nil, nil, nil]) == nil)
  }

  @Test func `weeks end with the day, and begin after an unknown one`() {
    let values: [Double?] = [5, nil] + (1...16).map { Double($0) }
    #expect(outlook(values)?.weeks == [42, 91])
    #expect(outlook(Self.counts.map(Optional.some))?.weeks.count == 13)
    #expect(outlook(Self.counts.map(Optional.some) + [nil])?.weeks == [])
  }

  @Test func `the longest clear trend is told`() {
    let rising = (0..<400).map { Optional(Double($0 / 7)) }
    #expect(outlook(rising)?.trend?.days == 364)
    #expect(outlook(rising)?.trend?.trend?.direction == .rising)
    #expect(outlook(Array(rising.prefix(200)))?.trend?.days == 182)
    #expect(outlook(Self.counts.map(Optional.some))?.trend == nil)
  }

  @Test func `an analysis looks ahead of what it knows`() {
    let empty = Analysis(.init(repository: .sample(), streams: .complete()))
    #expect(empty.outlooks(on: "2025-06-01", spans: [7]) == [])
    #expect(empty.outlooks(on: "2024-06-01", spans: [7]) == [])
  }
}
