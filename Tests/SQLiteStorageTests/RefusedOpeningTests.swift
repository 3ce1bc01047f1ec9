import Foundation
import SQLite
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite(.temporaryDirectory)
struct RefusedOpeningTests {
  /// Opens the file both ways and expects the same refusal, no byte changed and no file added.
  private func expectRefusal(_ isExpected: (StoreError) -> Bool) async throws {
    let folder = TemporaryDirectory.current
    let before = try folder.bytes(of: "vitals.sqlite")
    for access in [SQLiteStorage.Access.readWrite, .readOnly] {
      let error = await #expect(throws: StoreError.self) {
        try await SQLiteStorage.open(path: StoreFixture.path, access: access)
      }
      #expect(error.map(isExpected) == true, "\(String(describing: error))")
      #expect(error?.description.contains(StoreFixture.path) == true)
      #expect(error?.description.hasSuffix(".") == true)
      #expect(try folder.bytes(of: "vitals.sqlite") == before)
      #expect(try folder.names() == ["vitals.sqlite"])
    }
  }

  private func isDamaged(_ error: StoreError) -> Bool {
    if case .damaged = error { true } else { false }
  }

  private func isForeign(_ error: StoreError) -> Bool {
    if case .foreign = error { true } else { false }
  }

  /// Puts a store of some size into the folder, changed by `change`.
  private func makeStore(_ change: (inout [UInt8]) -> Void) async throws {
    try await StoreFixture.make([try StoreFixture.everything(items: 1...300)])
    let folder = TemporaryDirectory.current
    var bytes = try folder.bytes(of: "vitals.sqlite")
    change(&bytes)
    try folder.write(bytes, to: "vitals.sqlite")
  }

  @Test func `a store that was cut in the middle is damaged`() async throws {
    try await makeStore { $0.removeLast($0.count / 2) }
    try await expectRefusal(isDamaged)
  }

  @Test func `a store that was cut in its header is damaged`() async throws {
    try await makeStore { $0.removeLast($0.count - 50) }
    try await expectRefusal(isDamaged)
  }

  @Test func `a store with overwritten pages is damaged`() async throws {
    try await makeStore { bytes in
      for index in 8_192..<bytes.count { bytes[index] = 0xA5 }
    }
    try await expectRefusal(isDamaged)
  }

  @Test(arguments: ["not a database at all", "x", String(repeating: "\0", count: 8_192)])
  func `a file that is no database is foreign`(text: String) async throws {
    try TemporaryDirectory.current.write(Array(text.utf8), to: "vitals.sqlite")
    try await expectRefusal(isForeign)
  }

  @Test func `a database of another application is foreign`() async throws {
    let other = try Connection(path: StoreFixture.path)
    try other.execute(script: "CREATE TABLE t (i); PRAGMA application_id = 42")
    try await expectRefusal(isForeign)
  }

  @Test func `a store of a later version is newer`() async throws {
    try await makeStore { $0[63] = 200 }
    let supported = Migration.all.count
    let newer = StoreError.newer(path: StoreFixture.path, version: 200, supported: supported)
    try await expectRefusal { $0 == newer }
  }

  @Test(arguments: ["missing/vitals.sqlite", ""])
  func `a path that cannot be a file is unwritable`(name: String) async throws {
    let path = TemporaryDirectory.current.file(name)
    let error = await #expect(throws: StoreError.self) { try await SQLiteStorage.open(path: path) }
    guard case .unwritable = error else {
      Issue.record("The refusal was \(String(describing: error)).")
      return
    }
    #expect(try TemporaryDirectory.current.names().isEmpty)
  }

  @Test func `reading makes no file`() async throws {
    await #expect(throws: StoreError.missing(path: StoreFixture.path)) {
      try await SQLiteStorage.open(path: StoreFixture.path, access: .readOnly)
    }
    #expect(try TemporaryDirectory.current.names().isEmpty)
  }
}
