import Model
import Testing

@testable import Reporting

/// One document that breaks each rule, and its nearest neighbour that does not.
struct LintRuleTests {
  struct Example: CustomTestStringConvertible {
    var rule: String
    var broken: String
    /// Of the finding.
    var line: Int
    var sound: String

    init(_ rule: String, _ broken: String, _ line: Int, sound: String) {
      (self.rule, self.broken, self.line, self.sound) = (rule, broken, line, sound)
    }

    var testDescription: String { "\(rule): \(broken)" }
  }

  private static let row = "| a | b |\n|---|---|\n"

  static let tables: [Example] = [
    Example("table-cells", "\(row)| 1 |\n", 3, sound: "\(row)| 1 | 2 |\n"),
    Example("table-cells", "\(row)| 1 | 2 | 3 |\n", 3, sound: "\(row)| 1 | 2\\|3 |\n"),
    Example("table-recognised", "| a |\n|---|---|\n", 2, sound: "| a |\n|---|\n| 1 |\n"),
    Example("table-delimiter", "| a | b |\n| 1 | 2 |\n", 1, sound: "\(row)| 1 | 2 |\n"),
    Example("table-delimiter", "\(row)\n| 1 | 2 |\n", 4, sound: "text\n\(row)| 1 | 2 |\n"),
    Example(
      "table-indented",
      "    | a | b |\n    |---|---|\n",
      1,
      sound: "   | a | b |\n   |---|---|\n"
    ),
  ]

  static let fences: [Example] = [
    Example("fence-closed", "```\na\n", 1, sound: "```\na\n```\n"),
    Example("fence-nested", "```\na\n\n```js\nb\n```\n", 4, sound: "````\n```js\nb\n```\n````\n"),
    Example("code-closed", "Use `this and that\n", 1, sound: "Use `this` and \\`that\n"),
    Example("strong-closed", "It is ** bold **.\n", 1, sound: "It is **bold**, 2 ** 3.\n"),
    Example("strong-closed", "This is **bold text\n", 1, sound: "Matches **/*.md\n"),
  ]

  static let html: [Example] = [
    Example("comment-closed", "<!-- a\n\nb\n", 1, sound: "<!-- a -->\n\nb\n"),
    Example("html-balanced", "<b>a\n\nb\n", 1, sound: "<b>a</b> <a name=\"x\"/>\n"),
    Example("html-allowed", "a <u>b</u>\n", 1, sound: "a <ins>b</ins>\n"),
    Example("html-allowed", "Run <command> now\n", 1, sound: "Run `<command>` now\n"),
    Example("html-allowed", "<p onclick=\"x\">b</p>\n", 1, sound: "<p class=\"x\">b</p>\n"),
    Example(
      "blank-line-before-markdown",
      "<details><summary>A</summary>\n\na\n\n</details>\n## B\n",
      5,
      sound: "<details><summary>A</summary>\n\na\n\n</details>\n\n## B\n"
    ),
    Example(
      "blank-line-before-markdown",
      "<div>\n**b** and [c](d)\n</div>\n",
      1,
      sound: "<div>\n\n**b** and [c](d)\n\n</div>\n"
    ),
    Example(
      "blank-line-before-markdown",
      "<table><tr><td>\n- a\n</td></tr></table>\n",
      1,
      sound: "<div><pre>\n- a\n# b\n</pre></div>\n"
    ),
    Example(
      "blank-line-in-pre",
      "<td><pre>\na\n\nb\n</pre></td>\n",
      1,
      sound: "<pre>\na\n\nb\n</pre>\n"
    ),
    Example(
      "folding-summary",
      "<details>\n\na\n\n</details>\n",
      1,
      sound: "<details>\n<summary>A</summary>\n\na\n\n</details>\n"
    ),
    Example(
      "folding-summary",
      "<details>\n<summary></summary>\n\na\n\n</details>\n",
      2,
      sound: "<details open><summary><b>A</b></summary>\n\na\n\n</details>\n"
    ),
  ]

  static let links: [Example] = [
    Example("link-text", "[](a.md)\n", 1, sound: "[<img src=\"a.png\">](a.md)\n"),
    Example("link-text", "<a href=\"a.md\"></a>\n", 1, sound: "<a name=\"a\"></a>\n"),
    Example("link-target", "[a]()\n", 1, sound: "[a](#b)\n"),
    Example("link-target", "a\n<img alt=\"b\">\n", 2, sound: "<img src=\"b.png\">\n"),
    Example("link-recognised", "a [b](c d.md)\n", 1, sound: "a [b](c%20d.md) \\[x](c d)\n"),
    Example("link-recognised", "a\n[b][c]\n", 2, sound: "a\n[b][c] x[1][2]\n\n[c]: d.md\n"),
    Example("link-recognised", "[b] (https://c.d)\n", 1, sound: "[b](https://c.d)\n"),
    Example("footnotes", "a[^1] b[^2]\n\n[^1]: c\n", 1, sound: "a[^1]\n\n[^1]: c\n"),
    Example("footnotes", "a[^1]\n\n[^1]: b\n[^1]: c\n", 4, sound: "a `[^1]` or [^a-z]\n"),
  ]

