import Model
import SQLite
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite(.temporaryDirectory)
struct QueryPlanTests {
  /// Queries about the store as a whole, which have nothing to search by.
  private static let wholeStore = [
    "SELECT * FROM repositories ORDER BY id",
    "SELECT document FROM runs ORDER BY started DESC LIMIT ?1",
    """
    DELETE FROM cached_responses WHERE rowid <= (
      SELECT rowid FROM cached_responses ORDER BY rowid DESC LIMIT 1 OFFSET ?1)
    """,
  ]

  @Test func `every query of a run finds its rows by an index`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    try await store.apply(try StoreFixture.everything())
    try await readAll(store)
    let plans = try await store.plans()
    #expect(plans.count > 50)
    for (text, steps) in plans where !Self.wholeStore.contains(text) {
      for step in steps {
        #expect(!step.hasPrefix("SCAN") || step == "SCAN CONSTANT ROW", "\(step): \(text)")
        #expect(!step.contains("AUTOMATIC"), "\(step): \(text)")
        #expect(!step.contains("TEMP B-TREE"), "\(step): \(text)")
      }
    }
  }

  private func readAll(_ store: SQLiteStorage) async throws {
    let id = StoreFixture.id
    _ = try await store.repositories()
    _ = try await store.repository(formerly: try #require(RepositoryName("a/b")))
    _ = try await store.streams(of: id)
    _ = try await store.counts(of: id)
    _ = try await store.known(["oid1"], in: id)
    _ = try await store.history(of: id)
    _ = try await store.profile(of: id)
    _ = try await store.titles(of: [1], in: id)
    _ = try await store.deliveries(of: id)
    _ = try await store.removals(of: id)
    _ = try await store.runs(newest: 1)
    try await store.keep(StoreFixture.response, for: "k", atMost: 1)
    _ = try await store.cachedResponse(for: "k")
  }
}

extension SQLiteStorage {
  /// Every statement with rows to find that was prepared, with its plan.
  fileprivate func plans() throws -> [(text: String, steps: [String])] {
    try withDatabase { connection in
      try connection.preparedTexts
        .filter { !["BEGIN", "COMMIT", "ROLLBACK", "PRAGMA"].contains($0.prefix { $0 != " " }) }
        .map { text in (text, try connection.plan(of: SQL(stringLiteral: text))) }
    }
  }
}
