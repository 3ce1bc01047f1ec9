import Model
import Testing

@testable import Analytics

struct InactivityTests {
  private func analysis(
    lastCommit: Timestamp,
    isArchived: Bool = false,
    commitsKnown: Horizon = .complete
  ) -> Analysis {
    var history = History(
      repository: .sample(createdAt: "2025-01-01", isArchived: isArchived),
      streams: .complete(but: [.commits: commitsKnown])
    )
    history.commits = [HistoryCommit(author: nil, email: "a@example.org", at: lastCommit)]
    return Analysis(history)
  }

  private func since(_ analysis: Analysis, on day: Day) -> Day? {
    analysis.inactivity(on: day)?.since
  }

  @Test func `the notice begins at 60 days and is told again at 90`() throws {
    let analysis = analysis(lastCommit: "2025-06-01T12:00:00Z")
    #expect(analysis.inactivity(on: "2025-07-30") == nil)
    let first = try #require(analysis.inactivity(on: "2025-07-31"))
    #expect(first == Inactivity(lastActive: "2025-06-01", since: "2025-07-31", isLong: false))
    #expect(analysis.inactivity(on: "2025-08-29")?.isLong == false)
    #expect(analysis.inactivity(on: "2025-08-30")?.isLong == true)
    #expect(since(analysis, on: "2026-01-01") == "2025-07-31")
  }

  @Test func `it begins neither before the repository is 90 days old nor before 60 are known`() {
    // Ninety days after 1 January is 1 April, the end of 31 March.
    let young = analysis(lastCommit: "2025-01-01")
    #expect(young.inactivity(on: "2025-03-30") == nil)
    #expect(since(young, on: "2025-06-01") == "2025-03-31")
    let unread = analysis(lastCommit: "2025-01-01", commitsKnown: .since("2025-05-02"))
    #expect(unread.inactivity(on: "2025-06-29") == nil)
    #expect(since(unread, on: "2025-07-10") == "2025-06-30")
  }

  @Test func `an archived repository has none`() {
    #expect(
      analysis(lastCommit: "2025-01-01", isArchived: true).inactivity(on: "2026-01-01") == nil
    )
  }
}
