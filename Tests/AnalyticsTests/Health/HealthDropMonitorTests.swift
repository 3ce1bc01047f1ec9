import Model
import Testing

@testable import Analytics

/// The rule as a state machine over days.
struct HealthDropMonitorTests {
  private typealias Sample = HealthDropMonitor.Sample

  /// Days of 80 points, then what follows; a nil is a day without a score.
  private struct Course {
    var name: String
    var scores: [Double?]
    var standardError = 2.0
    /// Days, counted like `scores`, on which no alert may fire.
    var withoutEvidence: Range<Int> = 0..<0
    var reported: Int?
    /// Days on which alerts fired and cleared.
    var alerts: [[Int?]]
  }

  /// So many days of 80 points come first.
  private static let start: Day = "2025-01-01"
  private static let quietDays = 100

  private static func days(_ count: Int, at score: Double?) -> [Double?] {
    Array(repeating: score, count: count)
  }

  private static let courses: [Course] = [
    Course(name: "nothing happens", scores: days(40, at: 80), alerts: []),
    // The 7-day median falls on the fourth low day; five such days fire on the eighth.
    Course(name: "ten points for five days", scores: days(10, at: 70), alerts: [[7, nil]]),
    Course(name: "less than ten points", scores: days(60, at: 70.1), alerts: []),
    Course(name: "four days", scores: days(4, at: 60) + days(30, at: 80), alerts: []),
    Course(name: "five", scores: days(5, at: 60) + days(30, at: 80), alerts: [[7, 14]]),
    // 2·√(4.6² + 4.6²/1.5) = 11.9.
    Course(name: "chance explains it", scores: days(40, at: 69), standardError: 4.6, alerts: []),
    Course(
      name: "a day without a score neither counts nor breaks the run",
      scores: days(5, at: 60) + [nil, nil] + days(4, at: 60),
      alerts: [[9, nil]]
    ),
    Course(
      name: "a day without evidence breaks the run",
      scores: days(20, at: 60),
      withoutEvidence: 6..<7,
      alerts: [[11, nil]]
    ),
    // Back at 80 from day 20 on, the median from day 23 on; the seventh good day is day 29.
    Course(
      name: "seven good days clear it",
      scores: days(20, at: 60) + days(20, at: 80),
      alerts: [[7, 29]]
    ),
    Course(
      name: "a bad day among the good ones starts them anew",
      scores: days(20, at: 60) + days(6, at: 80) + days(8, at: 60) + days(30, at: 80),
      alerts: [[7, 43]]
    ),
    Course(
      name: "evidence that went does not clear it",
      scores: days(40, at: 60),
      withoutEvidence: 10..<40,
      alerts: [[7, nil]]
    ),
    Course(
      name: "one that was reported fires whatever today's facts say, and clears by them",
      scores: days(30, at: 79),
      reported: 3,
      alerts: [[3, 10]]
    ),
    Course(
      name: "… also when that day has no score any more",
      scores: days(2, at: 80) + [nil, nil] + days(30, at: 80),
      reported: 2,
      alerts: [[4, 11]]
    ),
  ]

  @Test(arguments: courses)
  private func `alerts fire and clear`(_ course: Course) {
    var monitor = HealthDropMonitor()
    var day = Self.start
    for index in -Self.quietDays..<course.scores.count {
      let score = index < 0 ? 80 : course.scores[index]
      let sample = Sample(
        day: day,
        score: score,
        standardError: score == nil ? nil : course.standardError,
        mayAlert: !course.withoutEvidence.contains(index)
      )
      _ = monitor.observe(sample, isReported: index == course.reported)
      day = day.advanced(by: 1)
    }
    let first = Self.start.advanced(by: Self.quietDays)
    let alerts = monitor.alerts.map { alert in
      [alert.fired, alert.cleared].map { $0.map { $0.number - first.number } }
    }
    #expect(alerts == course.alerts, "\(course.name)")
  }

  @Test func `within the cool-down a run waits, and fires when it ends`() {
    // Clears on day 3, so that the run is complete before 30 days have passed since day 0.
    var monitor = HealthDropMonitor(HealthDropRule(confirmDays: 1, cooldownDays: 30))
    let scores =
      Self.days(100, at: 80) + Self.days(4, at: 60) + Self.days(12, at: 80)
      + Self.days(30, at: 60)
    for (index, score) in scores.enumerated() {
      _ = monitor.observe(
        Sample(
          day: Self.start.advanced(by: index),
          score: score,
          standardError: 1,
          mayAlert: true
        )
      )
    }
    #expect(monitor.alerts.map { $0.fired.number - Self.start.number } == [103, 133])
    // The second run began when the median fell again, on the fourth low day.
    #expect(monitor.alerts[1].since.number - Self.start.number == 119)
  }

  @Test func `it says the fall, its threshold, and when it became worse`() throws {
    var monitor = HealthDropMonitor()
    var drop: HealthDrop?
    let scores = Self.days(100, at: 80) + Self.days(12, at: 68) + Self.days(8, at: 57)
    for (index, score) in scores.enumerated() {
      drop = monitor.observe(
        Sample(
          day: Self.start.advanced(by: index),
          score: score,
          standardError: 3,
          mayAlert: true,
          publishedBand: index < 110 ? .watch : .atRisk
        )
      )
    }
    let last = try #require(drop)
    #expect((last.before, last.now) == (80, 57))
    #expect(last.threshold == max(10, 2 * (9 + 9 / 1.5).squareRoot()))
    let alert = try #require(monitor.alerts.last)
    #expect(alert.fired == Self.start.advanced(by: 107))
    #expect(alert.since == Self.start.advanced(by: 103))
    #expect(alert.drop.points == 12)
    // The band; then 23 − 12 ≥ 10 on the fourth day at 57.
    #expect(
      alert.worsenings.map { $0.day } == [110, 115].map { Self.start.advanced(by: $0) }
    )
    #expect(alert.worsenings.map(\.severity) == [.critical, .critical])
  }

  @Test func `nothing is known without a day to compare with`() {
    var monitor = HealthDropMonitor()
    for index in 0..<15 {
      let sample = Sample(
        day: Self.start.advanced(by: index),
        score: 80,
        standardError: 1,
        mayAlert: true
      )
      #expect(monitor.observe(sample) == nil)
    }
  }
}
