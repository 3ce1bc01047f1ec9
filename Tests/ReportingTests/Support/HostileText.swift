import TestSupport

/// Makes text that tries to be more than text, the same for the same seed.
struct HostileText {
  private static let fragments = [
    "@octocat", "@octo-org/team", "#1", "#12345", "GH-7", "gh-7", "octo/repo#3",
    "octo/repo@abcdef1",
    "deadbeef", "0123456789abcdef0123456789abcdef01234567", "https://github.com/o/r/issues/1",
    "http://example.org/a?b=c&d", "www.example.org", "ftp://x.org", "mailto:a@example.org",
    "a@example.org", "xmpp:a@b.c", "<script>alert(1)</script>", "<img src=x onerror=y>", "<b>",
    "</td>",
    "</details>", "<details>", "<!--", "-->", "<!-- repo-vitals:v1 kind=health repo=1 -->",
    "<![CDATA[", "]]>", "<?php", "&lt;", "&#64;octocat", "&#x23;1", "&nbsp;", "|", "\\|", "\\",
    "\\\\",
    "`", "``", "```", "~~~", "[", "]", "(", ")", "[a](javascript:b)", "![a](b)", "[a][b]", "[^1]",
    "[x]",
    "[ ]", "*", "**", "_", "__", "~~", "$a$", "$$", "# ", "## ", "> ", "> [!NOTE]", "- ", "+ ",
    "1. ", "---",
    "===", "{{name}}", "{{{raw}}}", "{{> partial}}", "${NAME}", "<%= x %>", "undefined",
    "::set-output name=a::b",
    "::error::x", "##[error]x", "\u{1B}[31m", "\u{1B}]8;;http://x\u{7}", "\r\n", "\n\n", "\t",
    "\u{0}",
    "\u{202E}", "\u{2066}", "\u{2069}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{FFFD}",
    "\u{2028}", "\u{85}", "\u{AD}", "é", "e\u{301}", "漢字", "👩‍👩‍👧", "a", "word", " ", "  ", ":tada:",
    "'", "\"",
    "%0A", "]]", "}}", "=", ";", "http:/", "/", "://", ".", "!", "?",
  ]

  private static let marks: [Unicode.Scalar] = ["\u{301}", "\u{FE0F}", "\u{200D}"]

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The next text; one in two hundred has 10,000 characters.
  mutating func next() -> String {
    let isLong = Int.random(in: 0..<200, using: &generator) == 0
    let count = Int.random(in: 1...8, using: &generator)
    let mark: Unicode.Scalar? =
      Bool.random(using: &generator) ? Self.marks.randomElement(using: &generator) : nil
    var text = String.UnicodeScalarView()
    repeat {
      for _ in 0..<count {
        guard let piece = Self.fragments.randomElement(using: &generator) else { continue }
        for scalar in piece.unicodeScalars {
          text.append(scalar)
          // Hides the character before it from whoever looks at whole characters.
          if let mark, scalar.isASCII, !scalar.properties.isAlphabetic { text.append(mark) }
        }
      }
    } while isLong && text.count < 10_000
    return String(text)
  }
}
