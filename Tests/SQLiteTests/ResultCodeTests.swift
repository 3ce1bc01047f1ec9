import SQLite
import Testing

struct ResultCodeTests {
  @Test func `a primary code matches its extensions and an extended one itself alone`() {
    let foreignKey = ResultCode(rawValue: 787)  // SQLITE_CONSTRAINT_FOREIGNKEY
    let unique = ResultCode(rawValue: 2067)  // SQLITE_CONSTRAINT_UNIQUE
    #expect(ResultCode.constraint ~= foreignKey)
    #expect(!(foreignKey ~= unique))
    #expect(!(foreignKey ~= .constraint))
    #expect(foreignKey.primary == .constraint)
  }
}
