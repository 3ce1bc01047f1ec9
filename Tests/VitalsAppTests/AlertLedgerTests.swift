import Model
import Storage
import Testing

@testable import VitalsApp

struct AlertLedgerTests {
  private static let date = Day(number: 20_000)

  /// A record of something long past, told so many days ago.
  private static func record(opened: Int?) -> AlertRecord {
    var record = AlertRecord(kind: "anomaly", subject: "commits", began: date.advanced(by: -90))
    record.fired = record.began
    record.openedAt = opened.map { date.advanced(by: $0).start }
    return record
  }

  private static let begins: [(reported: Int?, records: [AlertRecord], begin: Int)] = [
    (nil, [], 0),
    // What a first run finds, or only shows, may have begun long ago.
    (nil, [record(opened: nil)], 0),
    (-30, [], -30),
    (nil, [record(opened: -12)], -12),
    (-30, [record(opened: -12)], -30),
    // A report of an earlier day is asked for.
    (9, [], 0),
  ]

  @Test(arguments: begins)
  func `a store tells since when the program has spoken of a repository`(
    _ row: (reported: Int?, records: [AlertRecord], begin: Int)
  ) {
    let begin = AlertLedger(row.records)
      .begin(reportedSince: row.reported.map { Self.date.advanced(by: $0) }, on: Self.date)
    #expect(begin == Self.date.advanced(by: row.begin))
  }
}
