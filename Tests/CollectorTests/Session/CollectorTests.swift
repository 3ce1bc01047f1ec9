import GitHub
import HTTP
import Model
import Storage
import TestSupport
import Testing

@testable import Collector

/// Whole collections, from a GitHub in memory into a store in memory.
struct CollectorTests {
  @Test func `a first run reads everything there is`() async throws {
    let fixture = try CollectorFixture()
    let result = try await fixture.collect()
    #expect(result.failures.isEmpty)
    #expect(result.run.outcome == .complete)
    let expected: [Model.Stream: Int] = [
      .issues: 250, .pulls: 130, .commits: 230, .forks: 120, .releases: 15, .stars: 120,
    ]
    #expect(try await fixture.counts() == expected)
    let history = try await fixture.history()
    let items = fixture.github.with { $0.repositories[history.repository.id]?.items ?? [] }
    #expect(history.comments.count == items.map(\.comments.elements.count).reduce(0, +))
    #expect(history.reviews.count == items.map(\.reviews.elements.count).reduce(0, +))
    #expect(history.items.count { $0.closedAt == nil } == 38)
    #expect(history.snapshots.map(\.stars) == [120])
    #expect(history.snapshots.map(\.openIssues) == [25])
    #expect(history.snapshots.map(\.day) == [fixture.now.day.advanced(by: -1)])
    #expect(history.streams.values.allSatisfy { $0.horizon == .complete })
    #expect(
      history.streams.values.allSatisfy { $0.lastAttempt == .init(at: fixture.now, failure: nil) }
    )
    #expect(history.streams[.issues]?.watermark == FakeRepository.time(750))
  }

  @Test func `a first run needs about as many requests as its largest list has pages`()
    async throws
  {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    let operations = fixture.github.takeOperations()
    #expect(operations.count { $0 == "RepositoryFacts" } == 5)
    #expect(operations.count { $0 == "ItemConversation" } == 2)
    #expect(operations.count { $0 == "history" } == 3)
  }

  @Test func `a second run asks once and changes nothing`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    let first = try await fixture.history()
    _ = fixture.github.takeOperations()
    let result = try await fixture.collect()
    #expect(fixture.github.takeOperations() == ["RepositoryFacts"])
    #expect(result.run.outcome == .complete)
    #expect(try await fixture.history() == first)
  }

  @Test func `an empty repository is complete after its first run`() async throws {
    let fixture = try CollectorFixture(FakeRepository.empty)
    let result = try await fixture.collect()
    #expect(result.run.outcome == .complete)
    #expect(try await fixture.history().streams.values.allSatisfy { $0.horizon == .complete })
    _ = fixture.github.takeOperations()
    try await fixture.collect()
    #expect(fixture.github.takeOperations() == ["RepositoryFacts"])
  }

  @Test func `what is new, changed and reopened is found by the next run`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      repository.touch(5, at: 1_000) { ($0.state, $0.closedAt) = (.open, nil) }
      repository.touch(7, at: 1_001) { $0.comments.elements.removeFirst() }
      var new = FakeRepository.issue(900, comments: 120)
      new.updatedAt = FakeRepository.time(1_002)
      repository.items.append(new)
      repository.push([FakeRepository.commit(1, at: 3, on: "late")])
      repository.forks.append(Fork(id: "F900", createdAt: FakeRepository.time(1_000)))
      repository.stars[FakeRepository.time(24 * 79).day, default: 0] += 5
    }
    let result = try await fixture.collect(hoursLater: 1)
    #expect(result.failures.isEmpty)
    try await expectEverything(of: fixture)
  }

  @Test func `more changes than one page holds are followed down to the watermark`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      for number in 1...190 {
        repository.touch(number, at: 1_000 + number) {
          $0.comments.elements.append(
            FakeRepository.comment(number * 1_000 + 999)
          )
        }
      }
    }
    try await fixture.collect(hoursLater: 1)
    try await expectEverything(of: fixture)
  }

  @Test func `what was deleted is found by the numbers and removed`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      repository.items.removeAll { [3, 260].contains($0.number) }
      repository.forks.removeFirst(2)
      repository.releases.removeFirst()
    }
    let result = try await fixture.collect(hoursLater: 1)
    #expect(result.run.outcome == .complete)
    try await expectEverything(of: fixture)
    let removals = try await fixture.store.removals(of: RepositoryID(rawValue: CollectorFixture.id))
    let expected: [Removal.Row] = [
      .fork(id: "F0"), .fork(id: "F1"), .item(number: 260), .item(number: 3), .release(id: 1),
    ]
    #expect(removals.map(\.row) == expected)
  }

  @Test func `a branch that was rewritten leaves only the commits it has now`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      let kept = repository.commits.dropFirst(40)
      repository.rewrite([FakeRepository.commit(1, at: 300, on: "new")] + kept)
    }
    try await fixture.collect(hoursLater: 1)
    try await expectEverything(of: fixture)
  }

  @Test func `an answer that is too large is asked for in smaller pages`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.nodeLimit = 2_000 }
    let result = try await fixture.collect()
    #expect(result.failures.isEmpty)
    try await expectEverything(of: fixture)
  }

  @Test func `a GitHub that finds every page too large is given up on`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.nodeLimit = 0 }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .failed)
    #expect(result.failures.map(\.failureClass) == ["partialResult"])
  }

  @Test func `a limited backfill reads what is open and the newest, and says how far`()
    async throws
  {
    let fixture = try CollectorFixture()
    // Until 700 hours after the beginning, where issue 200 changed last.
    try await fixture.collect(backfillDays: 54)
    let streams = try await fixture.history().streams
    guard case .since(let horizon)? = streams[.issues]?.horizon else {
      Issue.record("The horizon is \(String(describing: streams[.issues]?.horizon)).")
      return
    }
    #expect(horizon <= fixture.now.advanced(bySeconds: -54 * 86_400))
    #expect(streams[.stars]?.horizon == .complete)
    let counts = try await fixture.counts()
    #expect((counts[.issues] ?? 0) < 250)
    try await fixture.collect(backfillDays: nil)
    try await expectEverything(of: fixture)
  }

  /// The store must hold what a new store would hold after one run.
  private func expectEverything(
    of fixture: CollectorFixture,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let fresh = try CollectorFixture(FakeRepository.empty)
    let repository = fixture.github.with { $0.repositories[RepositoryID(rawValue: 7)] }
    fresh.github.with { state in
      if let repository { state.put(repository) }
    }
    try await fresh.collect()
    let (actual, expected) = (try await fixture.history(), try await fresh.history())
    #expect(actual.items == expected.items, sourceLocation: sourceLocation)
    #expect(actual.comments == expected.comments, sourceLocation: sourceLocation)
    #expect(actual.reviews == expected.reviews, sourceLocation: sourceLocation)
    #expect(actual.commits == expected.commits, sourceLocation: sourceLocation)
    #expect(actual.forks == expected.forks, sourceLocation: sourceLocation)
    #expect(actual.releases == expected.releases, sourceLocation: sourceLocation)
    #expect(
      actual.stars.filter { $0.count > 0 } == expected.stars.filter { $0.count > 0 },
      sourceLocation: sourceLocation
    )
    let horizons = actual.streams.mapValues(\.horizon)
    #expect(horizons == expected.streams.mapValues(\.horizon), sourceLocation: sourceLocation)
  }
}
