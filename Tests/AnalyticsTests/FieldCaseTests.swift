import Model
import Testing

@testable import Analytics

/// Cases that other tools got wrong in the field, with the numbers that are right.
struct FieldCaseTests {
  /// Eleven commits of March 2026 and one of July 2025; see each address for its trap.
  private static let people = History(
    repository: .sample(createdAt: "2025-06-01"),
    accounts: [Account(id: 1_001, login: "alice-new"), Account(id: 3_003, login: "octo_acme")],
    commits: [
      commit(0, "alice@example.org", "2025-07-01T10:00:00Z"),
      commit(0, "alice@example.org", "2026-03-10T10:00:00Z"),
      commit(nil, "1001+alice@users.noreply.github.com", "2026-03-11T10:00:00Z"),
      commit(nil, "2002+alice@users.noreply.github.com", "2026-03-12T10:00:00Z"),
      commit(nil, "198982749+Copilot@users.noreply.github.com", "2026-03-13T10:00:00Z"),
      commit(1, "octo@corp.example", "2026-03-14T10:00:00Z"),
      commit(nil, "3003+octo_acme@users.noreply.github.com", "2026-03-15T10:00:00Z"),
      commit(nil, "octo_acme@users.noreply.github.com", "2026-03-16T10:00:00Z"),
      commit(nil, "Mixed.Case@Example.org", "2026-03-17T10:00:00Z"),
      commit(nil, "mixed.case@example.org", "2026-03-18T10:00:00Z"),
      commit(nil, "-ACE-@users.noreply.github.com", "2026-03-19T10:00:00Z"),
    ],
    streams: .complete()
  )

  @Test func `one person with several addresses counts once`() {
    let analysis = Analysis(Self.people)
    let day: Day = "2026-03-31"
    #expect(analysis.metric(.commitsCount, on: day)?.value == 9)
    #expect(analysis.metric(.contributorsActive, on: day)?.value == 5)
    #expect(analysis.metric(.contributorsNew, on: day)?.value == 4)
    #expect(analysis.metric(.absenceFactor, on: day)?.value == 2)
    #expect(analysis.leftOut.accounts == 1)
    #expect(analysis.leftOut.commits == 1)
    let known = analysis.newcomers(on: day).map(\.login)
    #expect(known == [nil, "octo_acme", nil, nil])
  }

  @Test func `an ignored person leaves the counts of people but not the commits`() {
    let analysis = Analysis(Self.people, rules: PeopleRules(ignored: ["octo_acme"]))
    #expect(analysis.metric(.contributorsActive, on: "2026-03-31")?.value == 4)
    #expect(analysis.metric(.commitsCount, on: "2026-03-31")?.value == 9)
    // Alice 3 of the 7 that are left, so two people make the half.
    #expect(analysis.metric(.absenceFactor, on: "2026-03-31")?.value == 2)
  }

  /// Dates of 1970, 2038, 2050 and 9999 among ordinary ones.
  private static let dates = History(
    repository: .sample(createdAt: "2026-01-05"),
    accounts: [Account(id: 4_004, login: "pat"), Account(id: 4_005, login: "rob")],
    commits: [
      commit(1, "rob@example.org", "1970-01-01T00:00:00Z"),
      commit(0, "pat@example.org", "2026-01-05T10:00:00Z"),
      commit(1, "rob@example.org", "2026-03-20T10:00:00Z"),
      commit(0, "pat@example.org", "2026-03-31T23:59:59Z"),
      commit(0, "pat@example.org", "2026-04-01T00:00:00Z"),
      commit(0, "pat@example.org", "2026-04-02T09:00:00Z"),
      commit(0, "pat@example.org", "2038-01-19T03:14:08Z"),
      commit(0, "pat@example.org", "2050-06-01T00:00:00Z"),
      commit(0, "pat@example.org", "9999-12-31T23:59:59Z"),
    ],
    streams: .complete()
  )

  @Test func `commits dated far from the truth disturb nothing`() {
    let analysis = Analysis(Self.dates)
    #expect(analysis.metric(.commitsCount, on: "2026-03-31")?.value == 2)
    #expect(analysis.metric(.contributorsActive, on: "2026-03-31")?.value == 2)
    #expect(analysis.metric(.contributorsNew, on: "2026-03-31")?.value == 0)
    #expect(analysis.metric(.commitsCount, on: "2026-04-02")?.value == 4)
    let series = analysis.series(.commits, from: "2026-01-05", to: "2026-03-31")
    #expect(series.count == 86)
    #expect(series.compactMap(\.value).reduce(0, +) == 3)
    #expect(series.compactMap(\.value).count == 86)
  }

  @Test func `a day without a reading is unknown, not copied`() {
    let history = History(
      repository: .sample(),
      snapshots: [
        Snapshot(day: "2026-03-31", readAt: "2026-04-01T18:05:00Z", stars: 10),
        Snapshot(day: "2026-04-02", readAt: "2026-04-03T00:10:00Z", stars: 12),
      ]
    )
    let analysis = Analysis(history)
    #expect(analysis.metric(.starsTotal, on: "2026-03-31")?.value == 10)
    let missed = analysis.metric(.starsTotal, on: "2026-04-01")
    #expect(missed?.value == nil)
    #expect(missed?.status == .unknown)
    #expect(analysis.metric(.starsTotal, on: "2026-04-02")?.value == 12)
  }

  @Test func `instants at the edge of an integer trap nowhere`() {
    let edges = [Timestamp(seconds: .min), Timestamp(seconds: .max)]
    var history = History(
      repository: .sample(),
      accounts: [Account(id: 1, login: "a"), Account(id: 2, login: "b")],
      streams: .complete()
    )
    for (index, edge) in (edges + edges).enumerated() {
      let opposite = edges[(index + 1) % 2]
      history.items.append(
        HistoryItem(
          number: index + 1,
          kind: index < 2 ? .pull : .issue,
          author: 0,
          createdAt: edge,
          closedAt: opposite,
          mergedAt: index < 2 ? opposite : nil
        )
      )
      history.comments.append(HistoryComment(item: index, author: 1, at: opposite))
      history.commits.append(HistoryCommit(author: 0, email: "", at: edge))
    }
    (history.forks, history.releases) = (edges, edges)
    let analysis = Analysis(history)
    #expect(analysis.metrics(on: "2026-01-01").count == MetricID.allCases.count)
    #expect(analysis.score(on: "2026-01-01").components.count == 5)
    #expect(analysis.openItems(on: "2026-01-01").count <= 4)
  }

  private static func commit(
    _ author: Int?,
    _ email: String,
    _ at: Timestamp
  ) -> HistoryCommit {
    HistoryCommit(author: author, email: email, at: at)
  }
}
