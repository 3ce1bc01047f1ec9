/// Kinds of defect that a careless program or a hurried person leaves, each beside a neighbour that
/// shows as it was meant.
enum LintDefects {
  typealias Example = LintRuleTests.Example

  private static let row = "| a | b |\n| - | - |\n"

  static let tables: [Example] = [
    Example(
      "table-cells",
      "| a |\n| - |\n| 1 |\nText.\n",
      4,
      sound: "| a |\n| - |\n| 1 |\n\nText.\n"
    ),
    Example(
      "table-delimiter",
      "Totals:\n| a | b |\n| 1 | 2 |\n",
      2,
      sound: "|x| is less than |y|\n"
    ),
    Example("table-delimiter", "> | a | b |\n> | 1 | 2 |\n", 1, sound: "\\| a \\|\n\\| b \\|\n"),
    Example("table-delimiter", "- | a | b |\n  | 1 | 2 |\n", 1, sound: "a | b\nc | d\n"),
    Example(
      "table-delimiter",
      "| a | b |\n\n| - | - |\n| 1 | 2 |\n",
      3,
      sound: "\(row)| - | 3 |\n"
    ),
    Example("table-delimiter", "| a | b |\n|---+---|\n| 1 | 2 |\n", 1, sound: "1 + 2 | 3 - 4\n"),
    Example("table-delimiter", "\(row)| 1 | 2 |\n\(row)| 3 | 4 |\n", 5, sound: "\(row)| - | - |\n"),
    Example("table-indented", "\(row)    | 1 | 2 |\n", 3, sound: "\(row)   | 1 | 2 |\n"),
    Example("table-recognised", "- x\n| a | b |\n| - | - |\n", 3, sound: "- x\n\n\(row)"),
  ]

  static let marks: [Example] = [
    Example("strong-closed", "**Total:**5 commits.\n", 1, sound: "**Total:** 5 commits.\n"),
    Example("strong-closed", "**Note: **read it.\n", 1, sound: "Pass **kwargs through to it.\n"),
    Example("strong-closed", "It is **bold ** now.\n", 1, sound: "2 ** 3 ** 4, a ** b ** c\n"),
    Example("strong-closed", "**`x`**y\n", 1, sound: "src/** and **/*.md and a**b\n"),
    Example("strong-closed", "这是**“重要”**的。\n", 1, sound: "这是 **“重要”** 的。\n"),
    Example("strong-closed", "Score: **64 of 100\n", 1, sound: "It is 2 **10 and x **3 here.\n"),
    Example("strong-closed", "**été et hiver\n", 1, sound: "f(**a, **b) and {**a,**b}\n"),
    Example(
      "strong-closed",
      "**This is bold\nand goes on.\n",
      1,
      sound: "*args, **rest and char **names are passed\n"
    ),
    Example("strong-closed", "***a** b\n", 1, sound: "***a*** b and Name***\n"),
    Example("strong-closed", "- **bold\n", 1, sound: "Use `f(**names)`; **names is a dict.\n"),
    Example("strong-closed", "It is ~~gone now\n", 1, sound: "It is ~~gone~~, ~5 minutes.\n"),
    Example("code-closed", "Use ``ls` to list.\n", 1, sound: "It`s, don`t, ``TeX'' and `so'.\n"),
    Example("code-closed", "See `a`` here.\n", 1, sound: "See `` `a` `` here.\n"),
  ]

  static let blocks: [Example] = [
    Example("list-recognised", "Text:\n    - one\n    - two\n", 2, sound: "- a\n    - b\n"),
    Example(
      "list-recognised",
      "a: b\nc:\n    - {{x}}\n    - y\n",
      3,
      sound: "---\na: b\nc:\n    - {{x}}\n    - y\n---\n\n#### d\n"
    ),
    Example("list-recognised", "- one\n-two\n- three\n", 2, sound: "- one\n  -two\n"),
    Example("list-recognised", "1. one\n2.two\n", 2, sound: "1. one is\n   2.two\n"),
    Example("list-recognised", "1)one\n2)two\n", 1, sound: "1.5 GB\n2.5 GB\n"),
    Example("list-recognised", "• one\n• two\n", 1, sound: "• one  \n• two\n\na • b\n"),
    Example("list-recognised", "[ ] one\n[x] two\n", 1, sound: "\\[ ] one\n\\[x] two\n"),
    Example("list-recognised", "-[ ] one\n", 1, sound: "--flag\n--other\n"),
    Example("heading-recognised", "##1. Setup\n", 1, sound: "\\##1. Setup\n"),
    Example("heading-recognised", "##`code`\n", 1, sound: "It is ##`code`\n"),
    Example("heading-recognised", "##中文\n", 1, sound: "## 中文\n"),
    Example("heading-recognised", "#\u{A0}Heading\n", 1, sound: "#hashtag\n"),
    Example("heading-recognised", "####### Seven\n", 1, sound: "###### Six\n"),
    Example("task-recognised", "- [✓] a\n", 1, sound: "- [+] new\n- [-] gone\n- [1] b\n"),
    Example("task-recognised", "- [ ] a\n- [*] b\n", 2, sound: "- [ ] a\n- [*](b.md)\n"),
    Example("task-recognised", "- [  ] x\n", 1, sound: "- [x] x\n"),
    Example("alert-recognised", "[!NOTE]\nx\n", 1, sound: "\\[!NOTE]\nx\n"),
    Example("alert-recognised", "> text\n> [!NOTE]\n> x\n", 2, sound: "> [!NOTE]\\\n> x\n"),
    Example("alert-recognised", "- > [!NOTE]\n  > x\n", 1, sound: "- a\n\n> [!NOTE]  \n> x\n"),
  ]

