import Foundation
import Model
import Testing

struct WeekTests {
  /// Days around New Year with the name of their ISO week and its Monday.
  private static func rows() throws -> [(day: Day, name: String, monday: Day)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/iso-weeks.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { line in
        let cells = line.split(separator: ",")
        return (try #require(Day(cells[0])), String(cells[1]), try #require(Day(cells[2])))
      }
  }

  @Test func `a week is that of ISO 8601, across the years`() throws {
    let rows = try Self.rows()
    #expect(rows.count == 48)
    for row in rows {
      #expect(Week(containing: row.day).monday == row.monday, "\(row.day)")
      let same = rows.filter { Week(containing: $0.day) == Week(containing: row.day) }
      #expect(Set(same.map(\.name)) == [row.name])
    }
  }

  @Test func `the week that is over ends on the day or on the Sunday before`() throws {
    for row in try Self.rows() {
      let over = Week(endedBy: row.day)
      #expect(over.sunday <= row.day && row.day < over.sunday.advanced(by: 7))
      #expect((over == Week(containing: row.day)) == (row.day.weekday == 6))
    }
  }

  @Test func `a week is written as its Sunday`() throws {
    let sunday = try #require(Day("2027-01-03"))
    #expect(Week(containing: sunday).description == "2027-01-03")
    #expect(Week("2027-01-03") == Week(containing: sunday))
    #expect(Week("2027-01-04") == nil)
    #expect(Week("W53") == nil)
  }
}
