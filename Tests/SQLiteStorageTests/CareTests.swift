import Model
import SQLite
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite(.temporaryDirectory)
struct CareTests {
  @Test func `the dump is the same whatever the order of insertion`() async throws {
    let whole = try StoreFixture.everything()
    try await StoreFixture.make([whole])
    let first = try await SQLiteStorage.open(path: StoreFixture.path, access: .readOnly)
    let second = try await SQLiteStorage.open(path: TemporaryDirectory.current.file("b.sqlite"))
    for part in 0..<4 {
      var changes = whole
      changes.items = whole.items.reversed().filter { $0.number % 4 == part }
      changes.commits = whole.commits.reversed()
      try await second.apply(changes)
    }
    let dump = try await first.dump()
    #expect(try await second.dump() == dump)
    #expect(dump.tables.allSatisfy { !$0.lines.isEmpty })
    #expect(dump.text.contains("== forks\n7\tR_1\t"))
    #expect(!dump.without(["snapshots"]).text.contains("== snapshots"))
    try await second.close()
  }

  @Test func `the dump tells stores apart by a single fact`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    var changes = try StoreFixture.everything()
    try await store.apply(changes)
    let before = try await store.dump()
    changes.items = [StoreFixture.item(1, comments: 2)]
    try await store.apply(changes)
    #expect(try await store.dump() != before)
    #expect(
      try await store.dump().without(["comments"]).tables == before.without(["comments"]).tables
    )
    try await store.close()
  }

  @Test func `a store says what it holds`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    let info = try await store.info()
    #expect(info.fileSize > 0 && info.runs == 1 && info.schemaVersion == Migration.all.count)
    let repository = try #require(info.repositories.first)
    #expect(repository.name.description == "octo/tool")
    #expect(repository.newestSnapshot == StoreFixture.time(0).day)
    #expect(repository.streams[.issues]?.horizon == .complete)
    let rows = Dictionary(uniqueKeysWithValues: repository.rows.map { ($0.table, $0.count) })
    #expect(rows["items"] == 40 && rows["reviews"] == 20 && rows["tombstones"] == 6)
    try await store.close()
  }

  @Test func `verifying finds broken references and broken rules`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    #expect(try await store.verify().isEmpty)
    try await store.withDatabase { connection in
      try connection.execute(
        script: """
          PRAGMA foreign_keys = OFF;
          DELETE FROM items WHERE number = 1;
          UPDATE items SET state = 'merged' WHERE number = 2;
          INSERT INTO tombstones VALUES (7, 'item', '3', 0);
          DELETE FROM download_readings;
          """
      )
    }
    let problems = try await store.verify()
    #expect(problems.count == 4, "\(problems)")
    #expect(problems.first?.contains("comments refers to a row of items") == true)
    try await store.close()
  }

  @Test func `a backup is a store with the same facts and never replaces a file`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    let path = TemporaryDirectory.current.file("copy.sqlite")
    try await store.backup(to: path)
    await #expect(throws: StoreError.self) { try await store.backup(to: path) }
    let copy = try await SQLiteStorage.open(path: path, access: .readOnly)
    #expect(try await copy.dump() == store.dump())
    #expect(try await copy.verify().isEmpty)
    try await store.close()
  }
}
