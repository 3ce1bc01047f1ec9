import GitHub
import Model
import Storage
import TestSupport
import Testing

@testable import Collector

/// Which repository a name stands for.
struct IdentityTests {
  private let fixture: CollectorFixture
  private let other: RepositoryName

  init() throws {
    fixture = try CollectorFixture()
    other = try #require(RepositoryName("octo/renamed"))
  }

  /// Renames the repository; its old name leads to it.
  private func rename() {
    fixture.github.change(CollectorFixture.id) { [other] in $0.record.name = other }
  }

  @Test func `a name that leads to a repository read before is read no further`() async throws {
    rename()
    try await fixture.collect()
    _ = fixture.github.takeOperations()
    let result = try await fixture.collect(other, after: [RepositoryID(rawValue: 7)])
    #expect(fixture.github.takeOperations() == ["RepositoryFacts"])
    #expect(result.repository?.id == RepositoryID(rawValue: 7))
    #expect(result.run.outcome == .complete)
    #expect(result.ownIssues == nil)
  }

  @Test(arguments: [true, false])
  func `a renamed repository keeps its id and where its streams stand`(
    _ isAskedByNewName: Bool
  ) async throws {
    try await fixture.collect()
    let before = try await fixture.history()
    _ = fixture.github.takeOperations()
    rename()
    let result = try await fixture.collect(isAskedByNewName ? other : nil)
    #expect(result.run.name == "octo/renamed")
    let pages = fixture.github.takeOperations().count { $0 == FactsDocument.operationName }
    #expect(pages == (isAskedByNewName ? 2 : 1))
    var after = try await fixture.history()
    #expect(after.repository.name == other)
    after.repository = before.repository
    #expect(after == before)
  }

  @Test func `another repository under a known name starts anew`() async throws {
    try await fixture.collect()
    let before = try await fixture.history()
    let name = fixture.name
    rename()
    fixture.github.with { $0.put(FakeRepository.large(8, name)) }
    let result = try await fixture.collect()
    #expect(result.repository?.id == RepositoryID(rawValue: 8))
    #expect(result.run.outcome == .complete)
    #expect(try await fixture.history(8).items.count == 380)
    #expect(try await fixture.history() == before)
  }

  @Test func `a failure before the other repository is read touches neither`() async throws {
    try await fixture.collect()
    let before = try await fixture.history()
    let name = fixture.name
    rename()
    fixture.github.with { state in
      state.put(FakeRepository.large(8, name))
      state.answered = 1
    }
    let result = try await fixture.collect()
    #expect(result.run.outcome == .failed)
    #expect(result.failures.map(\.failureClass) == ["network"])
    #expect(try await fixture.history() == before)
    #expect(try await fixture.store.repositories().map(\.id.rawValue) == [7])
  }

  @Test func `a name that GitHub does not show is told in one sentence`() async throws {
    let missing = try #require(RepositoryName("octo/missing"))
    let result = try await fixture.collect(missing)
    #expect(result.repository == nil)
    #expect(result.ownIssues == nil)
    #expect(result.run.outcome == .failed)
    #expect(
      result.failures.map(\.description) == [
        "octo/missing does not exist, or the token may not see it; check the name and the token."
      ]
    )
    #expect(try await fixture.store.repositories().isEmpty)
  }
}
