import Foundation
import Model
import SQLite
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite(.temporaryDirectory)
struct CopyTests {
  private static let repository = RepositoryID(rawValue: 7)

  private func open() async throws -> SQLiteStorage {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    return store
  }

  private func copy(_ store: SQLiteStorage, for audience: Audience) async throws -> String {
    let path = TemporaryDirectory.current.file("copy.sqlite")
    try? FileManager.default.removeItem(atPath: path)
    return try await store.copy(to: path, for: audience)
  }

  @Test func `a copy knows the same until something is learned`() async throws {
    let store = try await open()
    let first = try await copy(store, for: .members)
    try await store.apply(
      Changes(
        repository: Self.repository,
        run: FinishedRun(started: StoreFixture.time(9), document: "{}")
      )
    )
    #expect(try await copy(store, for: .members) == first)
    try await store.apply(
      Changes(repository: Self.repository, items: [StoreFixture.item(1, comments: 2)])
    )
    #expect(try await copy(store, for: .members) != first)
    try await store.close()
  }

  @Test func `everybody reads neither views and clones nor kept answers`() async throws {
    let store = try await open()
    let day = try #require(Day("2026-03-01"))
    try await store.apply(
      Changes(
        repository: Self.repository,
        traffic: [TrafficDay(day: day, kind: .views, count: 31_337, uniques: 7)]
      )
    )
    _ = try await copy(store, for: .everybody)
    let path = TemporaryDirectory.current.file("copy.sqlite")
    let shown = try await SQLiteStorage.open(path: path, access: .readOnly)
    #expect(try await shown.history(of: Self.repository)?.traffic.isEmpty == true)
    #expect(try await shown.dump() == store.dump())
    _ = try await copy(store, for: .members)
    let whole = try await SQLiteStorage.open(path: path, access: .readOnly)
    #expect(try await whole.history(of: Self.repository)?.traffic.count == 1)
    try await store.close()
  }

  @Test func `nothing of a private repository is left for everybody, not even in free pages`()
    async throws
  {
    let store = try await open()
    try await store.withDatabase { connection in
      try connection.execute(
        script: """
          INSERT INTO repositories SELECT 8, 'octo/hidden-name', created_at, 1, 0, 0, 1, 'main'
            FROM repositories WHERE id = 7;
          INSERT INTO items SELECT 8, number, kind, 'hidden-title', author, created_at, updated_at,
            state, closed_at, merged_at, is_draft, is_locked, is_own, additions, deletions, files
            FROM items WHERE repository = 7;
          INSERT INTO runs VALUES (77, '{"repositories":[{"name":"octo/hidden-name"}]}');
          """
      )
    }
    let facts = try await store.dump().text
    #expect(facts.contains("hidden-name") && facts.contains("hidden-title"))
    _ = try await copy(store, for: .everybody)
    let bytes = try TemporaryDirectory.current.bytes(of: "copy.sqlite")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("hidden"))
    #expect(try await store.removePrivateFacts())
    #expect(try await store.removePrivateFacts() == false)
    #expect(try await store.verify().isEmpty)
    try await store.close()
    let own = try TemporaryDirectory.current.bytes(of: "vitals.sqlite")
    #expect(!String(decoding: own, as: UTF8.self).contains("hidden"))
  }

  @Test func `a file is checked without being changed`() async throws {
    let store = try await open()
    try await store.close()
    try SQLiteStorage.check(StoreFixture.path)
    #expect(throws: StoreError.missing(path: "/nowhere")) { try SQLiteStorage.check("/nowhere") }
  }
}