  static let html: [Example] = [
    Example("comment-closed", "a <!-- x\n", 1, sound: "a <!-- x --> and \\<!-- y\n"),
    Example("comment-closed", "a <!-- x -- y --> b\n", 1, sound: "<!-- x -- y -->\n\na --> b\n"),
    Example("comment-closed", "<!-- a <!-- b --> c -->\n", 1, sound: "<!-- a <!-- b -->\n\nc\n"),
    Example("comment-closed", "<!--> a -->\n", 1, sound: "<!-- > a -->\n"),
    Example("comment-closed", "<!- a ->\n", 1, sound: "x <- y -> z\n"),
    Example("comment-closed", "a\n-->\n", 2, sound: "a\n--> b\n"),
    Example(
      "html-balanced",
      "<img src=\"a.png\" alt=\"x\n\nb\n",
      1,
      sound: "a <b and \\<img src=\"x\n"
    ),
    Example(
      "html-balanced",
      "    <details>\n    <summary>x</summary>\n\na\n\n    </details>\n",
      1,
      sound: "    <details>\n    <summary>x</summary>\n    </details>\n"
    ),
    Example("blank-line-before-markdown", "<!-- b --> # Head\n", 1, sound: "<!-- b --> text\n"),
    Example("blank-line-before-markdown", "<!-- b --> - item\n", 1, sound: "<!-- b -->\n- item\n"),
    Example(
      "folding-summary",
      "<details>\n\na\n\n<summary>x</summary>\n\n</details>\n",
      1,
      sound: "<details>\n<!-- a -->\n\n<summary>x</summary>\n\na\n\n</details>\n"
    ),
    Example(
      "folding-summary",
      "<details>\n<summary>a</summary>\n<summary>b</summary>\n</details>\n",
      3,
      sound: """
        <details><summary>a</summary><details><summary>b</summary>c</details></details>

        """
    ),
    Example(
      "folding-summary",
      "<details>\n<summary>&nbsp;</summary>\n\na\n\n</details>\n",
      2,
      sound: "<details>\n<summary>\n\n## a\n\n</summary>\n\nb\n\n</details>\n"
    ),
  ]

  static let links: [Example] = [
    Example("link-recognised", "See [`x`][nope].\n", 1, sound: "See `[x][nope]` and a[1][2].\n"),
    Example("link-recognised", "See [nope][] now.\n", 1, sound: "[nope][]\n\n[nope]: a.md\n"),
    Example("link-recognised", "see x](./y)\n", 1, sound: "[fix][parser] Read all\n"),
    Example("link-recognised", "See (x)[https://e.org].\n", 1, sound: "See (x) [1] and f(x)[0].\n"),
    Example(
      "link-recognised",
      "[a [b](https://e.org) c](d.md)\n",
      1,
      sound: "[a ![b](c.png)](d.md)\n"
    ),
    Example("link-recognised", "[![a](b.png)](\n", 1, sound: "[![a](b.png)](c.md)\n"),
    Example("link-recognised", "![x] (a.png)\n", 1, sound: "[x] (see below)\n"),
    Example(
      "link-recognised",
      "See [a].\n[a]: https://e.org\n",
      2,
      sound: "See [a].\n\n[a]: https://e.org\n\nNow\n[b]: https://e.org is down\n"
    ),
    Example("link-target", "[x](https://)\n", 1, sound: "[x](https://a.b/https://c.d)\n"),
    Example("link-target", "[x](https:/a.b)\n", 1, sound: "[x](a/b)\n"),
    Example("link-target", "[x](https://https://a.b)\n", 1, sound: "[x](//a.b)\n"),
    Example("link-target", "[x](mailto:)\n", 1, sound: "[x](mailto:a@b.c)\n"),
    Example("link-target", "[x](www.a.b)\n", 1, sound: "www.a.b and [x](www/a.md)\n"),
    Example("link-target", "[x](/home/runner/a.md)\n", 1, sound: "[x](/docs/a.md)\n"),
    Example(
      "missing-value",
      "See https://a.b/undefined here.\n",
      1,
      sound: "See https://a.b/c here.\n"
    ),
    Example(
      "footnotes",
      "a\n\n[^2]: b\n",
      3,
      sound: "a[^1][^2]\n\n[^1]: One note.\n[^2]: https://a.b\n"
    ),
    Example("footnotes", "a[^1]\n", 1, sound: "<!--\n[^1]: b\n-->\n"),
    Example(
      "footnotes",
      "a[^my note]\n\n[^my note]: b\n",
      3,
      sound: "a[^n]\n\n[^n]: ftp://a.b [^ab]+\n"
    ),
  ]

