import CommonMark

extension LintRule {
  static let linkText = LintRule(
    "link-text",
    "Every link has a text."
  ) { source in
    let links = source.tree.all(.link).filter { !$0.showsSomething }
      .map { (line: $0.line, column: $0.column) }
    return (links + emptyAnchors(in: source.tree))
      .map { Finding("This link has no text; name its target.", line: $0.line, column: $0.column) }
  }

  /// `<a href="…"></a>` with nothing between.
  private static func emptyAnchors(in tree: MarkdownNode) -> [(line: Int, column: Int)] {
    var found: [(line: Int, column: Int)] = []
    tree.walk { node in
      for (tag, next) in zip(node.children, node.children.dropFirst())
      where tag.kind == .htmlInline && next.kind == .htmlInline {
        let literal = tag.literal.lowercased()
        guard literal.hasPrefix("<a "), literal.contains("href="),
          next.literal.lowercased() == "</a>"
        else { continue }
        found.append((tag.line, tag.column))
      }
    }
    return found
  }

  static let linkTarget = LintRule(
    "link-target",
    "Every link leads to a web page, a mail address or a place in the same repository."
  ) { source in
    let targets = (source.tree.all(.link) + source.tree.all(.image))
      .map { (url: $0.url, line: $0.line, column: $0.column) }
    let written = source.tags.compactMap { tag -> (url: String, line: Int, column: Int)? in
      guard tag.form == .opening else { return nil }
      switch tag.name {
      case "a": return tag.value(of: "href").map { ($0, tag.line, tag.column) }
      case "img": return (tag.value(of: "src") ?? "", tag.line, tag.column)
      default: return nil
      }
    }
    return (targets + written)
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

  /// A target with a space, or a reference without a definition, stays raw text.
  static let linkRecognised = LintRule(
    "link-recognised",
    "What is written as a link is one."
  ) { source in
    source.inlineTexts.flatMap { block in
      block.lines.compactMap { line, number -> Finding? in
        let written = source.bytes(line: number)
        if let target = rawLink(in: line, "](", written) {
          let advice = target.contains(where: \.isBlank) ? "write its spaces as `%20`" : "close it"
          return Finding("`(\(target.text)` is not a target of a link; \(advice).", line: number)
        }
        if let target = rawLink(in: line, "] (", written), target.starts(with: "http") {
          return Finding("This is no link; remove the space before `(`.", line: number)
        }
        if let reference = rawLink(in: line, "][", written), !reference.isEmpty {
          let name = reference.text
          return Finding("There is no `[\(name)]: …` for this link to lead to.", line: number)
        }
        return nil
      }
    }
  }

  /// What stands behind `[text](` or `[text][`, up to where it closes; nil where no such is written
  /// in the source without backslashes.
  private static func rawLink(
    in line: ArraySlice<UInt8>,
    _ middle: StaticString,
    _ written: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard
      let offset = line.offset(of: middle),
      let opening = line.prefix(offset).lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    // `a[i][j]` is an element of a list.
    let before = opening > line.startIndex ? line[opening - 1] : 0x20
    let text = line[(opening + 1)..<(line.startIndex + offset)]
    guard !before.isWordByte, before != UInt8(ascii: "]"), !text.trimmed.isEmpty else { return nil }
    let target = line.dropFirst(offset + middle.utf8CodeUnitCount)
    guard written.isUnescaped(line[opening..<target.startIndex]) else { return nil }
    let end = target.firstIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
    return target[..<(end ?? target.endIndex)]
  }

  /// The sanitizer's list for `href`; relative targets have none.
  private static let schemes: Set<String> = ["http", "https", "mailto", "xmpp", "irc", "ircs"]

  private static func scheme(of url: String) -> String? {
    let scheme = url.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard
      scheme.count < url.utf8.count, let first = scheme.first, first.isLetter,
      scheme.allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: scheme, as: UTF8.self).lowercased()
  }
}
