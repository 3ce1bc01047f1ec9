import CommonMark
import Model
import Testing

@testable import Reporting

struct ValidatedDocumentTests {
  private static let outline = DocumentOutline(
    headings: ["A"],
    tables: [[["x", "1"], ["y", "2"]]]
  )
  private static let text = "## A\n\n| n | v |\n| - | - |\n| x | 1 |\n| y | 2 |\n"

  /// Documents that parse, but do not show what was put in.
  static let altered: [(text: String, finding: String)] = [
    (text.replacing("## A", with: "## B"), #"The headings are ["B"], not ["A"]."#),
    (
      text.replacing("| 2 |", with: "| 3 |"), #"In table 1 row 2 reads ["y", "3"], not ["y", "2"]."#
    ),
    (text.replacing("| y | 2 |\n", with: ""), "In table 1 it has 1 row, not 2."),
    ("## A\n", "The document has 0 tables, not 1."),
  ]

  @Test func `a document that shows what was put in is accepted`() throws {
    let document = try ValidatedDocument(Self.text, name: "a.md", outline: Self.outline)
    #expect(document.text == Self.text)
  }

  @Test(arguments: altered)
  func `a document that shows something else is refused`(
    _ example: (text: String, finding: String)
  ) {
    let error = #expect(throws: InvalidDocument.self) {
      try ValidatedDocument(example.text, name: "a.md", outline: Self.outline)
    }
    #expect(error?.findings.map(\.message) == [example.finding])
  }

  @Test func `own words and text from outside read back as they were`() throws {
    let words = #"a*b _c_ `d` [e](f) <g> | h & {{i}} ~j~ \k"#
    let pieces: [Inline] = [
      Inline(words), .outside(words), .strong(Inline(words)),
      .link(.outside(words), to: "https://x.org/a(b)"),
    ]
    for piece in pieces {
      let tree = try CommonMark.parse("| a |\n| - |\n| \(piece.markdown) |\n")
      let seen = try #require(tree.all(.tableRow).first).plainText
      #expect(seen == piece.plain)
    }
  }
}
