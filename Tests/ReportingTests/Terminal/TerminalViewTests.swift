import Model
import TestSupport
import Testing

@testable import Reporting

struct TerminalViewTests {
  @Test(arguments: [
    ("terminal", SampleInputs.everySection), ("terminal-first-day", SampleInputs.firstDay),
    ("terminal-hostile", SampleInputs.hostile), ("terminal-inactive", SampleInputs.inactive),
    ("terminal-not-enough-data", SampleInputs.notEnoughData),
  ])
  func `the view reads as recorded, in lines of 80 characters`(
    _ example: (name: String, input: ReportInput)
  ) throws {
    let text = TerminalView(example.input).text
    try expectGolden(text, at: Fixture.goldenPath("\(example.name).txt"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func `no text from outside steers a terminal`() {
    var texts = HostileText(seed: 42)
    for number in 0..<1_000 {
      var input = SampleInputs.hostile
      for index in input.openItems.indices { input.openItems[index].title = texts.next() }
      input.newcomers[0].login = texts.next()
      input.newcomers[0].title = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}" + texts.next()
      input.alerts = [
        AlertReading(
          kind: "anomaly",
          subject: "",
          title: "\u{1B}[2J" + texts.next(),
          since: input.date,
          issue: 1
        )
      ]
      let scalars = TerminalView(input).text.unicodeScalars
      #expect(scalars.allSatisfy { !Self.steers($0) }, "text \(number)")
    }
  }

  /// A control character but for the end of a line, or one that changes the direction of text.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test func `a line breaks between words and is indented below its lead`() {
    let words = String(repeating: "word ", count: 20)
    let lines = TerminalText.wrapped(words, lead: "- ")
    #expect(lines.count == 2)
    #expect(lines[0].count <= 80 && lines[0].hasPrefix("- word"))
    #expect(lines[1].hasPrefix("  word"))
    #expect(TerminalText.wrapped("  ", lead: "- ") == [])
  }
}