  static let words: [Example] = [
    Example("placeholder", "Hi {{ name }}\n", 1, sound: "Hi `{{ name }}` and \\{\\{ name }}\n"),
    Example("placeholder", "Hi ${NAME}\n", 1, sound: "It costs $5 {a}\n"),
    Example("placeholder", "Hi <%= name %>\n", 1, sound: "50% of %E2%80%93\n"),
    Example("placeholder", "Version @VERSION@\n", 1, sound: "a@b.c and d@e.f\n"),
    Example("placeholder", "{0} of {1}\n", 1, sound: "the set {a, b}\n"),
    Example("missing-value", "\(row)| x | undefined |\n", 3, sound: "\(row)| x | 1 |\n"),
    Example(
      "missing-value",
      "Stars: **null**\n",
      1,
      sound: "| Name | Default |\n|---|---|\n| x | undefined |\n"
    ),
    Example("missing-value", "in NaN days\n", 1, sound: "NaN is not a number, null is.\n"),
    Example(
      "missing-value",
      "Score None of 100\n",
      1,
      sound: "Slower. None of 4 issues was answered.\n"
    ),
    Example("missing-value", "[a](b/undefined/c)\n", 1, sound: "[a](b/c?d=e)\n"),
    Example("missing-value", "It is [object Object]\n", 1, sound: "It is an `[object Object]`\n"),
    Example("merge-conflict", "<<<<<<< HEAD\na\n", 1, sound: "<https://a.b>\n"),
    Example("characters", "a\u{202E}b\n", 1, sound: "a\u{2060}b 👩‍👧 \u{05D0}\u{200F}\n"),
    Example("characters", "a\n```\n\u{1B}[31m\n```\n", 3, sound: "\u{FEFF}a\tb\n"),
    Example("characters", "a\u{200E}b\n", 1, sound: "a–b\n"),
    Example("encoding", "M\u{FFFD}rz\n", 1, sound: "März, or \u{FFFD} else\n"),
  ]

  static let blocks: [Example] = [
    Example("heading-order", "# A\n\n### B\n", 3, sound: "# A\n\n<h2>B</h2>\n\n### C\n"),
    Example("heading-text", "##\n\na\n", 1, sound: "## ![a](b.png)\n"),
    Example("heading-recognised", "##Title\n", 1, sound: "#hashtag and ##\n"),
    Example("heading-underline", "a\nb\n---\n\nc\n", 3, sound: "Title\n---\n\nc\n"),
    Example("heading-underline", "A sentence.\n---\n", 2, sound: "---\na: b\nc: d.\n---\n"),
    Example("list-recognised", "a\n2. b\n3. c\n", 2, sound: "a\n1. b\n2. c\n"),
    Example("list-recognised", "-alpha\n-beta\n", 1, sound: "-v is verbose\n"),
    Example("task-recognised", "- []a\n", 1, sound: "- [ ] a\n- [x](b.md)\n"),
    Example("alert-recognised", "> [!INFO]\n> a\n", 1, sound: "> [!NOTE]\n> a\n"),
    Example("alert-recognised", "> [!NOTE] a\n> b\n", 1, sound: "> [a](b.md)\n"),
    Example("length", String(repeating: "a", count: 65_001), 1, sound: "a"),
  ]

  static let charts: [Example] = [
    Example("mermaid-diagram", chart("foo\na"), 1, sound: chart("flowchart LR\na([b]) --> c[(d)]")),
    Example("mermaid-diagram", chart("graph TD\na[b --> c"), 3, sound: chart("pie\n\"a\": 1")),
    Example("mermaid-diagram", chart("graph TD\na[b (c)]"), 3, sound: chart("graph TD\na{{b}}")),
    Example("mermaid-diagram", chart("xychart\nlines [1]"), 3, sound: chart("xychart\nbar [1]")),
    Example(
      "mermaid-values",
      chart("xychart\nline [1, null]"),
      3,
      sound: chart("xychart\nline [1]")
    ),
    Example("mermaid-points", chart(points(61)), 3, sound: chart(points(60))),
    Example(
      "mermaid-quoting",
      chart("xychart\nx-axis [März]\nline [1]"),
      3,
      sound: chart("xychart\ntitle Stars a week\nx-axis [\"März\"]\nline [1]")
    ),
  ]

  private static func points(_ count: Int) -> String {
    "xychart-beta\nline [\(Array(repeating: "1", count: count).joined(separator: ", "))]"
  }

  private static func chart(_ lines: String) -> String { "```mermaid\n\(lines)\n```\n" }

  static let all = tables + fences + html + links + words + blocks + charts + LintDefects.all

