import Analytics
import Collector
import GitHub
import Model
import Storage
import Testing

@testable import GitHubSimulator

struct CollectionTests {
  private let label = "repo-vitals"

  private func collect(
    _ fixture: SimulatorFixture,
    into store: MemoryStore,
    at now: Timestamp
  ) async throws -> History {
    fixture.github.setClock(now)
    let options = Collector.Options(now: now, label: label)
    let collector = Collector(api: fixture.api, store: store, options: options)
    let result = try await collector.collect(fixture.name)
    #expect(result.failures.map { "\($0)" } == [])
    let history = try await store.history(of: fixture.life.repository.id)
    return try #require(history)
  }

  @Test func `the collector stores the whole life`() async throws {
    let fixture = try SimulatorFixture()
    let (life, now) = (fixture.life, fixture.now)
    let history = try await collect(fixture, into: MemoryStore(), at: now)
    let items = Item.Kind.allCases.flatMap { life.items($0, asOf: now) }
    #expect(history.items.count == items.count)
    #expect(history.comments.count == items.reduce(0) { $0 + $1.comments.elements.count })
    #expect(history.reviews.count == items.reduce(0) { $0 + $1.reviews.elements.count })
    #expect(history.commits.count == life.history(asOf: now)?.count)
    #expect(history.forks.count == life.forks(asOf: now).count)
    #expect(history.releases.count == life.releases(asOf: now).count)
    #expect(history.stars.reduce(0) { $0 + $1.count } == life.starCount(asOf: now))
    #expect(fixture.github.requests.count < 25)
  }

  @Test func `a run a week later knows what a first run then would know`() async throws {
    let fixture = try SimulatorFixture()
    let store = MemoryStore()
    let later = fixture.now.advanced(bySeconds: 7 * 86_400)
    _ = try await collect(fixture, into: store, at: fixture.now)
    _ = try await fixture.api.createIssue(
      IssueDraft(
        title: "Health",
        body: "<!-- repo-vitals:v1 kind=health repo=731204553 -->",
        labels: [label]
      ),
      in: fixture.name
    )
    let grown = try await collect(fixture, into: store, at: later)
    let fresh = try await collect(fixture, into: MemoryStore(), at: later)
    #expect(grown.items == fresh.items)
    #expect(grown.comments.count == fresh.comments.count)
    #expect(grown.reviews.count == fresh.reviews.count)
    #expect(grown.commits == fresh.commits)
    #expect(grown.stars == fresh.stars)
    #expect(!fresh.items.contains { $0.number > fixture.life.items.count })
  }

  @Test func `the score falls with the reviews and recovers in part`() async throws {
    let fixture = try SimulatorFixture()
    let analysis = Analysis(try await collect(fixture, into: MemoryStore(), at: fixture.now))
    func score(_ text: String) throws -> Double {
      let day = try #require(Day(text))
      return try #require(analysis.score(on: day).score)
    }
    let (before, bottom, after) =
      (try score("2026-02-10"), try score("2026-03-16"), try score("2026-03-31"))
    #expect(before > 74)
    #expect(bottom < before - 15)
    #expect((bottom + 5..<before - 5).contains(after))
  }
}
