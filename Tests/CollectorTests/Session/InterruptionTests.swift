import GitHub
import HTTP
import Model
import Storage
import TestSupport
import Testing

@testable import Collector

/// A run that ends anywhere is continued by the next.
struct InterruptionTests {
  /// What ends a run at once, as the death of its process would.
  private struct Killed: Error {}

  /// Requests of a first run: 5 of facts, 2 of a conversation, 3 of stars, 1 of the community.
  private static let requests = 0...11

  @Test(arguments: requests)
  func `a run that was cut off is continued to the same store`(_ answered: Int) async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.answered = answered }
    let cut = try await fixture.collect()
    #expect((cut.run.outcome == .complete) == (answered == Self.requests.upperBound))
    try await expectContinuation(fixture)
  }

  @Test(arguments: requests)
  func `a run that was killed is continued to the same store`(_ answered: Int) async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { ($0.answered, $0.failure) = (answered, Killed()) }
    if answered < Self.requests.upperBound {
      await #expect(throws: Killed.self) { try await fixture.collect() }
    }
    try await expectContinuation(fixture)
  }

  @Test func `a store that is cut off again and again gets there`() async throws {
    let fixture = try CollectorFixture()
    for _ in 0..<12 {
      fixture.github.with { $0.answered = 3 }
      try await fixture.collect()
    }
    try await expectContinuation(fixture)
  }

  private func expectContinuation(
    _ fixture: CollectorFixture,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    fixture.github.with { $0.answered = .max }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .complete, sourceLocation: sourceLocation)
    let undisturbed = try CollectorFixture()
    try await undisturbed.collect()
    let (actual, expected) = (try await fixture.history(), try await undisturbed.history())
    for stream in Model.Stream.allCases {
      #expect(
        actual.streams[stream] == expected.streams[stream],
        "\(stream)",
        sourceLocation: sourceLocation
      )
    }
    #expect(actual.items == expected.items, sourceLocation: sourceLocation)
    #expect(actual.comments == expected.comments, sourceLocation: sourceLocation)
    #expect(actual.stars == expected.stars, sourceLocation: sourceLocation)
    #expect(actual.snapshots == expected.snapshots, sourceLocation: sourceLocation)
    #expect(actual.downloads == expected.downloads, sourceLocation: sourceLocation)
    let isSame = actual == expected
    #expect(isSame, sourceLocation: sourceLocation)
  }

  @Test func `a network that fails is named and leaves what was read`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.answered = 2 }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .partial)
    #expect(result.failures.map(\.failureClass).contains("network"))
    #expect(try await fixture.history().streams[.issues]?.lastAttempt?.failure != nil)
  }

  @Test func `pushes and stars that came while a backfill rested are not missed`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.answered = 3 }
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      repository.push((231...300).reversed().map { FakeRepository.commit($0, at: $0) })
      for number in 200..<240 {
        repository.forks.append(Fork(id: "F\(number)", createdAt: FakeRepository.time(number)))
      }
      repository.touch(9, at: 1_100)
      for number in 80..<84 { repository.stars[FakeRepository.time(24 * number).day] = 3 }
    }
    fixture.github.with { $0.answered = .max }
    try await fixture.collect(hoursLater: 24)
    let expected: [Model.Stream: Int] = [
      .issues: 250, .pulls: 130, .commits: 300, .forks: 160, .releases: 15, .stars: 132,
    ]
    #expect(try await fixture.counts() == expected)
  }

  @Test func `a backfill whose head is gone begins anew`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.answered = 2 }
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      repository.commits = (1...150).reversed().map { FakeRepository.commit($0, at: $0, on: "new") }
      repository.formerHistories = [:]
    }
    fixture.github.with { $0.answered = 60 }
    let result = try await fixture.collect(hoursLater: 1)
    #expect(result.run.outcome == .complete)
    #expect(try await fixture.counts()[.commits] == 150)
  }
}
