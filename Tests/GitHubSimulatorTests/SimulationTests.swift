import Analytics
import Model
import Testing

@testable import GitHubSimulator

struct SimulationTests {
  private let life = SimulatorFixture.life
  private let now = Simulation.defaultNow

  @Test func `the default clock stands at six in the morning of the first of April 2026`() {
    #expect(now == Timestamp("2026-04-01T06:00:00Z"))
    #expect(life.repository.createdAt == Timestamp("2023-10-02T08:12:07Z"))
  }

  @Test func `the same seed gives the same life and another seed another`() {
    let (same, other) = (Simulation(), Simulation(seed: 8))
    #expect(same.items(.pull, asOf: now) == life.items(.pull, asOf: now))
    #expect(same.history(asOf: now) == life.history(asOf: now))
    #expect(same.stars == life.stars)
    #expect(other.items(.pull, asOf: now) != life.items(.pull, asOf: now))
  }

  @Test func `the life is as large as a project of that age`() throws {
    #expect((220...300).contains(life.items(.issue, asOf: now).count))
    #expect((380...460).contains(life.items(.pull, asOf: now).count))
    #expect((800...1_000).contains(try #require(life.history(asOf: now)).count))
    #expect((600...800).contains(life.starCount(asOf: now)))
    #expect((45...75).contains(life.forks(asOf: now).count))
    #expect(life.releases(asOf: now).count == 12)
  }

  private static let instants: [Int] = [0, 86_400, 9_000_000, 40_000_000, 78_000_000]

  @Test(arguments: instants)
  func `nothing is known before it happens`(age: Int) {
    let now = life.repository.createdAt.advanced(bySeconds: age)
    let items = life.items(.issue, asOf: now) + life.items(.pull, asOf: now)
    for item in items {
      let dates =
        [item.createdAt, item.updatedAt, item.closedAt, item.mergedAt].compactMap(\.self)
        + item.comments.elements.map(\.createdAt) + item.reviews.elements.map(\.submittedAt)
      #expect(dates.allSatisfy { $0 <= now && $0 <= item.updatedAt && $0 >= item.createdAt })
      #expect((item.state == .open) == (item.closedAt == nil))
      #expect((item.state == .merged) == (item.mergedAt != nil))
    }
    #expect((life.history(asOf: now) ?? []).allSatisfy { $0.committedAt <= now })
    #expect(life.forks(asOf: now).allSatisfy { $0.createdAt <= now })
    #expect(life.releases(asOf: now).allSatisfy { $0.createdAt <= now })
  }

  @Test func `what happens to an item moves the time of its last change`() throws {
    let earlier = now.advanced(bySeconds: -7 * 86_400)
    for kind in Item.Kind.allCases {
      let before = life.items(kind, asOf: earlier)
      let after = life.items(kind, asOf: now)
      #expect(after.count > before.count)
      for (old, new) in zip(before, after) {
        #expect(old == new || new.updatedAt > earlier, "\(new.number)")
      }
    }
  }

  @Test func `numbers are shared by issues and pull requests and follow creation`() {
    let items = life.items(.issue, asOf: now) + life.items(.pull, asOf: now)
    let sorted = items.sorted { $0.number < $1.number }
    #expect(sorted.map(\.number) == Array(1...items.count))
    #expect(sorted.map(\.createdAt) == sorted.map(\.createdAt).sorted())
  }

  @Test func `weekends are quiet`() throws {
    let days = try #require(life.history(asOf: now)).map(\.committedAt.day.weekday)
    let weekend = Double(days.count { $0 >= 5 }) / 2
    let week = Double(days.count { $0 < 5 }) / 5
    #expect(weekend < week / 2)
  }

  @Test func `stars burst in a week of March 2025`() throws {
    let begin = try #require(Timestamp("2025-03-11T00:00:00Z"))
    let before = life.starCount(asOf: begin)
    let after = life.starCount(asOf: begin.advanced(bySeconds: 7 * 86_400))
    #expect(after - before > 150)
  }

  @Test func `machines, a deleted account and newcomers take part`() {
    let items = life.items(.issue, asOf: now) + life.items(.pull, asOf: now)
    let comments = items.flatMap(\.comments.elements)
    #expect(items.count { $0.author?.kind == .bot } > 40)
    #expect(items.contains { $0.author == nil })
    #expect(comments.contains { $0.author?.login == "octo-ci" && $0.author?.kind == .user })
    #expect(Set(items.compactMap(\.author?.login)).count > 60)
    #expect(life.commits.contains { $0.commit.author == nil })
  }

  @Test func `a few conversations are longer than a page`() {
    let items = life.items(.issue, asOf: now) + life.items(.pull, asOf: now)
    #expect(items.count { $0.comments.elements.count > 100 } >= 1)
    #expect(items.count { $0.comments.elements.count > 20 } >= 3)
  }

  @Test func `titles hold Unicode, markup and names of people`() {
    let titles = life.items.map(\.item.title).joined(separator: "\n")
    for part in ["🚀", "שלום", "|", "`", "@octocat", "<script>", "ドキュメント"] {
      #expect(titles.contains(part))
    }
  }

  @Test func `a commit on the branch leads to what was behind it`() throws {
    let whole = try #require(life.history(asOf: now))
    let earlier = try #require(life.history(asOf: now.advanced(bySeconds: -20 * 86_400)))
    let head = try #require(earlier.first?.oid)
    #expect(life.history(asOf: now, head: head) == earlier)
    #expect(Set(earlier.map(\.oid)).isSubset(of: Set(whole.map(\.oid))))
    #expect(life.history(asOf: now, head: "0000") == nil)
    #expect(whole.map(\.committedAt) == whole.map(\.committedAt).sorted(by: >))
  }
}
