package import Model

/// Looks at a series day by day and tells which days are unlike what was to be expected
/// (docs/metrics.md, section 8).
///
/// A day costs the same however long the history: the state holds what the tests look back on, at
/// most 180 days. Going through a series day by day gives what going through it at once gives.
package struct AnomalyDetector: Hashable, Sendable {
  package let rules: AnomalyRules
  /// The day that ``advance(_:)`` takes next.
  package private(set) var next: Day

  /// Days since the first known one; nil before it.
  private var age: Int?
  /// The day's with the 180 before it.
  private var counts = RecentValues(capacity: 181)
  private var dayBaseline = BaselineWindow(days: AnomalyReview.window, recentDays: 28)
  private var sumBaseline = BaselineWindow(days: 112, recentDays: 56)
  /// What ``dayBaseline`` expected of the last seven days, oldest first.
  private var expectations: [Expectation?] = []
  /// What ``sumBaseline`` expected of the last days.
  private var means = RecentValues(capacity: 28)
  private var cusum = CusumTest()
  private var zeroRun = ZeroRunTest()
  private var weekSum = SumTest(.sum7, days: 7)
  private var fortnightSum = SumTest(.sum14, days: 14)
  /// Days in a row on which the day's test fired.
  private var replaced = 0

  package init(from day: Day, rules: AnomalyRules = AnomalyRules()) {
    (next, self.rules) = (day, rules)
  }

  /// What the tests say of ``next``, which then becomes the day after.
  ///
  /// A count that is negative, infinite or no number is unknown, as nil is. An unknown day is no
  /// anomaly, and is in no baseline.
  package mutating func advance(_ value: Double?) -> AnomalyReading {
    let day = next
    next = day.advanced(by: 1)
    let count = value.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    guard let age = age ?? (count == nil ? nil : 0) else {
      return AnomalyReading(day: day, isKnown: false, ratio: 0, expected: nil, finding: nil)
    }
    self.age = age + 1
    let expectation = dayBaseline.expectation()
    means.append(sumBaseline.expectation(isDispersed: false)?.mean)
    counts.append(count)
    let results = results(count, expectation, age: age)
    learn(count, expectation, results.first { $0.test == .day }, on: day)
    return AnomalyReading(
      day: day,
      isKnown: count != nil,
      ratio: expectation == nil ? 0 : results.map(\.ratio).max() ?? 0,
      expected: expectation?.mean,
      finding: expectation == nil ? nil : finding(among: results, count, on: day)
    )
  }

  /// Runs every test whose state must move, whether or not its result counts.
  private mutating func results(
    _ count: Double?,
    _ expectation: Expectation?,
    age: Int
  ) -> [TestResult] {
    let weekAgo = expectations.count == 7 ? expectations[0] : nil
    var results: [TestResult?] = []
    if let count {
      results.append(expectation.flatMap { DayTest.result(count, against: $0) })
      results.append(cusum.advance(count, against: weekAgo))
      results.append(
        zeroRun.advance(count, expectation: expectation, history: counts.last(181).dropLast())
      )
    }
    results.append(weekSum.advance(counts: counts, means: means, age: age))
    results.append(fortnightSum.advance(counts: counts, means: means, age: age))
    return results.compactMap(\.self)
  }

  /// Takes the day into the baselines; one on which the day's test fires as its expectation.
  ///
  /// After ``longestReplacement`` such days in a row, what is new has become usual: the days count
  /// as they are, or a lasting change would be an anomaly for ever.
  private mutating func learn(
    _ count: Double?,
    _ expectation: Expectation?,
    _ result: TestResult?,
    on day: Day
  ) {
    var kept = count
    let isFiring = result.map { $0.ratio >= rules.ratio($0.direction, on: day) } ?? false
    if count != nil { replaced = isFiring ? replaced + 1 : 0 }
    if isFiring, replaced <= Self.longestReplacement { kept = expectation?.mean }
    dayBaseline.append(kept, observed: count)
    sumBaseline.append(kept, observed: count)
    if expectations.count == 7 { expectations.removeFirst() }
    expectations.append(expectation)
  }

  /// The finding of the result that is farthest above its threshold, among those that fire.
  private func finding(
    among results: [TestResult],
    _ count: Double?,
    on day: Day
  ) -> AnomalyFinding? {
    let firing = results.filter { $0.ratio >= rules.ratio($0.direction, on: day) }
    guard let count, var best = firing.first else { return nil }
    for result in firing where result.ratio > best.ratio { best = result }
    return AnomalyFinding(
      best,
      on: day,
      votes: PlainVotes(count, after: counts.last(29).dropLast()),
      isAfterRelease: rules.isAfterRelease(day)
    )
  }

  /// Days.
  private static let longestReplacement = 28
}

/// What the tests say of one day.
package struct AnomalyReading: Hashable, Sendable {
  package let day: Day
  package let isKnown: Bool
  /// The highest of the tests' ratios, whether or not one fires; 0 before 21 days are known.
  package let ratio: Double
  /// Nil before 21 days are known.
  package let expected: Double?
  package let finding: AnomalyFinding?
}

/// What a look at some days of a series has shown.
package struct AnomalyReview: Hashable, Sendable {
  /// Every day that fires.
  package let findings: [AnomalyFinding]
  /// Days that are known and before which enough others are.
  package let judged: Int
  /// Known days up to the last one looked at.
  package let known: Int

  /// How much there was to judge by.
  package var history: SeriesReach { SeriesReach(known: known, needed: Self.fewest) }

  /// A day is judged when it is known and ``fewest`` of the ``window`` days before it are.
  package static let window = 84
  package static let fewest = BaselineWindow.fewest
}

extension AnomalyFinding {
  /// The finding of a result that fires.
  init(_ result: TestResult, on day: Day, votes: PlainVotes, isAfterRelease: Bool) {
    let mean = max(result.expected, 0.02)
    let usual = Prediction(mean: mean, variance: mean * max(result.dispersion, 1.02))
    kind =
      switch (result.test, result.direction) {
      case (.day, .up): .spike
      case (.day, .down): .drop
      case (.zeroRun, _): .stopped
      case (.cusum, _), (.sum7, _), (.sum14, _): .shift
      }
    self.day = day
    (direction, ratio, test) = (result.direction, result.ratio, result.test)
    (observed, expected) = (result.observed, result.expected)
    range = usual.low95...usual.high95
    (self.votes, self.isAfterRelease) = (votes, isAfterRelease)
    let isExplained = isAfterRelease && kind == .spike
    severity =
      isExplained || ratio < 1.5 ? .information : ratio <= 2.5 ? .warning : .critical
  }
}

extension DailySeries {
  /// Every day that fires from `from` to `to`, in the light of all days before it.
  package func anomalies(
    from: Day,
    to: Day,
    rules: AnomalyRules = AnomalyRules()
  ) -> [AnomalyFinding] {
    anomalyReview(from: from, to: to, rules: rules).findings
  }

  /// The same with how many of the days could be judged at all.
  package func anomalyReview(
    from: Day,
    to: Day,
    rules: AnomalyRules = AnomalyRules()
  ) -> AnomalyReview {
    var detector = AnomalyDetector(from: first, rules: rules)
    var findings: [AnomalyFinding] = []
    var (judged, known) = (0, 0)
    for value in counts(before: index(after: to)) {
      let reading = detector.advance(value)
      if reading.isKnown { known += 1 }
      guard reading.day >= from, reading.isKnown, reading.expected != nil else { continue }
      judged += 1
      if let finding = reading.finding { findings.append(finding) }
    }
    return AnomalyReview(findings: findings, judged: judged, known: known)
  }
}
