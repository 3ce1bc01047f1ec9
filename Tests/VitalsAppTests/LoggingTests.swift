import Model
import Testing

@testable import VitalsApp

struct LogLineTests {
  private static let time = Timestamp(seconds: 0)

  private struct Case {
    var content: LogLine.Content
    var text: String?
    var json: String
    var actions: String
  }

  private static let cases: [Case] = [
    Case(
      content: .information("page 3"),
      text: "page 3",
      json: #"{"time":"1970-01-01T00:00:00Z","level":"info","message":"page 3"}"#,
      actions: "page 3"
    ),
    Case(
      content: .detail("100 %\nnext"),
      text: "100 % next",
      json: #"{"time":"1970-01-01T00:00:00Z","level":"debug","message":"100 %\nnext"}"#,
      actions: "::debug::100 %25%0Anext"
    ),
    Case(
      content: .diagnostic(Diagnostic(.warning, "a, b: c", file: "x,y:z.yml", line: 3, column: 4)),
      text: "x,y:z.yml:3:4: warning: a, b: c",
      json: #"{"time":"1970-01-01T00:00:00Z","level":"warning","message":"a, b: c","#
        + #""file":"x,y:z.yml","line":3,"column":4}"#,
      actions: "::warning file=x%2Cy%3Az.yml,line=3,col=4::a, b: c"
    ),
    Case(
      content: .diagnostic(Diagnostic(.note, "done")),
      text: "note: done",
      json: #"{"time":"1970-01-01T00:00:00Z","level":"note","message":"done"}"#,
      actions: "::notice::done"
    ),
    Case(
      content: .groupStart("a/b"),
      text: "a/b",
      json: #"{"time":"1970-01-01T00:00:00Z","level":"group","message":"a/b"}"#,
      actions: "::group::a/b"
    ),
    Case(
      content: .groupEnd,
      text: nil,
      json: #"{"time":"1970-01-01T00:00:00Z","level":"endgroup","message":""}"#,
      actions: "::endgroup::"
    ),
  ]

  @Test(arguments: cases)
  private func `a line has three forms`(_ row: Case) {
    let line = LogLine(row.content, at: Self.time)
    #expect(line.formatted(as: .text) == row.text)
    #expect(line.formatted(as: .json) == row.json)
    #expect(line.formatted(as: .actions) == row.actions)
  }

  private static let outside: [(given: String, neutral: String)] = [
    ("a\n::set-env name=x::y", "a ::set-env name=x::y"),
    ("::add-mask::x", ": :add-mask::x"),
    ("  ::error::x", "  : :error::x"),
    ("\u{2028}::error::x", " : :error::x"),
    (":\u{301}:error::x", ":\u{301}:error::x"),
    ("::\u{301}error::x", ": :\u{301}error::x"),
    ("a ##[error]x", "a ## [error]x"),
    ("std::vector", "std::vector"),
    ("\u{1B}[31mred\u{202E}", " [31mred\u{FFFD}"),
  ]

  @Test(arguments: outside)
  func `text from outside commands nobody`(_ row: (given: String, neutral: String)) {
    #expect(Array(row.given.neutralLogLine.utf8) == Array(row.neutral.utf8))
    for format in LogFormat.allCases {
      let line = LogLine(.information(row.given), at: Self.time).formatted(as: format)
      #expect(line?.hasPrefix("::") == false)
      #expect(line?.contains("\n") == false)
    }
  }

  @Test func `a masked value is escaped like any other`() {
    #expect(WorkflowCommand.mask(Secret("a%b")).text == "::add-mask::a%25b")
  }
}

struct ProgressBarTests {
  private static let cases: [(done: Int, total: Int?, seconds: Int, text: String)] = [
    (0, 10, 0, "collect [                    ]   0 % 0/10"),
    (5, 10, 12, "collect [##########          ]  50 % 5/10, about 12 s left"),
    (1, 100, 60, "collect [                    ]   1 % 1/100, about 1 h 39 min left"),
    (2, 10, 60, "collect [####                ]  20 % 2/10, about 4 min left"),
    (10, 10, 90, "collect [####################] 100 % 10/10, 1 min"),
    (12, 10, 90, "collect [####################] 100 % 12/10, 1 min"),
    (7, nil, 5, "collect 7, 5 s"),
    (0, 0, 0, "collect 0, 0 s"),
  ]

  @Test(arguments: cases)
  func `a line tells how far the work is`(
    _ row: (done: Int, total: Int?, seconds: Int, text: String)
  ) {
    let bar = ProgressBar(
      "collect",
      done: row.done,
      total: row.total,
      elapsed: .seconds(row.seconds)
    )
    #expect(bar.text == row.text)
  }
}
