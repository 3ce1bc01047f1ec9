import CommonMark

extension LintRule {
  static let linkText = LintRule(
    "link-text",
    "Every link has a text."
  ) { source in
    source.tree.all(.link)
      .compactMap { link in
        let hasImage = !link.all(.image).isEmpty
        guard !hasImage, link.plainText.utf8.allSatisfy({ $0.isBlank || $0 == 0x0A }) else {
          return nil
        }
        return Finding(
          "This link has no text; name its target.",
          line: link.line,
          column: link.column
        )
      }
  }

  static let linkTarget = LintRule(
    "link-target",
    "Every link leads to a web page, a mail address or a place in the same repository."
  ) { source in
    (source.tree.all(.link) + source.tree.all(.image))
      .compactMap { link in
        let problem: String
        if link.url.isEmpty {
          problem = "This link leads nowhere; give it a target."
        } else if let scheme = scheme(of: link.url), !schemes.contains(scheme) {
          problem = "GitHub removes links to `\(scheme):`."
        } else {
          return nil
        }
        return Finding(problem, line: link.line, column: link.column)
      }
  }

  /// The sanitizer's list for `href`; relative targets have none.
  private static let schemes: Set<String> = ["http", "https", "mailto", "xmpp", "irc", "ircs"]

  private static func scheme(of url: String) -> String? {
    let scheme = url.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard
      scheme.count < url.utf8.count, let first = scheme.first, first.isLetter,
      scheme.allSatisfy({ $0.isLetter || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: scheme, as: UTF8.self).lowercased()
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
