import Foundation
import SQLite
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite(.temporaryDirectory)
struct LifecycleTests {
  @Test func `one file remains after closing`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    #expect(try TemporaryDirectory.current.names().contains("vitals.sqlite-wal"))
    try await store.close()
    try await store.close()
    #expect(try TemporaryDirectory.current.names() == ["vitals.sqlite"])
    let header = try TemporaryDirectory.current.bytes(of: "vitals.sqlite")[18...19]
    #expect(Array(header) == [1, 1], "the file says that it has no log")
  }

  @Test func `looking at a store changes nothing`() async throws {
    try await StoreFixture.make([try StoreFixture.everything()])
    let folder = TemporaryDirectory.current
    let before = try folder.bytes(of: "vitals.sqlite")
    let store = try await SQLiteStorage.open(path: StoreFixture.path, access: .readOnly)
    #expect(try await store.info().repositories.count == 1)
    #expect(try folder.names() == ["vitals.sqlite"])
    await #expect(throws: StoreError.self) {
      try await store.apply(try StoreFixture.everything())
    }
    try await store.close()
    #expect(try folder.bytes(of: "vitals.sqlite") == before)
  }

  @Test func `what a killed run had committed is there at the next opening`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.everything())
    let facts = try await store.dump()
    let folder = TemporaryDirectory.current
    for suffix in ["", "-wal"] {
      try folder.write(try folder.bytes(of: "vitals.sqlite" + suffix), to: "killed" + suffix)
    }
    let path = folder.file("killed")
    let reader = try await SQLiteStorage.open(path: path, access: .readOnly)
    #expect(try await reader.dump() == facts)
    try await reader.close()
    let writer = try await SQLiteStorage.open(path: path)
    #expect(try await writer.dump() == facts)
    try await writer.close()
    #expect(try !folder.names().contains("killed-wal"))
    try await store.close()
  }

  @Test func `an apply that fails half-way writes nothing`() async throws {
    let store = try await SQLiteStorage.open(path: StoreFixture.path)
    try await store.apply(try StoreFixture.founding())
    let before = try await store.dump()
    try await store.withDatabase { connection in
      try connection.execute(
        script: """
          CREATE TRIGGER refuse BEFORE INSERT ON releases
          BEGIN SELECT RAISE(ABORT, 'no releases today'); END
          """
      )
    }
    await #expect(throws: StoreError.self) {
      try await store.apply(try StoreFixture.everything())
    }
    #expect(try await store.dump() == before)
    #expect(try await store.cachedResponse(for: "k") == nil)
    try await store.close()
  }
}
