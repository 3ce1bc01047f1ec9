import GitHub
import Model
import Storage
import TestSupport
import Testing

@testable import Collector

/// What the tool wrote itself counts nowhere.
struct OwnIssueTests {
  private let fixture: CollectorFixture
  private let body = OwnMarker(kind: "health", repository: RepositoryID(rawValue: 7)).text

  init() throws { fixture = try CollectorFixture() }

  /// Puts the tool's label on an issue.
  private func label(_ number: Int, body: String? = nil, isByViewer: Bool) {
    let body = body ?? self.body
    fixture.github.change(CollectorFixture.id) {
      $0.labelled[number] = .init(body: body, isByViewer: isByViewer)
    }
  }

  private func numbers() async throws -> Set<Int> {
    Set(try await fixture.history().items.map(\.number))
  }

  @Test func `an issue that a person's token wrote with the marker is left out`() async throws {
    label(10, isByViewer: true)
    let result = try await fixture.collect()
    #expect(try await !numbers().contains(10))
    #expect(try await numbers().count == 379)
    #expect(result.ownIssues?.map(\.number) == [10])
  }

  @Test func `what a person wrote under the label counts`() async throws {
    label(10, body: "My own words", isByViewer: true)
    label(20, isByViewer: false)
    let result = try await fixture.collect()
    #expect(try await numbers().isSuperset(of: [10, 20]))
    #expect(result.ownIssues?.map(\.number) == [20, 10])
  }

  @Test func `what another token of the tool wrote is known by its number`() async throws {
    try await fixture.collect()
    let delivery = Delivery(
      kind: "health",
      issue: 10,
      url: "https://github.com/x",
      digest: "d",
      writtenAt: fixture.now
    )
    let id = RepositoryID(rawValue: CollectorFixture.id)
    try await fixture.store.apply(Changes(repository: id, deliveries: [delivery]))
    label(10, isByViewer: false)
    try await fixture.collect(hoursLater: 1)
    #expect(try await !numbers().contains(10))
  }

  @Test func `what was the tool's once stays so when it changes`() async throws {
    label(10, isByViewer: true)
    try await fixture.collect()
    fixture.github.change(CollectorFixture.id) { repository in
      repository.labelled = [:]
      repository.touch(10, at: 1_500)
    }
    try await fixture.collect(hoursLater: 1)
    #expect(try await !numbers().contains(10))
  }

  @Test func `all labelled issues are looked through the first time, then the open ones`()
    async throws
  {
    for number in 1...25 { label(number, isByViewer: true) }
    let first = try await fixture.collect()
    #expect(first.ownIssues?.count == 25)
    #expect(try await numbers().isDisjoint(with: 1...25))
  }

  @Test func `a list that the token may not read is nil, not empty`() async throws {
    fixture.github.with { $0.refused = [.own] }
    let result = try await fixture.collect()
    #expect(result.ownIssues == nil)
    #expect(result.run.outcome == .partial)
  }
}
