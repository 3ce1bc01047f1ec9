import Model
import Testing

@testable import Analytics

struct ForecastTests {
  private static let counts = randomCounts(200, around: 3, seed: 7)

  private struct Case: CustomTestStringConvertible {
    var name: String
    var values: [Double?]
    var status: Forecast.Status

    var testDescription: String { name }
  }

  private static let known: [Double?] = counts.map(Optional.some)
  private static let busy: [Double?] = (0..<60).map { Double(1 + $0 % 3) }
  private static let cases: [Case] = [
    Case(name: "nothing", values: [], status: .none),
    Case(name: "six days", values: Array(known.prefix(6)), status: .none),
    Case(name: "seven days", values: Array(known.prefix(7)), status: .early),
    Case(name: "twenty days", values: Array(known.prefix(20)), status: .early),
    Case(name: "three weeks", values: Array(known.prefix(21)), status: .ok),
    Case(name: "two empty days", values: busy + [0, 0], status: .ok),
    Case(name: "three empty days", values: busy + [0, 0, 0], status: .stopped),
    Case(
      name: "as long as before",
      values: [1, 0, 0, 0, 0] + busy + [0, 0, 0, 0, 0, 0],
      status: .ok
    ),
    Case(
      name: "longer than before",
      values: [1, 0, 0, 0, 0] + busy + [0, 0, 0, 0, 0, 0, 0],
      status: .stopped
    ),
    Case(name: "nothing ever", values: [Double?](repeating: 0, count: 90), status: .stopped),
    Case(name: "three unknown days at the end", values: known + [nil, nil, nil], status: .ok),
    Case(name: "four", values: known + [nil, nil, nil, nil], status: .none),
    Case(name: "a short gap", values: known + [nil, nil, nil, 4], status: .ok),
    Case(
      name: "a long gap",
      values: known + [nil, nil, nil, nil] + busy.prefix(8),
      status: .early
    ),
    Case(name: "unknown before", values: [nil, nil] + known, status: .ok),
    Case(name: "negative days", values: [Double?](repeating: -3, count: 90), status: .none),
  ]

  @Test(arguments: cases) private func `a status says what can be said`(_ row: Case) {
    let series = DailySeries(from: DailySeries.start, row.values)
    let forecast = series.forecast(after: series.last)
    #expect(forecast.status == row.status)
    #expect(forecast.horizon == 30)
    let isForecast = row.status == .ok || row.status == .early
    #expect(forecast.days.count == (isForecast ? 30 : 0))
    #expect(forecast.totals.map(\.days) == (isForecast ? [7, 14, 30] : []))
    #expect(
      forecast.days.first?.day ?? forecast.date.advanced(by: 1) == series.last.advanced(by: 1)
    )
  }

  @Test func `a forecast looks at 365 days, and at none after its date`() {
    let counts = randomCounts(500, around: 4, seed: 3)
    let whole = DailySeries(counts)
    let date = whole.last.advanced(by: -50)
    let forecast = whole.forecast(after: date, isBacktested: false)
    let part = DailySeries(from: date.advanced(by: -364), counts[85..<450].map(Optional.some))
    #expect(part.last == date)
    #expect(part.forecast(after: date, isBacktested: false) == forecast)
  }

  @Test func `days that are missing at the end move the forecast on`() {
    let series = DailySeries(Self.counts)
    let now = series.forecast(after: series.last, isBacktested: false)
    let later = series.forecast(after: series.last.advanced(by: 2), isBacktested: false)
    #expect(later.days.first?.day == now.days[2].day)
    #expect(Array(later.days.prefix(28)) == Array(now.days.dropFirst(2)))
  }

  @Test func `a gap of three days is filled linearly`() {
    let filled = DailySeries(Self.counts + [2, 3, 4, 5, 6])
    let gap = DailySeries(from: filled.first, Self.known + [2, nil, nil, nil, 6])
    #expect(gap.forecast(after: gap.last) == filled.forecast(after: filled.last))
  }

  @Test func `a total goes on from its base`() throws {
    let series = DailySeries(Self.counts)
    let gains = series.forecast(after: series.last)
    let total = series.forecast(after: series.last, addingTo: 1_000)
    for (gain, total) in zip(gains.totals, total.totals) {
      #expect(abs(total.prediction.mean - gain.prediction.mean - 1_000) < 1e-9)
    }
    #expect(total.days[6].prediction == total.totals[0].prediction)
    #expect(
      zip(total.days, total.days.dropFirst())
        .allSatisfy { $0.prediction.mean <= $1.prediction.mean }
    )
  }

  @Test func `a straight line is followed to zero`() {
    let falling = DailySeries((0..<50).map { 100 - 2 * Double($0) })
    let forecast = falling.forecast(after: falling.last, totals: [3], model: .linear)
    #expect(forecast.days.map(\.prediction.mean) == [0, 0, 0])
    let rising = DailySeries((0..<50).map { 5 + 2 * Double($0) })
    let line = rising.forecast(after: rising.last, totals: [3], model: .linear)
    #expect(line.days.map { $0.prediction.mean.rounded() } == [105, 107, 109])
    #expect(line.totals.first?.prediction.mean.rounded() == 321)
    #expect(line.model == .linear)
  }

  @Test func `only spans of days are foretold`() {
    let series = DailySeries(Self.counts)
    let forecast = series.forecast(after: series.last, totals: [0, -3, 5])
    #expect(forecast.horizon == 5)
    #expect(forecast.totals.map(\.days) == [5])
    #expect(series.forecast(after: series.last, totals: []).days.isEmpty)
  }

  @Test func `a back-test counts the origins that history allows`() {
    func origins(_ days: Int) -> Int? {
      let series = DailySeries(Array(Self.counts.prefix(days)))
      return series.forecast(after: series.last).backtest?.origins
    }
    #expect(origins(48) == nil)
    #expect(origins(49) == 1)
    #expect(origins(77) == 2)
    #expect(origins(105) == 3)
    #expect(origins(200) == 3)
  }
}
