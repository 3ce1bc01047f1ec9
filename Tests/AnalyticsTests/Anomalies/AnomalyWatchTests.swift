import Model
import Testing

@testable import Analytics

struct AnomalyWatchTests {
  private let first: Day = "2025-01-01"

  /// A commit every day of 120, and `many` more on one of them.
  private func analysis(many: Int, on day: Day) -> Analysis {
    var history = History(
      repository: .sample(),
      accounts: [Account(id: 1, login: "ann", kind: .user)],
      streams: .complete()
    )
    let days = (0..<120).map { first.advanced(by: $0) }
    history.commits =
      days
      .flatMap { date in
        [Timestamp](repeating: date.start, count: date == day ? 1 + many : 1)
      }
      .map { HistoryCommit(author: 0, email: "a@example.org", at: $0) }
    return Analysis(history)
  }

  private func watch(_ analysis: Analysis, to day: Day) -> AnomalyWatch {
    analysis.anomalyWatch(upTo: day, rules: AnomalyRules())
  }

  @Test func `a burst is told once, and is over after seven ordinary days`() throws {
    let analysis = analysis(many: 40, on: "2025-04-01")
    #expect(watch(analysis, to: "2025-03-31").alerts == [])
    let alert = try #require(watch(analysis, to: "2025-04-01").alerts.first)
    #expect(alert.subject == .metric("commits"))
    #expect(alert.cleared == nil)
    let later = watch(analysis, to: "2025-04-30")
    let told = later.alerts.filter { $0.subject == .metric("commits") }
    #expect(told.map(\.fired) == ["2025-04-01"])
    #expect(told.first?.cleared != nil)
    #expect(later.isQuiet("commits"))
  }

  @Test func `a series is quiet after seven ordinary days only`() {
    let analysis = analysis(many: 40, on: "2025-04-01")
    #expect(!watch(analysis, to: "2025-04-02").isQuiet("commits"))
    #expect(!watch(analysis, to: "2025-01-05").isQuiet("commits"))
    #expect(!watch(analysis, to: "2025-04-30").isQuiet("nothing"))
  }

  @Test func `before the creation there is nothing to watch`() {
    #expect(watch(analysis(many: 0, on: first), to: "2024-12-31") == AnomalyWatch())
  }
}
