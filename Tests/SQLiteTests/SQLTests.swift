import SQLite
import Testing

struct SQLTests {
  @Test func `values become parameters and never enter the text`() {
    let name = "x'; DROP TABLE repositories; --"
    let sql: SQL = "SELECT * FROM repositories WHERE name = \(name) AND id = \(7)"
    #expect(sql.text == "SELECT * FROM repositories WHERE name = ?1 AND id = ?2")
    #expect(sql.values == [.text(name), .integer(7)])
  }

  @Test func `nil becomes NULL`() {
    let nothing: Int? = nil
    let something: String? = "a"
    let sql: SQL = "VALUES (\(nothing), \(something))"
    #expect(sql.values == [.null, .text("a")])
  }

  @Test func `a name from the source becomes text`() {
    let sql: SQL = "SELECT count(*) FROM \(name: "items")"
    #expect(sql.text == "SELECT count(*) FROM items")
  }
}
