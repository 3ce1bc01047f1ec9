import Model
import Testing

@testable import Analytics

/// Metrics of small histories, worked out by hand.
struct MetricsTests {
  private let day: Day = "2026-03-31"

  @Test func `every metric appears in order when nothing was collected`() {
    let analysis = Analysis(History(repository: .sample()))
    let metrics = analysis.metrics(on: day)
    #expect(metrics.map(\.id) == MetricID.allCases)
    #expect(metrics.allSatisfy { $0.status == .unknown && $0.value == nil && $0.reason != nil })
    #expect(analysis.score(on: day).score == nil)
  }

  @Test func `an empty repository has counts of zero and no medians`() {
    let analysis = Analysis(History(repository: .sample(), streams: .complete()))
    let commits = analysis.metric(.commitsCount, on: day)
    #expect(commits?.value == 0)
    #expect(commits?.status == .observed)
    #expect(analysis.metric(.firstResponseMedian, on: day)?.status == .unknown)
    let score = analysis.score(on: day)
    // Only forks have data: 15 of 100, below 35.
    #expect(score.score == nil)
    #expect(score.coverage == 0.15)
    #expect(score.lifecycle == .inactive)
  }

  @Test func `a window holds its first instant and not its end`() {
    // The 30 days of 31 March are 2 March 00:00 to 1 April 00:00.
    let times: [Timestamp] = [
      "2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z", "2026-03-31T23:59:59Z",
      "2026-04-01T00:00:00Z",
    ]
    let analysis = Analysis(
      History(repository: .sample(), forks: times, streams: .complete())
    )
    #expect(analysis.metric(.forksGained, on: day)?.value == 2)
  }

  private static let horizons:
    [(horizon: Timestamp, status: MetricStatus, since: Day?, value: Double?)] = [
      ("2026-03-02", .observed, nil, 3), ("2026-03-02T00:00:01Z", .partial, "2026-03-03", 2),
      ("2026-03-30T12:00:00Z", .partial, "2026-03-31", 1),
      // The part-day counts, but no whole day is known.
      ("2026-03-31T00:00:01Z", .unknown, nil, nil), ("2024-01-01", .observed, nil, 3),
    ]

  @Test(arguments: horizons) func horizon(
    horizon: Timestamp,
    status: MetricStatus,
    since: Day?,
    value: Double?
  ) {
    let forks: [Timestamp] = ["2026-03-02", "2026-03-20", "2026-03-31T12:00:00Z"]
    let analysis = Analysis(
      History(
        repository: .sample(),
        forks: forks,
        streams: .complete(but: [.forks: .since(horizon)])
      )
    )
    let metric = analysis.metric(.forksGained, on: day)
    #expect(metric?.status == status)
    #expect(metric?.since == since)
    #expect(metric?.value == value)
  }

  @Test func `open items count however old, and are partial as soon as there is a horizon`() {
    var history = History(
      repository: .sample(),
      streams: .complete(but: [.issues: .since("2026-03-20")])
    )
    history.items = [
      HistoryItem(number: 1, kind: .issue, author: nil, createdAt: "2025-02-01"),
      HistoryItem(number: 2, kind: .issue, author: nil, createdAt: "2026-03-25"),
    ]
    let analysis = Analysis(history)
    let open = analysis.metric(.issuesOpen, on: day)
    #expect(open?.value == 2)
    #expect(open?.since == "2026-03-20")
    #expect(open?.reason == "known only since 20 March 2026")
    #expect(analysis.metric(.issuesOpened, on: day)?.value == 1)
    #expect(analysis.openItems(on: day).map(\.number) == [1, 2])
  }

