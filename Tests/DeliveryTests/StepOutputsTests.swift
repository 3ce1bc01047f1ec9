import Testing

@testable import Delivery

struct StepOutputsTests {
  @Test func `an output is a line`() {
    let text = StepOutputs.text([("score", "73.5"), ("band", "")], behind: [], delimiter: "x")
    #expect(text == "score=73.5\nband=\n")
  }

  @Test(arguments: [("", ""), ("a=b\n", ""), ("previous=value", "\n")])
  func `an open line of an earlier writer is ended first`(kept: String, start: String) {
    let text = StepOutputs.text([("partial", "false")], behind: Array(kept.utf8), delimiter: "x")
    #expect(text == "\(start)partial=false\n")
  }

  @Test(arguments: ["one\ntwo", "one\rtwo", "one\r\ntwo", "\n"])
  func `a value of several lines stands between delimiters`(value: String) {
    let text = StepOutputs.text([("report-path", value)], behind: [], delimiter: "end-1")
    #expect(text == "report-path<<end-1\n\(value)\nend-1\n")
  }

  @Test func `a value cannot end itself`() {
    let value = "one\nend-1\nscore=100\nend-1_"
    let text = StepOutputs.text([("report-path", value)], behind: [], delimiter: "end-1")
    #expect(text == "report-path<<end-1__\n\(value)\nend-1__\n")
  }
}
