import Model
import SQLite
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite(.temporaryDirectory)
struct MigrationTests {
  private let current = Migration.all.count
  private let next =
    Migration.all + [Migration(script: "ALTER TABLE forks ADD COLUMN owner TEXT")]

  @Test func `a new file gets every step and our mark`() async throws {
    try TemporaryDirectory.current.write([], to: "vitals.sqlite")
    try await StoreFixture.make([])
    let connection = try Connection(path: StoreFixture.path, access: .readOnly)
    #expect(try connection.userVersion == Migration.all.count)
    #expect(try connection.applicationID == Int(Schema.applicationID))
  }

  @Test func `an older store is brought up to date with its facts`() async throws {
    try await StoreFixture.make([try StoreFixture.everything()])
    await #expect(
      throws: StoreError.older(path: StoreFixture.path, version: current, supported: current + 1)
    ) {
      try await SQLiteStorage.open(path: StoreFixture.path, access: .readOnly, migrations: next)
    }
    let store = try await SQLiteStorage.open(path: StoreFixture.path, migrations: next)
    #expect(try await store.info().schemaVersion == current + 1)
    #expect(try await store.history(of: StoreFixture.id)?.items.count == 40)
    try await store.close()
    await #expect(
      throws: StoreError.newer(path: StoreFixture.path, version: current + 1, supported: current)
    ) {
      try await SQLiteStorage.open(path: StoreFixture.path)
    }
  }

  @Test func `a step that fails leaves the version before it`() async throws {
    try await StoreFixture.make([try StoreFixture.everything()])
    let broken =
      Migration.all + [Migration(script: "CREATE TABLE extra (i INTEGER); SELECT broken")]
    await #expect(throws: StoreError.self) {
      try await SQLiteStorage.open(path: StoreFixture.path, migrations: broken)
    }
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    #expect(try await store.info().schemaVersion == current)
    #expect(try await store.verify().isEmpty)
    try await store.close()
  }

  @Test func `every version so far becomes the current one with its facts`() async throws {
    for version in 1..<Migration.all.count {
      let path = TemporaryDirectory.current.file("version-\(version).sqlite")
      let old = Array(Migration.all.prefix(version))
      let before = try await SQLiteStorage.open(path: path, migrations: old)
      try await before.withDatabase { connection in
        try connection.execute(
          script: "INSERT INTO repositories VALUES (7, 'octo/tool', 0, 0, 0, 0, 1, 'main')"
        )
      }
      try await before.close()
      let store = try await SQLiteStorage.open(path: path)
      #expect(try await store.info().schemaVersion == current)
      try await store.apply(try StoreFixture.everything())
      #expect(try await store.history(of: StoreFixture.id)?.items.count == 40)
      #expect(try await store.verify().isEmpty)
      try await store.close()
    }
  }
}
