import GitHub
import Model
import TestSupport
import Testing

@testable import Collector

/// A section that the token may not read.
struct RefusalTests {
  /// A section, its stream, and the number of requests that failed with it.
  private static let sections: [(section: FactsSection, stream: Model.Stream)] = [
    (.watchers, .snapshot), (.issues, .issues), (.pulls, .pulls), (.commits, .commits),
    (.forks, .forks), (.releases, .releases),
  ]

  @Test(arguments: sections)
  func `a refused section is named and the others are complete`(
    _ row: (section: FactsSection, stream: Model.Stream)
  ) async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.refused = [row.section] }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .partial)
    let expected = CollectionFailure(
      stream: row.stream,
      failureClass: "permission",
      description: "GitHub did not give \(row.section.words) of octo/tool "
        + "(Resource not accessible by integration); the token needs \(row.section.permission)."
    )
    #expect(result.failures == [expected])
    let streams = try await fixture.history().streams
    for (stream, state) in streams where stream != row.stream {
      #expect(state.horizon == .complete, "\(stream)")
      #expect(state.lastAttempt == .init(at: fixture.now, failure: nil), "\(stream)")
    }
    #expect(
      streams[row.stream]?.lastAttempt?.failure
        == "Resource not accessible by integration; the token needs \(row.section.permission)"
    )
    if row.section != .watchers {
      #expect(streams[row.stream]?.horizon == .nothing)
      #expect(try await fixture.counts()[row.stream] == 0)
    }
  }

  @Test func `what is allowed later is read later`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.refused = [.issues, .forks] }
    try await fixture.collect()
    fixture.github.with { $0.refused = [] }
    let result = try await fixture.collect(hoursLater: 1)
    #expect(result.run.outcome == .complete)
    #expect(try await fixture.counts()[.issues] == 250)
    #expect(try await fixture.counts()[.forks] == 120)
  }

  @Test func `what is refused later keeps what is known`() async throws {
    let fixture = try CollectorFixture()
    try await fixture.collect()
    fixture.github.with { $0.refused = [.issues] }
    try await fixture.collect(hoursLater: 1)
    let history = try await fixture.history()
    #expect(history.items.count == 380)
    #expect(history.streams[.issues]?.horizon == .complete)
    #expect(history.streams[.issues]?.lastAttempt?.failure != nil)
  }

  @Test(arguments: [FactsSection.issues, .pulls, .forks, .releases, .own])
  func `a section that is missing without a word is named, and the others are complete`(
    _ section: FactsSection
  ) async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.silent = [section] }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .partial)
    #expect(
      result.failures.map(\.description) == [
        "GitHub did not give \(section.words) of octo/tool (the answer did not hold it); "
          + "the next run asks for it again."
      ]
    )
    #expect(result.failures.map(\.failureClass) == ["partialResult"])
    for (stream, state) in try await fixture.history().streams
    where stream.rawValue != section.rawValue {
      #expect(state.horizon == .complete, "\(stream)")
    }
  }
}
