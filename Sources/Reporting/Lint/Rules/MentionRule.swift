import CommonMark

extension LintRule {
  /// Not for pages of a repository, which may greet people: only for text that a program posts.
  package static let mentions = LintRule(
    "mentions",
    "No mention of an account, and no reference that shows on another issue or commit."
  ) { source in
    let texts = (source.inlineTexts + source.htmlTexts)
      .flatMap { block in
        block.lines.compactMap { line in
          reference(in: line.text, of: block).map { (what: $0, line: line.number) }
        }
      }
    let targets = (source.all(.link) + source.all(.image))
      .compactMap { link in isBackLink(link.url) ? (what: link.url, line: link.line) : nil }
    let written = source.tags.compactMap { tag -> (what: String, line: Int)? in
      guard tag.name == "a", let url = tag.value(of: "href"), isBackLink(url) else { return nil }
      return (url, tag.line)
    }
    return (texts + targets + written)
      .map { Finding("GitHub tells others of `\($0.what)`; write it as code.", line: $0.line) }
  }

  /// The first mention, number or hash that GitHub would link.
  ///
  /// It looks at each piece of text between two tags by itself, and its letters are those of ASCII.
  private static func reference(in line: ArraySlice<UInt8>, of block: InlineText) -> String? {
    for index in line.indices where "@#gG".utf8.contains(line[index]) || line[index].isHexadecimal {
      let isInWord = index > line.startIndex && line[index - 1].isReferenceByte
      guard !isInWord || line[index] == UInt8(ascii: "#") else { continue }
      let piece = block.piece(at: index)
      let before = index > piece.lowerBound ? block.bytes[index - 1] : 0x20
      let rest = line[index..<min(line.endIndex, piece.upperBound)]
      let found =
        switch line[index] {
        case UInt8(ascii: "@"): mention(rest, behind: before)
        case UInt8(ascii: "#"):
          number(rest, behind: line[max(line.startIndex, piece.lowerBound)..<index])
        default: before.isReferenceByte ? nil : key(rest) ?? hash(rest, behind: before)
        }
      if let found, !block.isLinked(index) { return found }
    }
    return nil
  }

  /// `@name` or `@organisation/team`, as
  /// https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/@mention_filter.rb.
  private static func mention(_ rest: ArraySlice<UInt8>, behind before: UInt8) -> String? {
    let name = rest.dropFirst().prefix { $0.isReferenceByte && $0 != 0x5F || $0 == 0x2D }
    guard !before.isReferenceByte, before != UInt8(ascii: "@"), let first = name.first,
      first != UInt8(ascii: "-"), name.count < 40
    else { return nil }
    let behind = rest[name.endIndex...]
    let dots = behind.prefix { $0 == UInt8(ascii: ".") }
    let next = behind[dots.endIndex...].first ?? 0x20
    guard !next.isReferenceByte else { return nil }
    return "@" + name.text
  }

  /// `#1` or `owner/repository#1`.
  private static func number(_ rest: ArraySlice<UInt8>, behind line: ArraySlice<UInt8>) -> String? {
    let digits = rest.dropFirst().prefix(while: \.isDigit)
    guard digits.contains(where: { $0 != 0x30 }), digits.count < 11,
      rest[digits.endIndex...].first?.isReferenceByte != true
    else { return nil }
    // `&#39;` is an entity that was escaped.
    guard let before = line.last, before != UInt8(ascii: "#"), before != UInt8(ascii: "&") else {
      return line.isEmpty ? "#" + digits.text : nil
    }
    if before.isReferenceByte {
      let repository = line.reversed()
        .prefix { $0.isReferenceByte || "-./".utf8.contains($0) }
      guard repository.count(where: { $0 == 0x2F }) == 1 else { return nil }
    }
    return "#" + digits.text
  }

  /// `GH-1`.
  private static func key(_ rest: ArraySlice<UInt8>) -> String? {
    let number = rest.dropFirst(3).prefix(while: \.isDigit)
    guard rest.prefix(3).text.uppercased() == "GH-", !number.isEmpty,
      rest[number.endIndex...].first?.isReferenceByte != true
    else { return nil }
    return rest[..<number.endIndex].text
  }

  /// A commit: digits alone are a number, and seven letters a word.
  private static func hash(_ rest: ArraySlice<UInt8>, behind before: UInt8) -> String? {
    let word = rest.prefix(while: \.isReferenceByte)
    let next = rest[word.endIndex...].first ?? 0x20
    let isPart =
      next == UInt8(ascii: "-")
      || next == UInt8(ascii: ".") && rest[(word.endIndex + 1)...].first?.isReferenceByte == true
    guard (7...40).contains(word.count), word.allSatisfy(\.isHexadecimal),
      !"-.#/".utf8.contains(before), !isPart, word.contains(where: \.isLetter),
      word.count > 7 || word.contains(where: \.isDigit)
    else { return nil }
    return word.text
  }

  /// An issue, pull request or commit by its address; `redirect.github.com` leaves no trace.
  private static func isBackLink(_ url: String) -> Bool {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 6, ["github.com", "www.github.com"].contains(parts[1].lowercased()) else {
      return false
    }
    return ["issues", "pull", "commit", "discussions"].contains(parts[4])
  }
}

extension UInt8 {
  /// What Ruby's `\w` means.
  fileprivate var isReferenceByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }

  fileprivate var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self) }
}
