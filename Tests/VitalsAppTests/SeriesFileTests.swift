import Analytics
import Model
import Testing

@testable import VitalsApp

struct SeriesFileTests {
  private static let texts: [(text: String, values: [Double?])] = [
    ("2026-03-01,3", [3]),
    ("date,value\n2026-03-01,3\n2026-03-02,\n2026-03-03,0.5\n", [3, nil, 0.5]),
    ("\u{FEFF}date,value\r\n2026-03-01,3\r\n\r\n2026-03-04,4\r\n", [3, nil, nil, 4]),
    (" 2026-03-01 , 3 \n2026-03-02,1e3\n2026-03-03,-0.0", [3, 1_000, 0]),
    ("2026-03-01,9007199254740992", [9_007_199_254_740_992]),
    ("2026-03-01,", [nil]),
  ]

  @Test(arguments: texts)
  func `lines become days`(_ row: (text: String, values: [Double?])) throws {
    let series = try SeriesFile(Array(row.text.utf8), path: "a.csv").series
    #expect(series == DailySeries(from: try #require(Day("2026-03-01")), row.values))
  }

  @Test(arguments: ["", "\n", "date,value\n\n"])
  func `a file without a day has no series`(text: String) throws {
    #expect(try SeriesFile(Array(text.utf8), path: "a.csv").series == nil)
  }

  private static let form = "a line is date,value, as in 2026-03-31,12."
  private static let unknown = "leave the cell empty where it is unknown."

  private static let faults: [(text: String, messages: [String])] = [
    ("date,value\n2026-02-30,1", ["a.csv:2: error: `2026-02-30` is not a day; \(form)"]),
    ("2026-02-30,1", ["a.csv:1: error: `2026-02-30` is not a day; \(form)"]),
    ("2026-03-01,1,2", ["a.csv:1: error: The line has 3 cells; \(form)"]),
    ("2026-03-01", ["a.csv:1: error: The line has no value; \(form)"]),
    ("x,1\u{1B}[2J\ny\u{1B}[2J,1", ["a.csv:2: error: `y[2J` is not a day; \(form)"]),
    (
      "2026-03-02,1\n2026-03-02,2\n2026-03-01,2\n2026-03-03,2",
      [2, 3]
        .map {
          "a.csv:\($0): error: The day 2026-03-0\(4 - $0) does not come after the one before it; "
            + "sort the lines, and keep one of each day."
        }
    ),
    (
      "2026-03-01,many\n2026-03-02,1\n2026-03-03,0x10\n2026-03-04,nan\n2026-03-05,inf\n2026-03-06,1e",
      [(1, "many"), (3, "0x10"), (4, "nan"), (5, "inf"), (6, "1e")]
        .map {
          "a.csv:\($0): error: `\($1)` is not a number; write one as in 12 or 0.5, and \(unknown)"
        }
    ),
    (
      "2026-03-01,-3\n2026-03-02,9007199254740994\n2026-03-03,1e999",
      [
        "a.csv:1: error: `-3` is less than nothing, and a series counts; leave the cell empty where "
          + "the count is unknown."
      ]
        + [(2, "9007199254740994"), (3, "1e999")]
        .map {
          "a.csv:\($0): error: `\($1)` is above 2^53, where whole numbers have gaps; count in a "
            + "larger unit, such as thousands."
        }
    ),
  ]

  @Test(arguments: faults)
  func `all bad lines are told with their places`(_ row: (text: String, messages: [String])) {
    let error = #expect(throws: SeriesFaults.self) {
      try SeriesFile(Array(row.text.utf8), path: "a.csv")
    }
    #expect(error?.faults.map(\.description) == row.messages)
  }
}

struct SparklineTests {
  private static let lines: [(values: [Double?], text: String)] = [
    ([], ""), ([0, 0], "▁▁"), ([nil, 0, 1, 7], "·▁▂█"), ([-3, 5], "▁█"), ([5, 5], "██"),
  ]

  @Test(arguments: lines)
  func `blocks are as high as the numbers`(_ row: (values: [Double?], text: String)) {
    #expect(Sparkline(row.values).text == row.text)
  }
}