  static let charts: [Example] = [
    chart(
      "xychart\ny-axis 5 -->\nbar [1]",
      3,
      sound: "xychart\ny-axis \"a -> b\" 0 --> 5\nbar [1]"
    ),
    chart("xychart\ny-axis 0 -> 5\nbar [1]", 3, sound: "xychart\ny-axis Stars .5 --> +5\nbar [1]"),
    chart("xychart\ny-axis NaN --> 5\nbar [1]", 3, sound: "xychart\ny-axis \"n\"\nbar [1]"),
    chart("xychart\nx-axis [\"a\", \"b\"\nbar [1]", 3, sound: "xychart\naccDescr {\nx\n}\nbar [1]"),
    chart("xychart\nline stars [1] x", 3, sound: "xychart\nline \"stars\" [1]"),
    chart("pie\na : 1", 3, sound: "pie showData title a (b\n\"a\" : 1\n\"b\" : 0.5"),
    chart("pie\n\"a\" : -1", 3, sound: "pie\ntitle a\naccTitle: b\n\"a\": 1.5"),
    chart("pie\n\"a\" : 1,000", 3, sound: "pie\n%% c\n'a' : 1000"),
    chart("pie\n\"a\" 1", 3, sound: "pie\n\"a: b\" : 1"),
    chart("graph XX\nA-->B", 2, sound: "graph LR; A-->B"),
    chart("graph TD\nA --> end", 3, sound: "graph TD\nA --> End"),
    chart("graph TD\nA -> B", 3, sound: "graph TD\nA>flag] --> B %% c ("),
    chart("graph TD\nsubgraph x\nA-->B", 3, sound: "graph TD\nsubgraph x\nA[\"a\nb\"]\nend"),
    chart(
      "sequenceDiagram\nloop x\nA->>B: a",
      3,
      sound: "sequenceDiagram\nloop x\nA->>B: a (\nend"
    ),
    chart("sequenceDiagram\nA->>B", 3, sound: "sequenceDiagram\nA->>+B: a\nNote over A,B: b"),
    chart("classDiagram\nclass A {\n+b", 3, sound: "classDiagram\nclass A {\n+b\n}\nA : +f(x"),
    chart("stateDiagram-v2\n[*] -> A", 3, sound: "stateDiagram-v2\n[*] --> A"),
  ]

  private static func chart(_ broken: String, _ line: Int, sound: String) -> Example {
    Example(
      "mermaid-diagram",
      "```mermaid\n\(broken)\n```\n",
      line,
      sound: "```mermaid\n\(sound)\n```\n"
    )
  }

  /// What looks like one of the above at a glance.
  static let neighbours: [Example] = [
    Example("strong-closed", "**Warning **: do not.\n", 1, sound: "**a and **b are names\n"),
    Example("strong-closed", "The total is ** 42 ** now.\n", 1, sound: "x ** 42 ** y\n"),
    Example("strong-closed", "It is **bold*.\n", 1, sound: "It is * *italic* and *a*.\n"),
    Example("strong-closed", "It was **very **good.\n", 1, sound: "f with **a or **b here\n"),
    Example("link-target", "[a](https//e.org)\n", 1, sound: "[a](https.md)\n"),
    Example("table-delimiter", "| a | b |\n\n|---|---|\n\n| 1 | 2 |\n", 3, sound: "---\n\na\n"),
    Example("list-recognised", "+one item\n+two items\n", 1, sound: "-10 degrees\n-20 degrees\n"),
    Example("list-recognised", "- a\n* b\n-c\n", 3, sound: "- a\n* b\n"),
    Example("alert-recognised", "> [!WARNING\n> x\n", 1, sound: "> [a\n> x\n"),
    Example("merge-conflict", "||||||| base\na\n", 1, sound: "a ||||||| b\n"),
  ]

  static let all = neighbours + tables + marks + blocks + html + links + charts + LintWords.all
}
