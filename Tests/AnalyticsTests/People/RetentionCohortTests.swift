import Model
import Testing

@testable import Analytics

struct RetentionCohortTests {
  private func analysis(
    _ commits: [(person: Int, at: Timestamp)],
    known: Horizon = .complete
  ) -> Analysis {
    var history = History(
      repository: .sample(),
      streams: .complete(but: [.commits: known])
    )
    history.accounts = (0..<5).map { (id: Int) in Account(id: id, login: "p\(id)", kind: .user) }
    history.commits = commits.map { HistoryCommit(author: $0.person, email: "", at: $0.at) }
    return Analysis(history)
  }

  private static let commits: [(person: Int, at: Timestamp)] = [
    (0, "2025-01-31"), (1, "2025-01-02"), (0, "2025-02-01"), (0, "2025-02-20"), (1, "2025-04-09"),
    (2, "2025-03-15"), (0, "2025-04-01"), (3, "2025-05-20"),
  ]

  @Test func `people count once a month, and months after the data date not at all`() {
    let cohorts = analysis(Self.commits).retentionCohorts(on: "2025-04-30")
    #expect(cohorts.map(\.month) == ["2025-01-01", "2025-03-01"])
    #expect(cohorts.map(\.people) == [2, 1])
    #expect(cohorts.map(\.active) == [[1, 0, 2], [0]])
    #expect(analysis(Self.commits).retentionCohorts(on: "2024-12-31").isEmpty)
  }

  @Test func `nobody is new in the months up to a horizon`() {
    let cohorts = analysis(Self.commits, known: .since("2025-02-10"))
      .retentionCohorts(on: "2025-05-31")
    #expect(cohorts.map(\.month) == ["2025-03-01", "2025-04-01", "2025-05-01"])
    #expect(cohorts.map(\.people) == [1, 1, 1])
  }

  @Test func `half of the commits are by the fewest people`() {
    let analysis = analysis(Self.commits)
    #expect(analysis.peopleBehindAbsenceFactor(on: "2025-05-31") == ["p0"])
    #expect(analysis.peopleBehindAbsenceFactor(on: "2024-12-31").isEmpty)
  }
}