  @Test func `state is that of the data date`() {
    var history = History(repository: .sample(), streams: .complete())
    history.items = [
      HistoryItem(
        number: 1,
        kind: .pull,
        author: nil,
        createdAt: "2026-03-20",
        closedAt: "2026-04-01",
        mergedAt: "2026-04-01"
      )
    ]
    let analysis = Analysis(history)
    #expect(analysis.metric(.pullsOpen, on: day)?.value == 1)
    #expect(analysis.metric(.pullsMerged, on: day)?.value == 0)
    #expect(analysis.metric(.pullsOpen, on: "2026-04-01")?.value == 0)
    // 20 March to 1 April: 12 days.
    #expect(analysis.metric(.timeToMergeMedian, on: "2026-04-01")?.value == 288)
  }

  @Test func `only a person other than the author responds`() {
    let accounts = [
      Account(id: 1, login: "author"), Account(id: 2, login: "ci-bot"),
      Account(id: 3, login: "helper"),
    ]
    var history = History(repository: .sample(), accounts: accounts, streams: .complete())
    history.items = [
      HistoryItem(number: 1, kind: .issue, author: 0, createdAt: "2026-03-01"),
      HistoryItem(number: 2, kind: .issue, author: 0, createdAt: "2026-03-01"),
    ]
    history.comments = [
      HistoryComment(item: 0, author: 0, at: "2026-03-01T01:00:00Z"),
      HistoryComment(item: 0, author: 1, at: "2026-03-01T02:00:00Z"),
      HistoryComment(item: 0, author: nil, at: "2026-03-01T03:00:00Z"),
      HistoryComment(item: 0, author: 2, at: "2026-03-01T06:00:00Z"),
      // Imported with an older date: answers at the creation.
      HistoryComment(item: 1, author: 2, at: "2026-02-20"),
    ]
    let analysis = Analysis(history, rules: PeopleRules(ignored: ["helper"]))
    // Between 0 and 6 hours; the one who is ignored still answers.
    #expect(analysis.metric(.firstResponseMedian, on: day)?.value == 3)
    #expect(analysis.metric(.answeredInAWeek, on: day)?.value == 1)
    // Three people's comments (author, helper, helper) on two issues.
    #expect(analysis.metric(.commentsPerIssue, on: day)?.value == 1.5)
    #expect(analysis.leftOut.comments == 1)
  }

  private static let totals: [(days: [(Day, Int)], value: Double?, since: Day?)] = [
    ([("2026-03-01", 10), ("2026-03-31", 14)], 4, nil),
    ([("2026-03-05", 11), ("2026-03-09", 12), ("2026-03-31", 14)], 3, "2026-03-06"),
    ([("2026-02-20", 9), ("2026-03-31", 14)], nil, nil),
    ([("2026-03-01", 10)], nil, nil),
  ]

  @Test(arguments: totals) func starsWithoutHistory(
    days: [(Day, Int)],
    value: Double?,
    since: Day?
  ) {
    let history = History(
      repository: .sample(),
      snapshots: days.map { Snapshot(day: $0.0, readAt: $0.0.end, stars: $0.1) },
      streams: .complete(but: [.stars: .nothing])
    )
    let metric = Analysis(history).metric(.starsGained, on: day)
    #expect(metric?.value == value)
    #expect(metric?.since == since)
  }

  @Test func `a release ages from its publication`() {
    let history = History(
      repository: .sample(),
      releases: ["2024-06-01", "2026-03-30T12:00:00Z", "2026-04-02"],
      streams: .complete()
    )
    let analysis = Analysis(history)
    #expect(analysis.metric(.releaseAge, on: day)?.value == 1.5)
    // The one before the repository's creation is left out of the age.
    #expect(analysis.metric(.releaseAge, on: "2026-02-01")?.value == nil)
    #expect(analysis.metric(.releasesCount, on: day)?.value == 1)
  }

  @Test func `disabled issues are unknown`() {
    let history = History(repository: .sample(hasIssues: false), streams: .complete())
    let metric = Analysis(history).metric(.issuesOpen, on: day)
    #expect(metric?.status == .unknown)
    #expect(metric?.reason == "issues are disabled")
    #expect(Analysis(history).series(.issuesOpened, from: day, to: day).map(\.value) == [nil])
  }
}
