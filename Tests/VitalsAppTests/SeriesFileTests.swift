import Analytics
import Model
import Testing

@testable import VitalsApp

struct SeriesFileTests {
  private static let texts: [(text: String, values: [Double?])] = [
    ("2026-03-01,3", [3]),
    ("date,value\n2026-03-01,3\n2026-03-02,\n2026-03-03,0.5\n", [3, nil, 0.5]),
    ("\u{FEFF}date,value\r\n2026-03-01,3\r\n\r\n2026-03-04,4\r\n", [3, nil, nil, 4]),
    (" 2026-03-01 , 3 \n2026-03-02,1e3\n2026-03-03,-2", [3, 1_000, -2]),
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

  private static let faults: [(text: String, message: String)] = [
    (
      "date,value\n2026-02-30,1",
      "a.csv:2: `2026-02-30` is not a day; a line is date,value, as in 2026-03-31,12."
    ),
    (
      "2026-02-30,1",
      "a.csv:1: `2026-02-30` is not a day; a line is date,value, as in 2026-03-31,12."
    ),
    (
      "2026-03-01,1\n2026-03-02,many",
      "a.csv:2: `many` is not a number; leave the value empty where it is unknown."
    ),
    (
      "2026-03-01,nan",
      "a.csv:1: `nan` is not a number; leave the value empty where it is unknown."
    ),
    (
      "2026-03-01,1e999",
      "a.csv:1: `1e999` is not a number; leave the value empty where it is unknown."
    ),
    (
      "2026-03-01,1\n2026-03-01,2",
      "a.csv:2: the day 2026-03-01 does not come after the one before it."
    ),
    (
      "2026-03-02,1\n2026-03-01,2",
      "a.csv:2: the day 2026-03-01 does not come after the one before it."
    ),
    (
      "2026-03-01,1,2",
      "a.csv:1: the line has 3 values; it is date,value, as in 2026-03-31,12."
    ),
    ("2026-03-01", "a.csv:1: the line has 1 value; it is date,value, as in 2026-03-31,12."),
    (
      "x,1\u{1B}[2J\ny,\u{1B}[2J",
      "a.csv:2: `y` is not a day; a line is date,value, as in 2026-03-31,12."
    ),
  ]

  @Test(arguments: faults)
  func `a bad line is told with its place`(_ row: (text: String, message: String)) {
    #expect(throws: AppFailure(.usage, row.message)) {
      try SeriesFile(Array(row.text.utf8), path: "a.csv")
    }
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
