import CommonMark

extension LintRule {
  /// Not for pages of a repository, which may greet people: only for text that a program posts.
  package static let mentions = LintRule(
    "mentions",
    "No mention of an account, and no reference that shows on another issue or commit."
  ) { source in
    let texts = source.inlineTexts.flatMap { block in
      block.lines.compactMap { line, number in
        reference(in: line, outside: block.linked).map { (what: $0, line: number) }
      }
    }
    let targets = (source.tree.all(.link) + source.tree.all(.image))
      .compactMap { link in isBackLink(link.url) ? (what: link.url, line: link.line) : nil }
    return (texts + targets)
      .map { Finding("GitHub tells others of `\($0.what)`; write it as code.", line: $0.line) }
  }

  /// The first mention, number or hash that GitHub would link.
  private static func reference(
    in line: ArraySlice<UInt8>,
    outside linked: [Range<Int>]
  ) -> String? {
    for index in line.indices where !linked.contains(where: { $0.contains(index) }) {
      let before = index > line.startIndex ? line[index - 1] : 0x20
      let rest = line[index...]
      switch line[index] {
      case UInt8(ascii: "@") where !before.isWordByte && rest.dropFirst().first?.isNameByte == true:
        return "@" + rest.dropFirst().prefix { $0.isNameByte || $0 == 0x2F }.text
      case UInt8(ascii: "#")
      where !before.isReferenceEnd && rest.dropFirst().first?.isDigit == true:
        return "#" + rest.dropFirst().prefix(while: \.isDigit).text
      case UInt8(ascii: "G"), UInt8(ascii: "g"):
        let number = rest.dropFirst(3).prefix(while: \.isDigit)
        if !before.isWordByte, rest.prefix(3).text.uppercased() == "GH-", !number.isEmpty {
          return rest[..<number.endIndex].text
        }
      case _ where !before.isWordByte && line[index].isHexadecimal:
        let word = rest.prefix(while: \.isWordByte)
        if (7...40).contains(word.count), word.allSatisfy(\.isHexadecimal),
          word.contains(where: \.isDigit)
        {
          return word.text
        }
      default: continue
      }
    }
    return nil
  }

  /// An issue, pull request or commit by its address; `redirect.github.com` leaves no trace.
  private static func isBackLink(_ url: String) -> Bool {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 6, ["github.com", "www.github.com"].contains(parts[1]) else {
      return false
    }
    return ["issues", "pull", "commit", "discussions"].contains(parts[4])
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "-") }

  /// `&#39;` and `page#1` are no references, `owner/repo#1` is.
  fileprivate var isReferenceEnd: Bool { self == UInt8(ascii: "&") }

  fileprivate var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self) }
}
