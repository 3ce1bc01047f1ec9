import Testing

@testable import Delivery

struct IssueDocumentTests {
  private let document = Sample.document

  /// A body, and whether it shows the document.
  private static let bodies: [(body: String, isShown: Bool)] = [
    (Sample.document.body, true),
    (Sample.body, true),
    (Sample.text + "<sub>Run 1</sub>", true),
    (Sample.text + "<sub>Run 1</sub>\n\n", true),
    (Sample.document.body.replacing("\n", with: "\r\n"), true),
    (Sample.body + "A word of a person\n", false),
    (Sample.body.replacing("82", with: "81"), false),
    ("", false),
    ("<sub>Run 2</sub>", false),
  ]

  @Test(arguments: bodies)
  func `the footer and the line ends are no difference`(_ row: (body: String, isShown: Bool)) {
    #expect(document.isShown(by: row.body) == row.isShown)
  }

  @Test func `small print in the middle is not a footer`() {
    let text = "a\n<sub>b</sub>\nc"
    #expect(IssueDocument.comparable(text) == Array(text.utf8))
  }

  @Test func `a combining mark after the footer's line end hides nothing`() {
    let text = "a\n\u{301}<sub>b</sub>"
    #expect(IssueDocument.comparable(text) == Array(text.utf8))
  }
}
