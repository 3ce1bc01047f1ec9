import Analytics
import CommonMark
import Model
import Testing

@testable import Reporting

struct ExpectSectionTests {
  private func body(_ outlooks: [SeriesOutlook]) throws -> String {
    var input = SampleInputs.ordinary
    input.outlooks = outlooks
    return try HealthReport(input).document().body
  }

  @Test func `nothing known, nothing said`() throws {
    let body = try body([])
    #expect(!body.contains("What to expect") && !body.contains("How the forecast is made"))
  }

  /// What a report says, and of which outlooks.
  private static let words: [(outlooks: [SeriesOutlook], words: String)] = [
    (
      SampleInputs.outlooks,
      "Checked on the past year, the 30-day range held 21 times in 27 for pull requests, "
        + "22 for issues, 24 for stars."
    ),
    (
      SampleInputs.busyOutlooks,
      "Checked on the days before, the 30-day range held 1 time in 2 for pull requests, "
        + "1 in 1 for issues."
    ),
    (SampleInputs.busyOutlooks, "New pull requests have been rising for half a year."),
    (
      SampleInputs.busyOutlooks,
      "No forecast for stars: none came for much longer than ever before."
    ),
    (SampleInputs.firstOutlooks, "| New pull requests<br>early estimate | **2**<br>0 to 5 |"),
    (SampleInputs.firstOutlooks, "Too few days are known to check it on the past."),
    (SampleInputs.firstOutlooks, "No forecast for issues: fewer than seven days are known."),
  ]

  @Test(arguments: words)
  private func `the words fit what is known`(_ row: (outlooks: [SeriesOutlook], words: String))
    throws
  {
    #expect(try body(row.outlooks).contains(row.words))
  }

  @Test func `a forecast that is no better than last week's number says so`() throws {
    let words = "no better than last week's number"
    // Errors of .79, .78 and .92; then one that is not known and 1.04.
    #expect(try !body(SampleInputs.outlooks).contains(words))
    let busy = try body(SampleInputs.busyOutlooks)
    #expect(busy.ranges(of: words).count == 1)
    #expect(busy.contains("| New issues<br>\(words) | "))
  }

  @Test func `a trend that is not clear is no word`() throws {
    #expect(!(try body(SampleInputs.outlooks)).contains("requests have been"))
  }

  @Test func `what is not forecast has neither row nor chart`() throws {
    let body = try body(Array(SampleInputs.busyOutlooks.suffix(1)))
    #expect(body.contains("### What to expect\n\nNo forecast for stars"))
    #expect(!body.contains("In the next") && !body.contains("How the forecast is made"))
    #expect(!body.contains("with forecast"))
  }

  @Test func `the lines of the chart part at the newest week, and its axis holds them`() throws {
    let body = try body(SampleInputs.busyOutlooks)
    #expect(body.contains("\n    y-axis 0 --> 65\n"))
    for line in ["61, 61, 61, 61", "0, 0, 0, 0", "40, 40, 40, 40"] {
      #expect(body.contains("\n    line [20, 31, 22, 36, 41, \(line)]\n"))
    }
    #expect(body.contains(#"x-axis ["-4", "-3", "-2", "-1", "0", "+1", "+2", "+3", "+4"]"#))
  }

  @Test func `each number of the chart stands below it, too`() throws {
    #expect(try body(SampleInputs.outlooks).contains("0 6 0 2, then 1.3 a week expected (0 to 4)"))
  }
}
