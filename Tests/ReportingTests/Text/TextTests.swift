import Analytics
import Model
import Testing

@testable import Reporting

/// Numbers, dates and drawings; `_` stands for a no-break space.
struct TextTests {
  private static func marked(_ text: String) -> String {
    text.replacing(NumberText.space, with: "_")
  }

  static let durations: [(hours: Double, text: String)] = [
    (0, "0_min"), (0.28, "17_min"), (0.58, "35_min"), (0.995, "1_h"), (35.9, "36_h"),
    (47.4, "47_h"), (47.6, "2_d"), (68, "2_d 20_h"), (292, "12_d 4_h"), (335.4, "13_d 23_h"),
    (336, "14_d"), (1_440, "60_d"), (2_868, "4_months"), (5_844, "8_months"),
    (.infinity, "unknown"), (-1, "0_min"),
  ]

  @Test(arguments: durations)
  func `a duration`(_ example: (hours: Double, text: String)) {
    #expect(Self.marked(DurationText.of(hours: example.hours)) == example.text)
  }

  static let waits: [(seconds: Int, text: String)] = [
    (-5, "0_h"), (3_599, "0_h"), (86_399, "23_h"), (86_400, "1_d"), (172_799, "1_d"),
    (119 * 86_400, "119_d"), (120 * 86_400, "4_months"),
  ]

  @Test(arguments: waits)
  func `a wait counts whole days that have passed`(_ example: (seconds: Int, text: String)) {
    let start = Timestamp(seconds: 1_000_000)
    let end = start.advanced(bySeconds: example.seconds)
    #expect(Self.marked(DurationText.waiting(from: start, to: end)) == example.text)
  }

  static let numbers: [(text: String, expected: String)] = [
    (NumberText.count(1_234_567), "1,234,567"), (NumberText.count(-1_207), "−1,207"),
    (NumberText.count(.min), "−9,223,372,036,854,775,808"), (NumberText.count(999), "999"),
    (NumberText.fixed(9.65, decimals: 1), "9.7"), (NumberText.fixed(-0.04, decimals: 1), "0.0"),
    (NumberText.fixed(1.05, decimals: 2), "1.05"), (NumberText.fixed(.nan, decimals: 1), "unknown"),
    (NumberText.short(4.0), "4"), (NumberText.short(9.67), "9.7"), (NumberText.share(0.555), "56%"),
    (NumberText.change(0.04, decimals: 1), "0"),
    (NumberText.change(-11.645, decimals: 1), "▼_11.6"),
    (NumberText.change(14, decimals: 0), "▲_14"), (NumberText.capitalWord(10), "Ten"),
    (NumberText.word(11), "11"), (CountText.of(1, "issue"), "1_issue"),
    (CountText.of(2, "person", "people"), "2_people"), (CountText.list([]), ""),
    (CountText.plain(1, "run"), "1 run"), (CountText.plain(1_234, "byte"), "1234 bytes"),
    (CountText.words(1, "day"), "one day"), (CountText.words(12, "day"), "12 days"),
    (CountText.share(0, of: 5, "part"), "no part"),
    (CountText.share(2, of: 5, "part"), "two of five parts"),
    (CountText.share(5, of: 5, "part"), "all five parts"),
    (MetricCatalogue.text(65.6, .count), "66"), (MetricCatalogue.text(65.4, .count), "65"),
    (CountText.list(["a"]), "a"), (CountText.list(["a", "b", "c"]), "a, b and c"),
    (Marks.bar(64.7), "■■■■■■□□□□"), (Marks.bar(0), "□□□□□□□□□□"), (Marks.bar(120), "■■■■■■■■■■"),
    (Marks.sparkline([0, nil, 7]), "▁·█"), (Marks.sparkline([3, 3]), "▁▁"),
    (Marks.sparkline([nil]), "·"),
  ]

  @Test(arguments: numbers)
  func `a number`(_ example: (text: String, expected: String)) {
    #expect(Self.marked(example.text) == example.expected)
  }

  static let scores: [(score: Double, shown: Int, band: Band)] = [
    (79.5, 80, .thriving), (79.49, 79, .healthy), (64.5, 65, .healthy), (49.5, 50, .watch),
    (49.4, 49, .atRisk), (-3, 0, .atRisk), (104, 100, .thriving),
  ]

  @Test(arguments: scores)
  func `a score is rounded half up before its band`(
    _ example: (score: Double, shown: Int, band: Band)
  ) {
    #expect(NumberText.score(example.score) == example.shown)
    #expect(Band(score: example.score) == example.band)
  }

  @Test func `dates name the year where it is not plain`() {
    let day = SampleInputs.day("2023-08-05")
    #expect(Self.marked(DateText.day(day)) == "5_August")
    #expect(Self.marked(DateText.day(day, near: SampleInputs.day("2024-01-01"))) == "5_August 2023")
    #expect(Self.marked(DateText.day(day, near: day)) == "5_August")
    #expect(
      Self.marked(DateText.instant(SampleInputs.time("2023-08-05T06:07:59Z"))) == "5_August, 06:07"
    )
  }

  static let remainders: [(values: [Double], shown: [Double])] = [
    ([23.539, 15.155, 17.762, 6.451], [23.5, 15.2, 17.8, 6.4]),
    ([-0.3, -4.2, -0.5, -0.6, -6.0], [-0.3, -4.2, -0.5, -0.6, -6.0]),
    ([0.04, 0.04, 0.04], [0.1, 0, 0]), ([-0.04, -0.04, -0.04], [0, 0, -0.1]), ([], []),
  ]

  @Test(arguments: remainders)
  func `what is shown adds up`(_ example: (values: [Double], shown: [Double])) {
    #expect(LargestRemainder.tenths(example.values) == example.shown)
  }

  @Test func `a long title is cut at a word`() {
    let title = "Replace record-level padding with handshake-level padding in every message"
    #expect(
      Links.shortened(title) == "Replace record-level padding with handshake-level padding…"
    )
    #expect(Links.shortened("short") == "short")
    #expect(Links.shortened(String(repeating: "x", count: 80)).count == 61)
  }
}
