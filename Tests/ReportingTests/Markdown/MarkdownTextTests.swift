import CommonMark
import Reporting
import Testing

struct MarkdownTextTests {
  private struct Titles: Decodable {
    struct Title: Decodable {
      var name: String
      var title: String
      var text: String
    }

    var titles: [Title]
  }

  private struct Mentions: Decodable {
    struct Issue: Decodable { var title: String }

    var issues: [Issue]
  }

  private static func seen(_ text: String) -> String {
    let dropped: Set<Unicode.Scalar> = ["\u{200B}", "\u{2060}", "\u{FEFF}", "`"]
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !dropped.contains($0) }))
  }

  @Test func `titles read the same in a table cell and in a list item`() throws {
    for title in try Fixture.decode(Titles.self, from: "fields/titles.json").titles {
      let escaped = MarkdownText.escaped(title.title)
      let text = """
        | a | b | c |
        |---|---|---|
        | x | \(escaped) | y |

        - \(escaped)

        [\(escaped)](https://example.org/)

        """
      let tree = try CommonMark.parse(text)
      let row = try #require(tree.all(.tableRow).first, "\(title.name)")
      #expect(row.children.count == 3)
      #expect(Self.seen(row.children[1].plainText).utf8.elementsEqual(title.text.utf8))
      #expect(row.children[2].plainText == "y")
      let item = try #require(tree.all(.item).first)
      #expect(Self.seen(item.plainText).utf8.elementsEqual(title.text.utf8), "\(title.name)")
      #expect(tree.all(.link).count == 1)
      #expect(tree.all(.htmlInline) == [] && tree.all(.htmlBlock) == [], "\(title.name)")
      #expect(tree.all(.image) == [] && tree.all(.heading) == [])
      #expect(tree.all(.list).count == 1 && tree.all(.taskItem) == [])
      #expect(MarkdownLint.check(text) == [], "\(title.name)")
    }
  }

  @Test func `no mention, reference or address is left for GitHub to link`() throws {
    let issues = try Fixture.decode(Mentions.self, from: "fields/mentions.json").issues
    let titles =
      issues.map(\.title) + [
        "gh-12 GH-3", "www.example.org", "a@example.org", "deadbeef 1234567", "git://x.org",
      ]
    for title in titles {
      let html = try CommonMark.html(MarkdownText.escaped(title))
      #expect(!html.contains("<a"), "\(title)")
      let found = try Regex(#"@\w|#\d|GH-\d|gh-\d|\b[0-9a-fA-F]{7,40}\b|\w://"#).ignoresCase()
      #expect(html.firstMatch(of: found) == nil, "\(html)")
    }
  }

  /// Text from outside, and the Markdown that shows it.
  static let cases: [(text: String, markdown: String)] = [
    ("plain words", "plain words"),
    ("a_b", #"a\_b"#),
    ("@x #1", "\\@\u{2060}x \\#\u{2060}1"),
    ("abcdef", "abcdef"),
    ("abcdef0", "a\u{2060}bcdef0"),
    ("  a \r\n\t b  ", "a b"),
    ("\u{7}\u{202E}", ""),
    ("e\u{301}|\u{301}", "e\u{301}\\|\u{301}"),
  ]

  @Test(arguments: cases)
  func `text becomes Markdown`(_ example: (text: String, markdown: String)) {
    #expect(MarkdownText.escaped(example.text).utf8.elementsEqual(example.markdown.utf8))
  }

  @Test func `code that cannot be code is escaped`() {
    #expect(MarkdownText.code("octo-new") == "`octo-new`")
    #expect(MarkdownText.code("a|b") == #"a\|b"#)
    #expect(MarkdownText.code("`") == #"\`"#)
  }
}
