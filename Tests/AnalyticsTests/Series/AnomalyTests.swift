import Model
import Testing

@testable import Analytics

struct AnomalyTests {
  private static let calm = randomCounts(150, around: 10, seed: 11)
  private static let last = DailySeries(calm + [0]).last

  private struct Rule: CustomTestStringConvertible {
    var name: String
    /// After 150 calm days around ten a day.
    var newest: [Double?]
    var rules = AnomalyRules()
    /// So many days later than the last day of June 2023.
    var shift = 0
    /// As in `spike up warning day`; nil where the newest day is no anomaly.
    var finding: String?

    var testDescription: String { name }
  }

  private static let release = Day(number: 19_539)
  private static let rules: [Rule] = [
    Rule(name: "a usual day", newest: [11], finding: nil),
    Rule(name: "two and a half times as much", newest: [27], finding: "spike up info day"),
    Rule(name: "three times", newest: [32], finding: "spike up warning day"),
    Rule(name: "ten times", newest: [100], finding: "spike up critical day"),
    Rule(
      name: "little enough for the high sensitivity",
      newest: [25],
      rules: AnomalyRules(sensitivity: .high),
      finding: "spike up info day"
    ),
    Rule(name: "for the normal one it is not", newest: [25], finding: nil),
    Rule(
      name: "for the low one neither is that",
      newest: [27],
      rules: AnomalyRules(sensitivity: .low),
      finding: nil
    ),
    Rule(name: "an unknown day", newest: [nil], finding: nil),
    Rule(name: "a negative day", newest: [-5], finding: nil),
    Rule(name: "an endless day", newest: [.infinity], finding: nil),
    Rule(name: "after a gap", newest: [nil, nil, nil, nil, nil, 11], finding: nil),
    Rule(name: "one empty day", newest: [0], finding: "drop down info day"),
    Rule(name: "three empty days", newest: [0, 0, 0], finding: "stopped down critical zero_run"),
    Rule(
      name: "two empty days on a holiday that is set",
      newest: [0, 0, 0],
      rules: AnomalyRules(holidays: [release...release.advanced(by: 9)]),
      finding: "stopped down critical zero_run"
    ),
    Rule(
      name: "a spike on the day of a release",
      newest: [100],
      rules: AnomalyRules(releases: [release]),
      finding: "spike up info day, after a release"
    ),
    Rule(
      name: "three days after it",
      newest: [11, 9, 10, 100],
      rules: AnomalyRules(releases: [release]),
      finding: "spike up info day, after a release"
    ),
    Rule(
      name: "four days after it",
      newest: [11, 9, 10, 12, 100],
      rules: AnomalyRules(releases: [release]),
      finding: "spike up critical day"
    ),
    Rule(
      name: "before it",
      newest: [100],
      rules: AnomalyRules(releases: [release.advanced(by: 1)]),
      finding: "spike up critical day"
    ),
    Rule(name: "half as much for two weeks", newest: half, finding: "shift down critical sum_14d"),
    Rule(
      name: "on holidays it must be twice as clear",
      newest: Array(half.prefix(11)),
      rules: AnomalyRules(holidays: [release...release.advanced(by: 20)]),
      finding: nil
    ),
    Rule(name: "twice as much for two weeks", newest: double, finding: "shift up critical sum_14d"),
  ]
  private static let half: [Double?] = [5, 4, 6, 5, 3, 5, 6, 4, 5, 5, 4, 6, 5, 4]
  private static let double: [Double?] = [20, 19, 22, 18, 21, 20, 19, 22, 18, 21, 20, 19, 22, 20]

  @Test(arguments: rules) private func `the rules decide what is told`(_ row: Rule) {
    let series = DailySeries(from: DailySeries.start, Self.calm.map(Optional.some) + row.newest)
    let finding = series.anomalies(from: series.last, to: series.last, rules: row.rules).first
    let words = finding.map { finding in
      "\(finding.kind.rawValue) \(finding.direction.rawValue) \(finding.severity.rawValue) "
        + finding.test.rawValue + (finding.isAfterRelease ? ", after a release" : "")
    }
    #expect(words == row.finding, "\(finding.map { "\($0)" } ?? "")")
  }

  @Test func `the end of the year is a holiday`() {
    let rules = AnomalyRules()
    let days: [(date: String, ratio: Double)] = [
      ("2023-12-19", 1.1), ("2023-12-20", 2), ("2024-01-03", 2), ("2024-01-04", 1.1),
    ]
    for (date, ratio) in days {
      #expect(Day(date).map { rules.ratio(.down, on: $0) } == ratio)
      #expect(Day(date).map { rules.ratio(.up, on: $0) } == 1.1)
    }
  }

  @Test func `nothing is told below 21 known days`() {
    func last(after days: Int) -> AnomalyReading? {
      var detector = AnomalyDetector(from: DailySeries.start)
      return ([Double](repeating: 1, count: days) + [500]).map { detector.advance($0) }.last
    }
    #expect(last(after: 20)?.expected == nil && last(after: 20)?.ratio == 0)
    #expect(last(after: 20)?.finding == nil)
    #expect(last(after: 21)?.finding?.kind == .spike)
  }

  @Test func `a day that fires does not raise what is expected`() throws {
    let plain = DailySeries(Self.calm + [10, 10])
    let spiked = DailySeries(Self.calm + [100, 10])
    func expected(_ series: DailySeries) -> Double? {
      var detector = AnomalyDetector(from: series.first)
      return series.values.map { detector.advance($0) }.last?.expected
    }
    let (calm, after) = (try #require(expected(plain)), try #require(expected(spiked)))
    #expect(abs(calm - after) < 0.05 * calm)
  }

  @Test func `a lasting change becomes usual`() {
    let series = DailySeries(Self.calm + randomCounts(200, around: 60, seed: 5))
    let findings = series.anomalies(from: Self.last, to: series.last)
    #expect(findings.prefix(28).allSatisfy { $0.direction == .up })
    #expect(findings.count >= 28)
    #expect(findings.allSatisfy { $0.day < Self.last.advanced(by: 100) })
  }

  @Test func `a gap leaves the baselines`() {
    let gap = [Double?](repeating: nil, count: 10)
    let series = DailySeries(
      from: DailySeries.start,
      Self.calm.map(Optional.some) + gap + Self.calm.map(Optional.some)
    )
    #expect(series.anomalies(from: series.first, to: series.last).isEmpty)
    // More than the window without a day: what is expected must be learnt anew.
    let longer = DailySeries(
      from: DailySeries.start,
      Self.calm.map(Optional.some) + [Double?](repeating: nil, count: 130) + [200]
    )
    #expect(longer.anomalies(from: longer.last, to: longer.last).isEmpty)
  }

  @Test func `plain methods give their votes`() throws {
    let series = DailySeries((0..<40).map { Double(8 + $0 % 5) } + [60])
    let finding = try #require(series.anomalies(from: series.last, to: series.last).first)
    #expect(finding.votes.named.map(\.method) == ["robust_z", "tukey"])
    // The 28 days before: median 10, MAD 1, mean 9.96 or so: √mean is the larger scale.
    let mean = series.values[12..<40].compactMap(\.self).mean
    #expect(abs(finding.votes.robustZ - 50 / mean.squareRoot()) < 1e-9)
    #expect(abs(finding.votes.tukey - 49 / mean.squareRoot()) < 1e-9)
    #expect(finding.range.contains(finding.expected) && !finding.range.contains(finding.observed))
  }
}
