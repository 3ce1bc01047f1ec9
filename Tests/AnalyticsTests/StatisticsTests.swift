import Glibc
import Testing

@testable import Analytics

/// The small functions that the formulas are made of, against numbers worked out by hand.
struct StatisticsTests {
  private static let trends: [(now: Double, baseline: Double, trend: Double, slope: Double)] = [
    (5, 5, 70, 30),  // r = 0
    (13, 5, 100, 15),  // 16/8: r = 1
    (29, 5, 100, 15),  // 32/8: r = 2, no better than doubled
    (1, 5, 30, 40),  // 4/8: r = -1
    (0, 9, 0, 15),  // 3/12: r = -2, 70 - 80 is clamped
    (2.656854249492381, 1, 85, 30),  // 5.6568/4 = √2: r = .5
  ]

  /// Of as many events in each of the windows before 2 January 2026.
  private static func baseline(of count: Int, from start: Int = .min) -> Baseline? {
    let cutoff = Cutoff(endOf: "2026-01-01")
    return Baseline(MonthlyCounts(before: cutoff) { _ in count }, at: cutoff, from: start)
  }

  @Test(arguments: trends) func trend(
    now: Double,
    baseline: Double,
    trend: Double,
    slope: Double
  ) throws {
    let baseline = try #require(
      Self.baseline(of: Int(baseline))
    )
    let ratio = GrowthRatio(now, over: baseline)
    #expect(abs(ratio.trend - trend) < 1e-9)
    #expect(ratio.slope == slope)
  }

  @Test func `the variance of a ratio shrinks with the windows behind its baseline`() throws {
    let cutoff = Cutoff(endOf: "2026-01-01")
    let one = try #require(Self.baseline(of: 5, from: cutoff.last(60).start))
    let three = try #require(Self.baseline(of: 5))
    #expect(one.windows == 1)
    #expect(three.windows == 3)
    // (5/64 + 5/64 + .02) / ln²2 and (5/64 + 5/3/64 + .02) / ln²2.
    let square = M_LN2 * M_LN2
    #expect(abs(GrowthRatio(5, over: one).variance - (10.0 / 64 + 0.02) / square) < 1e-12)
    #expect(
      abs(GrowthRatio(5, over: three).variance - (20.0 / 192 + 0.02) / square) < 1e-12
    )
    #expect(Self.baseline(of: 5, from: cutoff.last(60).start + 1) == nil)
  }

  private static let points: [(x: Double, y: Double)] = [
    (-1, 0), (0, 0), (0.235, 35), (0.47, 70), (0.585, 85), (0.7, 100), (0.9, 100), (2, 100),
  ]

  @Test(arguments: points) func piecewiseLinear(x: Double, y: Double) {
    let function = PiecewiseLinear([(0, 0), (0.47, 70), (0.7, 100), (1, 100)])
    #expect(abs(function(x) - y) < 1e-9)
  }

  private static let quantiles: [(values: [Double], share: Double, result: Double?)] = [
    ([], 0.5, nil), ([7], 0.9, 7), ([1, 3], 0.5, 2), ([1, 2, 10], 0.5, 2),
    ([0, 10], 0.9, 9), ([1, 2, 3, 4, 5], 0.9, 4.6), ([1, 2], 1, 2),
  ]

  @Test(arguments: quantiles) func quantile(values: [Double], share: Double, result: Double?) {
    #expect(values.quantile(share) == result)
  }

  private static let waits:
    [(waits: [(hours: Double, ended: Bool)], median: Double, reached: Bool)] = [
      // One ended wait: S falls from 1 to 0, so half-way between ln .25 and ln 4: √(.25·4) = 1.
      ([(4, true)], 1, true),
      // 2/3, then 1/3: half-way between ln 4 and ln 16, which is ln 8.
      ([(4, true), (16, true), (64, true)], 8, true),
      // S reaches exactly ½ at the first of two: the whole way to it.
      ([(9, true), (30, false)], 9, true),
      // Never below ½: twice the longest wait, the open ones included.
      ([(3, true), (100, false), (40, false)], 200, false),
      // Nothing ended: at least the prior.
      ([(10, false)], 48, false),
      // Ties in their order: the open one first leaves one at risk, S = 0: √(.25·4) again.
      ([(4, false), (4, true)], 1, true),
      // The ended one first: S = ½ there.
      ([(4, true), (4, false)], 4, true),
      // Below a quarter of an hour everything is a quarter.
      ([(0, true), (-5, true)], 0.25, true),
    ]

  @Test(arguments: waits) func kaplanMeier(
    waits: [(hours: Double, ended: Bool)],
    median: Double,
    reached: Bool
  ) throws {
    let estimate = try #require(
      KaplanMeier(
        waits.map { .init(seconds: Int($0.hours * 3_600), isEnded: $0.ended) },
        prior: 48
      )
    )
    #expect(abs(estimate.median - median) < 1e-9)
    #expect(estimate.isReached == reached)
  }

  @Test func `an open wait is evidence as far as it has come`() throws {
    // Median 9; 30 h is past it (½), and the ended one counts 1: n = 1.5.
    let estimate = try #require(
      KaplanMeier(
        [.init(seconds: 32_400, isEnded: true), .init(seconds: 108_000, isEnded: false)],
        prior: 48
      )
    )
    #expect(estimate.evidence == 1.5)
    // ln 9 and ln 48.
    let expected = (1.5 * 2.1972245773362196 + 5 * 3.871201010907891) / 6.5
    #expect(abs(estimate.shrunkLogarithm(prior: 48) - expected) < 1e-12)
    #expect(KaplanMeier([], prior: 48) == nil)
  }

  private static let halves: [(counts: [Int], fewest: Int?)] = [
    ([], nil), ([0], nil), ([1], 1), ([1, 1], 1), ([1, 1, 1], 2), ([5, 1, 4], 1),
    ([2, 3, 3, 2], 2),
  ]

  @Test(arguments: halves) func fewestForHalf(counts: [Int], fewest: Int?) {
    #expect(Analysis.fewestForHalf(of: counts) == fewest)
  }

  @Test func `the interval of a median needs six values`() throws {
    #expect(Analysis.medianInterval(of: [1, 2, 3, 4, 5]) == nil)
    // n = 6: ⌊(6 − 4.80)/2⌋ = 0, at least the first; ⌈1 + (6 + 4.80)/2⌉ = 7, at most the last.
    let six = try #require(Analysis.medianInterval(of: [1, 2, 3, 4, 5, 6]))
    #expect(six == (1, 6))
    // n = 16: ⌊(16 − 7.84)/2⌋ = 4 and ⌈1 + (16 + 7.84)/2⌉ = 13.
    let sixteen = try #require(Analysis.medianInterval(of: (1...16).map(Double.init)))
    #expect(sixteen == (4, 13))
  }
}
