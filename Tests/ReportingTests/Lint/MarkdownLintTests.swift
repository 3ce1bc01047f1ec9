import CommonMark
import Model
import Testing

@testable import Reporting

struct MarkdownLintTests {
  /// The documents of the field study, with the line of the first finding.
  static let refused: [(file: String, line: Int, rule: String)] = [
    ("table-pipe-in-code.bad.md", 6, "table-cells"),
    ("table-header-short.bad.md", 4, "table-recognised"),
    ("details-no-blank-line.bad.md", 3, "blank-line-before-markdown"),
    ("details-pre-blank-line.bad.md", 3, "blank-line-in-pre"),
    ("details-in-list.bad.md", 7, "html-balanced"),
  ]

  @Test(arguments: refused)
  func `a document that would break is refused at its line`(
    _ document: (file: String, line: Int, rule: String)
  ) throws {
    let text = try Fixture.text("fields/\(document.file)")
    let first = try #require(MarkdownLint.check(text, file: document.file).first)
    #expect(first.line == document.line)
    #expect(first.file == document.file)
    #expect(first.message.hasSuffix("[\(document.rule)]"))
  }

  @Test(arguments: ["table-pipe-in-code.good.md", "details.good.md"])
  func `a document that shows as meant is accepted`(_ file: String) throws {
    #expect(MarkdownLint.check(try Fixture.text("fields/\(file)")) == [])
  }

  @Test(arguments: Fixture.markdown(in: "reports"))
  func `the sample reports are clean`(_ file: String) throws {
    #expect(MarkdownLint.check(try Fixture.text("reports/\(file)"), file: file) == [])
  }

  /// Markdown, and the rules it breaks with the lines.
  static let cases: [(text: String, findings: [String])] = [
    ("| a | b |\n|---|---|\n| 1 |\n", ["3 table-cells"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\nnot a row\n", ["4 table-cells"]),
    ("- | a | b |\n  |---|---|\n  | 1 | 2 | 3 |\n", ["3 table-cells"]),
    ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", []),
    ("a | b\n--|--\n1 | \\|2\n", []),
    ("```\ncode\n", ["1 fence-closed"]),
    ("```\ncode\n~~~\n", ["1 fence-closed"]),
    ("~~~~\ncode\n~~~\n", ["1 fence-closed"]),
    ("> ```\n> code\n> ```\n", []),
    ("- ```\n  code\n  ```\n", []),
    ("<details>\n<summary>A</summary>\n\ntext\n", ["1 html-balanced"]),
    ("<details>\n<summary>A\n\ntext\n\n</details>\n", ["2 html-balanced"]),
    ("text\n\n</details>\n", ["3 html-balanced"]),
    ("- <details>\n  <summary>A</summary>\n\n  text\n\n  </details>\n", []),
    ("<sub>a</sub> <b>b\n\nc</b>\n", ["3 html-balanced"]),
    ("<!-- open\n\ntext\n", ["1 comment-closed"]),
    ("a <script>x</script>\n", ["1 html-allowed", "1 html-allowed"]),
    ("<p style=\"color: red\">x</p>\n", ["1 html-allowed"]),
    ("<p align=\"center\">x</p>\n", []),
    ("<pre>\na\n\nb\n</pre>\n", []),
    ("[](https://example.org)\n", ["1 link-text"]),
    ("[text]()\n", ["1 link-target"]),
    ("[text](javascript:x)\n", ["1 link-target"]),
    ("[text](docs/a.md) [b](#c) <https://example.org>\n", []),
    ("Hello {{name}}!\n", ["1 placeholder"]),
    ("`{{name}}` and \\{\\{name\\}\\}\n\n```yaml\n${{ x }}\n```\n", []),
    ("## A\n\n#### B\n", ["3 heading-order"]),
    ("### A\n\n#### B\n\n## C\n", []),
    (chart("x-axis [\"a\", \"b\"]\nline [1, 2, 3]"), ["4 mermaid-values"]),
    (chart("x-axis -2 --> 0\nline [1, 2, 3]\nline [1, 2]"), ["5 mermaid-values"]),
    (chart("line [1, null]"), ["3 mermaid-values"]),
    (chart("line [3e2]"), ["3 mermaid-values"]),
    (chart("line []"), ["3 mermaid-values"]),
    (chart("title Märkte\nline [1]"), ["3 mermaid-quoting"]),
    (chart("x-axis [\"a, b\", ç]\nline [1, 2]"), ["3 mermaid-quoting"]),
    (chart("x-axis [\"a<b\"]\nline [-1.5]"), ["3 mermaid-quoting"]),
  ]

  private static func chart(_ lines: String) -> String {
    "```mermaid\nxychart-beta\n\(lines)\n```\n"
  }

  @Test(arguments: cases)
  func `a rule finds its line`(_ example: (text: String, findings: [String])) {
    let findings = MarkdownLint.check(example.text)
      .map { finding in
        let rule = finding.message.split(separator: "[").last?.dropLast() ?? ""
        return "\(finding.line ?? 0) \(rule)"
      }
    #expect(findings == example.findings)
  }

  @Test func `a document beyond GitHub's limit is refused`() {
    #expect(MarkdownLint.check(String(repeating: "a", count: 65_000)) == [])
    #expect(MarkdownLint.check(String(repeating: "a", count: 65_001)).count == 1)
    #expect(MarkdownLint.check(String(repeating: "👩", count: 33_000)).count == 1)
  }

  @Test func `cells are counted as cmark-gfm counts them`() throws {
    let pieces = ["a", "|", "\\", "`", " "]
    var miscounted: [String] = []
    for number in 0..<3_125 {
      let digits = sequence(first: number) { $0 / 5 }.prefix(5)
      let row = "x" + digits.map { pieces[$0 % 5] }.joined() + "x"
      let delimiter = "|" + String(repeating: "-|", count: TableRow.cells(in: row.utf8))
      if try CommonMark.parse("\(row)\n\(delimiter)\n").all(.table).isEmpty {
        miscounted.append(row)
      }
    }
    #expect(miscounted == [])
  }
}
