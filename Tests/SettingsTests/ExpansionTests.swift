import Testing

@testable import Settings

struct ExpansionTests {
  private let expansion = Expansion(environment: ["A": "1", "EMPTY": "", "NESTED": "${A}"])

  private static let cases: [(text: String, outcome: Expansion.Outcome)] = [
    ("plain $A {A}", .text("plain $A {A}", variables: [])),
    ("${A}", .text("1", variables: ["A"])),
    ("x${A}y${A}z", .text("x1y1z", variables: ["A", "A"])),
    ("${EMPTY}", .text("", variables: ["EMPTY"])),
    ("${EMPTY:-d}", .text("d", variables: ["EMPTY"])),
    ("${NONE:-a:-b}", .text("a:-b", variables: ["NONE"])),
    ("${NONE:-}", .text("", variables: ["NONE"])),
    ("a${NONE}", .unset),
    ("${NESTED}", .text("${A}", variables: ["NESTED"])),
    ("${A", .malformed("a ${ is never closed")),
    ("${}", .malformed("${ must be followed by the name of a variable")),
    ("${1A}", .malformed("${ must be followed by the name of a variable")),
    ("${A-b}", .malformed("after the name in ${A…} only } or :- may stand")),
    ("${NONE:-${A}}", .malformed("a default cannot hold another ${")),
  ]

  @Test(arguments: cases)
  func `variables are put in once`(_ row: (text: String, outcome: Expansion.Outcome)) {
    #expect(expansion.expand(row.text) == row.outcome)
  }
}
