import CommonMark
import Testing

struct CommonMarkTests {
  @Test func `blocks, marks and their places are copied out of the parser`() throws {
    let tree = try CommonMark.parse("## A *b*\n\n| x | y |\n| --- | --- |\n| 1 | `2` |\n")
    #expect(tree.kind == .document)
    #expect(tree.children.map(\.kind) == [.heading, .table])
    #expect(tree.children[0].level == 2)
    #expect(tree.children[0].plainText == "A b")
    let cells = tree.all(.tableCell)
    #expect(cells.map(\.plainText) == ["x", "y", "1", "2"])
    #expect(cells.map(\.line) == [3, 3, 5, 5])
    #expect(tree.all(.code).map(\.literal) == ["2"])
  }

  @Test func `a fenced block keeps its info and its text`() throws {
    let blocks = try CommonMark.parse("```mermaid\na\n```\n\n    indented\n").all(.codeBlock)
    #expect(blocks.map(\.info) == ["mermaid", ""])
    #expect(blocks.map(\.isFenced) == [true, false])
    #expect(blocks.map(\.literal) == ["a\n", "indented\n"])
  }

  @Test func `all five extensions are attached`() throws {
    let text = "~~old~~ www.example.org\n\n- [x] done\n\n<title>x</title>\n"
    let html = try CommonMark.html(text)
    #expect(html.contains("<del>old</del>"))
    #expect(html.contains("<a href=\"http://www.example.org\">"))
    #expect(html.contains("type=\"checkbox\" checked"))
    #expect(html.contains("&lt;title>"))
    #expect(try CommonMark.parse(text).all(.taskItem).count == 1)
  }

  @Test func `nesting beyond the limit is refused with its line`() {
    let text = "a\n\n" + String(repeating: "> ", count: 50) + "deep\n"
    #expect(throws: CommonMarkError.tooDeep(limit: 10, line: 3)) {
      try CommonMark.parse(text, maximumDepth: 10)
    }
  }

  @Test func `an empty document is a document`() throws {
    #expect(try CommonMark.parse("").children.isEmpty)
    #expect(try CommonMark.html("").isEmpty)
  }

  @Test func `a million brackets neither hang nor overflow the stack`() throws {
    let text = String(repeating: "[", count: 1_000_000)
    #expect(try CommonMark.parse(text).children.count == 1)
  }
}
