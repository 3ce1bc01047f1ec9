import Model
import Testing

@testable import Analytics

/// All days in one pass, against each day computed alone.
struct ScoreTimelineTests {
  /// From before the creation to long after the last event.
  private func check(_ analysis: Analysis, days: Int) {
    let first = analysis.repository.createdAt.day
    let scores = analysis.scores(
      from: first.advanced(by: -2),
      to: first.advanced(by: days)
    )
    #expect(scores.count == days + 3)
    for var score in scores {
      score.publishedBand = nil
      #expect(score == analysis.reading(on: score.day), "\(score.day)")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `every day of a random history equals the day computed alone, to the last digit`(
    seed: UInt64
  ) {
    check(Analysis(.random(seed: seed)), days: 550)
  }

  @Test(arguments: 0..<3)
  func `every day of the reference's histories equals the day computed alone`(index: Int) throws {
    let document = try #require(ReferenceDocument.all.dropFirst(index).first)
    check(document.analysis, days: 700)
  }

  @Test func `a part of the days is the same as in all of them`() {
    let analysis = Analysis(.random(seed: 7))
    let day = analysis.repository.createdAt.day
    let all = analysis.scores(from: day, to: day.advanced(by: 300))
    let part = analysis.scores(from: day.advanced(by: 200), to: day.advanced(by: 250))
    #expect(part == Array(all[200...250]))
    #expect(analysis.score(on: day.advanced(by: 250)) == all[250])
    #expect(analysis.scores(from: day, to: day.advanced(by: -1)).isEmpty)
  }

  @Test func `events at the edge of time do not overflow`() {
    var history = History(repository: .sample(), streams: .complete())
    history.forks = [Timestamp(seconds: .min), Timestamp(seconds: .max)]
    history.commits = [
      HistoryCommit(author: nil, email: "a@b.example", at: Timestamp(seconds: .max))
    ]
    history.items = [
      HistoryItem(number: 1, kind: .pull, author: nil, createdAt: Timestamp(seconds: .min)),
      HistoryItem(
        number: 2,
        kind: .issue,
        author: nil,
        createdAt: Timestamp(seconds: .max),
        closedAt: Timestamp(seconds: .max)
      ),
    ]
    check(Analysis(history), days: 200)
  }
}
