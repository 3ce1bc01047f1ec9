import Model
import Testing

@testable import Analytics

/// Sums of the last 14 days: 18 to 31 March.
struct TrafficTests {
  private let day: Day = "2026-03-31"

  @Test func `fourteen known days are summed, visitors day by day`() {
    let analysis = analysis(18...32, clones: 18...31)
    // The sum of 18 to 31 is 343.
    #expect(metric(.trafficViews, analysis) == MetricValue(.trafficViews, 343, .whole))
    #expect(metric(.trafficVisitors, analysis) == MetricValue(.trafficVisitors, 14, .whole))
    #expect(metric(.trafficClones, analysis)?.value == 3_430)
    #expect(metric(.trafficCloners, analysis)?.value == 28)
  }

  @Test func `a day that is unknown makes the sum partial`() {
    let analysis = analysis(19...31, clones: 31...31)
    let views = metric(.trafficViews, analysis)
    #expect(views?.value == 325 && views?.status == .partial && views?.since == "2026-03-19")
    #expect(views?.reason == "known only since 19 March 2026")
    let clones = metric(.trafficClones, analysis)
    #expect(clones?.value == 310 && clones?.status == .partial && clones?.since == day)
  }

  @Test func `a gap is told by the number of days`() {
    var history = History(repository: .sample())
    history.traffic = views(17...20) + views(23...30)
    let visitors = metric(.trafficVisitors, Analysis(history))
    #expect(visitors?.value == 11 && visitors?.since == "2026-03-18")
    #expect(visitors?.reason == "11 of 14 days are known")
  }

  @Test func `known days of nothing are zero and unknown ones are not`() {
    var history = History(repository: .sample())
    history.traffic = (18...31)
      .map { TrafficDay(day: march($0), kind: .views, count: 0, uniques: 0) }
    let analysis = Analysis(history)
    #expect(metric(.trafficViews, analysis)?.value == 0)
    #expect(metric(.trafficViews, analysis)?.status == .observed)
    #expect(metric(.trafficClones, analysis)?.status == .unknown)
  }

  private static let reasons: [(state: StreamState?, reason: String)] = [
    (nil, "traffic needs a second token with Administration: read"),
    (
      StreamState(lastAttempt: .init(at: "2026-04-01", failure: "It was refused.")),
      "It was refused."
    ),
    (StreamState(horizon: .since("2026-01-01")), "traffic was not read for any of the 14 days"),
  ]

  @Test(arguments: reasons) func `why nothing is known`(
    _ row: (state: StreamState?, reason: String)
  ) {
    var history = History(repository: .sample())
    history.streams[.traffic] = row.state
    #expect(metric(.trafficCloners, Analysis(history))?.reason == row.reason)
  }

  private static let series: [(id: SeriesID, values: [Double?])] = [
    (.views, [nil, 18, 19]), (.visitors, [nil, 1, 1]), (.clones, [nil, nil, 190]),
    (.cloners, [nil, nil, 2]),
  ]

  @Test(arguments: series) func `the series know the days that were read`(
    _ row: (id: SeriesID, values: [Double?])
  ) {
    let points = analysis(18...31, clones: 19...31)
      .series(row.id, from: "2026-03-17", to: "2026-03-19")
    #expect(points.map(\.value) == row.values)
  }

  private func metric(_ id: MetricID, _ analysis: Analysis) -> MetricValue? {
    analysis.metric(id, on: day)
  }

  private func march(_ number: Int) -> Day {
    let first: Day = "2026-03-01"
    return first.advanced(by: number - 1)
  }

  /// As many views as the day's number, by one person.
  private func views(_ days: ClosedRange<Int>) -> [TrafficDay] {
    days.map { TrafficDay(day: march($0), kind: .views, count: $0, uniques: 1) }
  }

  private func analysis(_ days: ClosedRange<Int>, clones: ClosedRange<Int>) -> Analysis {
    var history = History(repository: .sample())
    history.traffic =
      views(days)
      + clones.map { TrafficDay(day: march($0), kind: .clones, count: $0 * 10, uniques: 2) }
    history.traffic.sort { ($0.day, $0.kind) < ($1.day, $1.kind) }
    return Analysis(history)
  }
}