  @Test(arguments: all)
  func `a rule finds what breaks it, and nothing else`(_ example: Example) {
    let found = MarkdownLint.findings(in: example.broken).filter { $0.rule == example.rule }
    #expect(found.first?.diagnostic.line == example.line)
    #expect(MarkdownLint.findings(in: example.sound).map(\.rule) == [])
  }

  @Test func `every rule has an example`() {
    #expect(Set(Self.all.map(\.rule)) == Set(MarkdownLint.rules.map(\.id)))
  }

  @Test func `a page of a repository may be long`() {
    let text = String(repeating: "a", count: 65_001)
    #expect(MarkdownLint.findings(in: text, file: "docs/README.md").isEmpty)
    #expect(!MarkdownLint.findings(in: text, file: "README/body.md").isEmpty)
  }

  @Test func `a token is not repeated by what is said of it`() throws {
    let token = "ghp_0123456789abcdefghijklmnopqrstABCDEF"
    let finding = try #require(MarkdownLint.findings(in: token).first { $0.rule == "secret" })
    #expect(!finding.diagnostic.message.contains("0123"))
  }

  /// Text, and what of it GitHub would tell others.
  static let mentions: [(text: String, found: [Int])] = [
    ("Thanks, @octo!\n", [1]), ("a\nsee #12\n", [2]), ("octo/repo#3\n", [1]), ("GH-4\n", [1]),
    ("in deadbe1\n", [1]), ("[a](https://github.com/o/r/pull/5)\n", [1]),
    ("a@b.c, `@octo`, `#12`, [#7](https://redirect.github.com/o/r/pull/7), facade\n", []),
    ("&#39; # 1 @ octo\n", []),
    ("<p>hi @octo</p>\n", [1]), ("<div>\n#5\n</div>\n", [2]), ("<b>@octo</b>\n", [1]),
    ("<a href=\"https://github.com/o/r/issues/1\">x</a>\n", [1]), ("“@octo” or 中#5\n", [1]),
    ("x[^1]\n\n[^1]: @octo\n", [3]), ("in deadbeef\n", [1]), ("\u{A0}@octo\n", [1]),
    ("https://GITHUB.com/o/r/issues/1\n", [1]), ("octo/repo@a5c3785\n", [1]), ("**x**#5\n", [1]),
    ("1234567 downloads, 1.2345678, 20240131 and 550e8400-e29b-41d4-a716\n", []),
    ("#0x @-x @oct\\_cat @**octo** C#1 item#5 ##5 v-a5c3785 x.a5c3785 deadbee @@octo\n", []),
    ("<code>@octo</code> <a href=\"x\">@octo #1</a> <kbd>a</kbd>\n", []),
  ]

  @Test(arguments: mentions)
  func `mentions are found where they are asked for`(_ example: (text: String, found: [Int])) {
    let found = MarkdownLint.findings(in: example.text, rules: [.mentions])
    #expect(found.compactMap(\.diagnostic.line) == example.found)
    #expect(MarkdownLint.findings(in: example.text).isEmpty)
  }

  @Test func `local links lead to files and headings`() {
    let text = """
      # What's new, today?

      ## What's new, today?

      <a name="old"></a>

      [a](#whats-new-today) [b](#whats-new-today-1) [c](#old) [d](docs/a%20b.md#x) [e](#)
      [f](#nowhere)
      [g](gone.md)
      """
    let rule = LintRule.localLinks { $0 == "docs/a b.md" }
    let found = MarkdownLint.findings(in: text, rules: [rule])
    #expect(found.compactMap(\.diagnostic.line) == [8, 9])
  }

  @Test func `local links lead to headings of other files, and images to files`() {
    let text = """
      [a](b.md#there) [b](../../issues) [c](../../actions/workflows/d.yml) [d](#readme)
      [e](b.md#absent)
      <img src="gone.png">
      <img src="b.md" alt="x"> <img src="https://a.b/c.png"> [f](c.md#unknown)
      """
    let rule = LintRule.localLinks(
      exists: { ["b.md", "c.md"].contains($0) },
      text: { $0 == "b.md" ? "# There\n" : nil }
    )
    let found = MarkdownLint.findings(in: text, rules: [rule])
    #expect(found.compactMap(\.diagnostic.line) == [2, 3])
  }

  /// Documents that would take minutes if anything grew with the square of their length.
  static let long: [String] = [
    (1...8_000).map { "This is line \($0) of a paragraph." }.joined(separator: "\n"),
    String(repeating: "| a | b |\n", count: 60_000),
    (1...300).map { String(repeating: "`", count: $0) }.joined(separator: " "),
    String(repeating: "{", count: 45_000), String(repeating: "[a](", count: 12_000),
    String(repeating: "**a ", count: 12_000), String(repeating: "<", count: 45_000),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: long.indices)
  func `a long document is read in time that grows with its length`(_ index: Int) {
    _ = MarkdownLint.findings(in: Self.long[index], rules: MarkdownLint.rules + [.mentions])
  }
}
