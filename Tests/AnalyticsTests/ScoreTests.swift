import Glibc
import Model
import Testing

@testable import Analytics

/// Components, lifecycle and the score as a whole, worked out by hand.
struct ScoreTests {
  private let day: Day = "2026-03-31"

  @Test func `fork growth of a repository without forks`() throws {
    let analysis = Analysis(History(repository: .sample(), streams: .complete()))
    let forks = try #require(analysis.component(.forks, on: day))
    // trend(0) = 70; g = 100·.6/60 = 1: .7·70 + 30·ln 2/ln 6.
    let score = try #require(forks.score)
    #expect(abs(score - (49 + 30 * M_LN2 / 1.791759469228055)) < 1e-9)
    #expect(forks.events == 0)
    #expect(forks.points == 15 * score / 100)
    #expect(forks.inputs.map(\.value) == [0, 0, 0, 1])
  }

  @Test func `one merged pull request moves velocity a little from its prior`() throws {
    var history = History(repository: .sample(), streams: .complete())
    history.items = [
      HistoryItem(
        number: 1,
        kind: .pull,
        author: nil,
        createdAt: "2026-03-20",
        closedAt: "2026-03-20T04:00:00Z",
        mergedAt: "2026-03-20T04:00:00Z"
      ),
      HistoryItem(number: 2, kind: .pull, author: nil, createdAt: "2026-03-20", isDraft: true),
      HistoryItem(
        number: 3,
        kind: .pull,
        author: nil,
        createdAt: "2026-03-20",
        closedAt: "2026-03-21"
      ),
    ]
    let velocity = try #require(Analysis(history).component(.velocity, on: day))
    // Half-way from ln .25 to ln 4: a median of 1 h, n = 1, ln H = 5·ln 48/6 = 3.226.
    let median = try #require(velocity.inputs.first?.value)
    #expect(abs(median - 1) < 1e-9)
    #expect(velocity.inputs.dropFirst().map(\.value) == [1, 1, 0])
    // Between ln 24 = 3.178 → 95 and ln 168 = 5.124 → 75.
    let (day, week, logarithm) = (3.1780538303479458, 5.123963979403259, 5 * 3.871201010907891 / 6)
    let score = try #require(velocity.score)
    #expect(abs(score - (95 - 20 * (logarithm - day) / (week - day))) < 1e-9)
  }

  @Test func `components without data say why and keep what is known`() throws {
    let score = Analysis(
      History(repository: .sample(createdAt: "2026-03-10"), streams: .complete())
    )
    .score(on: day)
    for component in score.components {
      #expect(component.score == nil)
      #expect(component.points == nil)
      #expect(component.standardError == nil)
      #expect(component.events == 0)
      #expect(component.status == .unknown)
      #expect(component.reason != nil)
    }
    #expect(score.lifecycle == .new)
    #expect(score.confidence == 0)
    #expect(score.components[0].inputs.map(\.value) == [0, nil, 0, 0, 4 / 8.5])
    #expect(score.reliability == .earlyReading)
  }

  @Test func `baselines use only the windows after the creation`() throws {
    // 70 days old at the end of 31 March: one window of T−60 to T−30 lies wholly after it.
    let forks: [Timestamp] = ["2026-01-25", "2026-02-10", "2026-02-11", "2026-03-10"]
    let history = History(
      repository: .sample(createdAt: "2026-01-21"),
      forks: forks,
      streams: .complete()
    )
    let component = try #require(Analysis(history).component(.forks, on: day))
    #expect(component.inputs.map(\.value) == [1, 2, 3, 100 * 1.6 / 63])
    #expect(component.score != nil)
  }

  private static let lives:
    [(name: String, created: Timestamp, archived: Bool, active: Timestamp?, life: Lifecycle)] = [
      ("archived comes first", "2026-03-01", true, "2026-03-20", .archived),
      ("89 days", "2026-01-02", false, nil, .new),
      ("90 days, nobody ever active", "2026-01-01", false, nil, .inactive),
      ("active 60 days ago", "2025-01-01", false, "2026-01-31", .active),
      ("active 60 days and a second ago", "2025-01-01", false, "2026-01-30T23:59:59Z", .inactive),
    ]

  @Test(arguments: lives) func lifecycle(
    name: String,
    created: Timestamp,
    archived: Bool,
    active: Timestamp?,
    life: Lifecycle
  ) {
    let commits = active.map { HistoryCommit(author: nil, email: "a@b.c", at: $0) }
    let history = History(
      repository: .sample(createdAt: created, isArchived: archived),
      commits: [commits].compactMap(\.self),
      streams: .complete()
    )
    let score = Analysis(history).score(on: day)
    #expect(score.lifecycle == life, "\(name)")
    #expect(life == .active || (score.band == nil && score.publishedBand == nil), "\(name)")
  }

  @Test func `inactivity needs 60 known days`() {
    let history = History(
      repository: .sample(),
      streams: .complete(but: [.commits: .since("2026-02-01")])
    )
    #expect(Analysis(history).score(on: day).lifecycle == .active)
    #expect(Analysis(history).score(on: "2026-04-01").lifecycle == .inactive)
  }

  @Test func `the documents keep the order of their keys`() throws {
    let analysis = Analysis(History(repository: .sample(), streams: .complete()))
    let score = JSONWriter.text(
      ScoreDocument(repository: .sample(), score: analysis.score(on: day)).json
    )
    #expect(
      score.hasPrefix(
        #"{"schema":"repo-vitals/score/1","repository":{"id":1,"name":"octo/repo"},"#
          + #""date":"2026-03-31","lifecycle":"inactive","score":null,"band":null,"#
          + #""published_band":null,"standard_error":null,"confidence":"#
      )
    )
    let metrics = JSONWriter.text(
      MetricsDocument(repository: .sample(), date: day, metrics: analysis.metrics(on: day)).json
    )
    #expect(
      metrics.contains(
        #"{"id":"traffic.views.14d","value":null,"status":"unknown","since":null,"#
          + #""reason":"traffic needs a second token with Administration: read"}"#
      )
    )
    #expect(metrics.hasSuffix(#"],"profile":null}"#))
    let series = JSONWriter.text(
      SeriesDocument(
        repository: .sample(),
        metric: .commits,
        from: day,
        to: day,
        values: analysis.series(.commits, from: day, to: day)
      )
      .json
    )
    #expect(
      series.hasSuffix(
        #""metric":"commits","from":"2026-03-31","to":"2026-03-31","#
          + #""values":[{"date":"2026-03-31","value":0}]}"#
      )
    )
  }
}
