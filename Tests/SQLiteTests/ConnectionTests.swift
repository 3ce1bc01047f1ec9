import Foundation
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory)
struct ConnectionTests {
  private func connection(_ name: String = "a.sqlite") throws -> Connection {
    try Connection(path: TemporaryDirectory.current.file(name))
  }

  @Test func `values come back as they went in`() throws {
    let connection = try connection()
    try connection.run("CREATE TABLE t (i INTEGER, s TEXT, b BLOB) STRICT")
    let texts = ["", "a\0b", "e\u{301}", "\u{E9}", "😀"]
    for (index, text) in texts.enumerated() {
      try connection.run("INSERT INTO t VALUES (\(Int.min + index), \(text), \(Array(text.utf8)))")
    }
    let rows = try connection.rows("SELECT * FROM t ORDER BY i") { row in
      (row.int(0), Array(row.text(1).utf8), row.blob(2))
    }
    #expect(rows.map(\.0) == texts.indices.map { Int.min + $0 })
    #expect(rows.map(\.1) == texts.map { Array($0.utf8) })
    #expect(rows.map(\.2) == texts.map { Array($0.utf8) })
  }

  @Test func `an empty text and an empty blob are not NULL`() throws {
    let connection = try connection()
    let row = try connection.first("SELECT \("") IS NULL, \([UInt8]()) IS NULL") {
      ($0.bool(0), $0.bool(1))
    }
    #expect(row?.0 == false && row?.1 == false)
  }

  @Test func `an error says what was done and never the values`() throws {
    let connection = try connection()
    try connection.run("CREATE TABLE t (s TEXT UNIQUE) STRICT")
    try connection.run("INSERT INTO t VALUES (\("hunter2"))")
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (\("hunter2"))")
    }
    #expect(error.map { ResultCode.constraint ~= $0.code } == true)
    #expect(error?.description.contains("INSERT INTO t VALUES (?1)") == true)
    #expect(error?.description.contains("hunter2") == false)
  }

  @Test func `a statement is prepared once and works again after an error`() throws {
    let connection = try connection()
    try connection.run("CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT")
    for value in [1, 1, 2] { try? connection.run("INSERT INTO t VALUES (\(value))") }
    #expect(try connection.rows("SELECT i FROM t ORDER BY i") { $0.int(0) } == [1, 2])
    #expect(connection.preparedTexts.count { $0.hasPrefix("INSERT") } == 1)
  }

  @Test func `a query may run inside itself`() throws {
    let connection = try connection()
    try connection.run("CREATE TABLE t (i INTEGER) STRICT")
    for value in 1...3 { try connection.run("INSERT INTO t VALUES (\(value))") }
    var pairs = 0
    try connection.forEach("SELECT i FROM t") { _ in
      try connection.forEach("SELECT i FROM t") { _ in pairs += 1 }
    }
    #expect(pairs == 9)
  }

  @Test func `a transaction is undone when its body throws`() throws {
    struct Stop: Error {}
    let connection = try connection()
    try connection.run("CREATE TABLE t (i INTEGER) STRICT")
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(try connection.rows("SELECT i FROM t") { $0.int(0) }.isEmpty)
    try connection.transaction { try connection.run("INSERT INTO t VALUES (2)") }
    #expect(try connection.rows("SELECT i FROM t") { $0.int(0) } == [2])
  }

  @Test func `a writer waits for no longer than it was told`() throws {
    let path = TemporaryDirectory.current.file("a.sqlite")
    let first = try Connection(path: path)
    let second = try Connection(path: path, busyTimeout: 1)
    try first.run("BEGIN IMMEDIATE")
    let error = #expect(throws: SQLiteError.self) { try second.transaction {} }
    #expect(error?.code.primary == .busy)
  }

  @Test func `a word that is none of a closed set is an error`() throws {
    enum Colour: String { case red }
    let connection = try connection()
    let red = try connection.first("SELECT 'red'") { row in try row.word(0, as: Colour.self) }
    #expect(red == .red)
    let error = #expect(throws: SQLiteError.self) {
      try connection.first("SELECT 'blue' AS c") { row in try row.word(0, as: Colour.self) }
    }
    #expect(error?.code == .mismatch)
  }

  @Test func `a file that is not there is not made for reading`() throws {
    let path = TemporaryDirectory.current.file("none.sqlite")
    #expect(throws: SQLiteError.self) { _ = try Connection(path: path, access: .readWrite) }
    #expect(throws: SQLiteError.self) { _ = try Connection(path: path, access: .immutable) }
    #expect(try TemporaryDirectory.current.names().isEmpty)
  }

  @Test(arguments: [":memory:", "a?b#c%41 é.sqlite", "file:x?mode=memory"])
  func `a path is a path whatever it looks like`(name: String) throws {
    let path = TemporaryDirectory.current.file(name)
    try Connection(path: path).setUserVersion(3)
    #expect(try Connection(path: path, access: .immutable).userVersion == 3)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `a backup is one sound file with the same rows`() throws {
    let connection = try connection()
    try connection.setJournalMode(.wal)
    try connection.setApplicationID(7)
    try connection.run("CREATE TABLE t (i INTEGER) STRICT")
    try connection.run("INSERT INTO t VALUES (5)")
    let folder = TemporaryDirectory.current
    try connection.backup(to: folder.file("copy.sqlite"))
    #expect(try !folder.names().contains("copy.sqlite-wal"))
    let copy = try Connection(path: folder.file("copy.sqlite"), access: .readOnly)
    #expect(try copy.rows("SELECT i FROM t") { $0.int(0) } == [5])
    #expect(try copy.applicationID == 7)
    #expect(try copy.quickCheck().isEmpty)
  }

  @Test func `a plan tells a scan from a search`() throws {
    let connection = try connection()
    try connection.run("CREATE TABLE t (i INTEGER PRIMARY KEY, s TEXT) STRICT")
    #expect(try connection.plan(of: "SELECT * FROM t WHERE s = \("a")") == ["SCAN t"])
    #expect(
      try connection.plan(of: "SELECT * FROM t WHERE i = \(1)").first?.hasPrefix("SEARCH") == true
    )
  }
}
