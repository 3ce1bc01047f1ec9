import CommonMark

extension LintRule {
  static let linkText = LintRule(
    "link-text",
    "Every link has a text."
  ) { source in
    let links = source.all(.link).filter { !$0.showsSomething }
      .map { (line: $0.line, column: $0.column) }
    let hasAnchors = source.tags.contains { $0.name == "a" }
    return (links + (hasAnchors ? emptyAnchors(in: source.tree) : []))
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
    // `ftp://…` alone is shown as it was meant.
    let targets = (source.all(.link) + source.all(.image))
      .filter { !$0.url.hasPrefix("ftp:") || $0.plainText != $0.url }
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
        problem(of: link.url).map { Finding($0, line: link.line, column: link.column) }
      }
  }

  private static func problem(of url: String) -> String? {
    if url.isEmpty { return "This link leads nowhere; give it a target." }
    if ["http//", "https//"].contains(where: { url.hasPrefix($0) }) {
      return "`\(url)` lacks a colon; write `://`."
    }
    if url.lowercased().hasPrefix("www.") {
      return "GitHub takes `\(url)` for a file beside this one; begin it with `https://`."
    }
    guard let scheme = scheme(of: url) else {
      let isOfThisMachine = ["/home/", "/Users/"].contains { url.hasPrefix($0) }
      return isOfThisMachine ? "`\(url)` is a path on one machine; name a place others reach." : nil
    }
    guard schemes.contains(scheme) else { return "GitHub removes links to `\(scheme):`." }
    let rest = url.dropFirst(scheme.utf8.count + 1)
    let host = rest.hasPrefix("//") ? rest.dropFirst(2) : ""
    switch scheme {
    case "http", "https":
      if host.isEmpty || "/?#".contains(host.first ?? "/") {
        return "`\(url)` names no host; write it as `\(scheme)://example.org`."
      }
      let isTwice = ["http://", "https://"].contains { host.hasPrefix($0) }
      return isTwice ? "`\(url)` begins twice; remove the first `\(scheme)://`." : nil
    case "mailto" where rest.isEmpty: return "This link names no mail address; add one."
    default: return nil
    }
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
