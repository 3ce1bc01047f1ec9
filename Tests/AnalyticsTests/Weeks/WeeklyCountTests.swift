import Model
import Testing

@testable import Analytics

struct WeeklyCountTests {
  private let sunday: Day = "2025-06-15"

  private func analysis(_ streams: [Stream: StreamState] = .complete()) -> Analysis {
    var history = History(
      repository: .sample(),
      accounts: [
        Account(id: 1, login: "ann", kind: .user), Account(id: 2, login: "bob", kind: .user),
      ],
      streams: streams
    )
    func pull(_ number: Int, _ created: Timestamp, merged: Timestamp?) -> HistoryItem {
      HistoryItem(
        number: number,
        kind: .pull,
        author: 0,
        createdAt: created,
        closedAt: merged,
        mergedAt: merged
      )
    }
    history.items = [
      pull(1, "2025-06-09", merged: "2025-06-15T23:59:59Z"),
      pull(2, "2025-06-08T23:59:59Z", merged: "2025-06-16"),
      pull(3, "2025-05-01", merged: nil),
    ]
    history.commits = [
      HistoryCommit(author: 1, email: "b@example.org", at: "2025-06-10"),
      HistoryCommit(author: 1, email: "b@example.org", at: "2025-06-11"),
    ]
    return Analysis(history)
  }

  private func values(_ kind: WeeklyCount.Kind, _ analysis: Analysis) -> [Int?]? {
    analysis.weeklyCounts(upTo: sunday, weeks: 3).first { $0.kind == kind }?.values
  }

  @Test func `events count in the seven days that end with their Sunday`() {
    let analysis = analysis()
    #expect(values(.pullsOpened, analysis) == [0, 1, 1])
    #expect(values(.pullsMerged, analysis) == [0, 0, 1])
    #expect(values(.commits, analysis) == [0, 0, 2])
    #expect(values(.people, analysis) == [0, 1, 2])
  }

  @Test func `a week before the horizon or the creation is unknown`() {
    let analysis = analysis(.complete(but: [.pulls: .since("2025-06-02T12:00:00Z")]))
    #expect(values(.pullsOpened, analysis) == [nil, nil, 1])
    #expect(values(.commits, analysis) == [0, 0, 2])
    let early = analysis.weeklyCounts(upTo: "2025-01-12", weeks: 2).first { $0.kind == .commits }
    #expect(early?.values == [nil, 0])
  }

  @Test func `what is open at the end of each week is known when all pull requests are`() {
    #expect(analysis().openPullsByWeek(upTo: sunday, weeks: 3) == [1, 2, 2])
    let partial = analysis(.complete(but: [.pulls: .since("2025-01-02")]))
    #expect(partial.openPullsByWeek(upTo: sunday, weeks: 2) == [nil, nil])
  }

  @Test func `an item stands as it did at the end of the day`() {
    let analysis = analysis()
    #expect(
      analysis.standings(of: [1, 2, 3, 9], on: sunday).map(\.state) == [.merged, .open, .open]
    )
    #expect(analysis.standings(of: [1], on: "2025-06-14").map(\.state) == [.open])
    #expect(analysis.standings(of: [1], on: "2025-06-08") == [])
  }
}
