import CommonMark

extension LintRule {
  /// Links and images to files beside the document, and links to headings in it and in those.
  ///
  /// - Parameters:
  ///   - exists: Whether there is a file or folder at a path, taken from the document.
  ///   - text: What a file at such a path holds; nil when it cannot be read.
  /// - Returns: A rule that only someone who can look at files can ask for.
  package static func localLinks(
    exists: @escaping @Sendable (_ path: String) -> Bool,
    text: @escaping @Sendable (_ path: String) -> String? = { _ in nil }
  ) -> LintRule {
    LintRule("local-links", "A link to a file or a heading leads to one that exists.") { source in
      let links = (source.all(.link) + source.all(.image))
        .map { (url: $0.url, line: $0.line, column: $0.column) }
      let images = source.tags.compactMap { tag -> (url: String, line: Int, column: Int)? in
        guard tag.name == "img", let url = tag.value(of: "src") else { return nil }
        return (url, tag.line, tag.column)
      }
      let anchors = HeadingAnchors(source)
      var others: [String: HeadingAnchors] = [:]
      return (links + images)
        .compactMap { link in
          guard let target = LocalTarget(link.url) else { return nil }
          guard let path = target.path else {
            guard !anchors.contains(target.anchor) else { return nil }
            let message = "There is no heading for `#\(target.anchor)` in this document."
            return Finding(message, line: link.line, column: link.column)
          }
          guard exists(path) else {
            return Finding("There is no file `\(path)`.", line: link.line, column: link.column)
          }
          guard !target.anchor.isEmpty, path.lowercased().hasSuffix(".md") else { return nil }
          if others[path] == nil {
            others[path] = text(path).flatMap { try? LintSource($0) }.map(HeadingAnchors.init)
          }
          guard let found = others[path], !found.contains(target.anchor) else { return nil }
          let message = "There is no heading for `#\(target.anchor)` in `\(path)`."
          return Finding(message, line: link.line, column: link.column)
        }
    }
  }
}

/// A relative target, split at `#`.
private struct LocalTarget {
  /// Nil for a place in the same document.
  var path: String?
  var anchor: String

  init?(_ url: String) {
    guard !url.isEmpty, !url.hasPrefix("/"), !url.contains(":"), !url.lowercased().hasPrefix("www.")
    else { return nil }
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    self.path = path.isEmpty ? nil : Self.decoded(path)
    anchor = parts.count > 1 ? Self.decoded(parts[1]) : ""
    // `#` alone and `#top` lead to the beginning.
    if path.isEmpty, ["", "top", "readme"].contains(anchor) { return nil }
    if Self.isPageOfGitHub(path) { return nil }
  }

  /// `../../issues`: from a file on a page of GitHub, two steps up lead to the repository.
  private static func isPageOfGitHub(_ path: Substring) -> Bool {
    guard path.hasPrefix("../../") else { return false }
    let name = path.split(separator: "/").first { $0 != ".." }
    return name.map { pages.contains(String($0)) } ?? false
  }

  private static let pages: Set<String> = [
    "issues", "pull", "pulls", "actions", "releases", "wiki", "discussions", "commits", "commit",
    "tree", "blob", "raw", "tags", "branches", "projects", "graphs", "network", "stargazers",
    "compare", "security", "labels", "milestones", "milestone", "settings", "edit", "new", "fork",
    "packages", "pulse", "watchers", "contributors", "deployments",
  ]

  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(2).text
      if bytes[index] == UInt8(ascii: "%"), digits.utf8.count == 2,
        let byte = UInt8(digits, radix: 16)
      {
        output.append(byte)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output.text
  }
}

/// The names by which places of a document are reached.
///
/// GitHub makes them from headings: lower case, hyphens for spaces, no punctuation, and a number
/// from the second of the same name on; and it keeps `id` and `name` of HTML.
private struct HeadingAnchors {
  private var names: Set<String> = []

  init(_ source: LintSource) {
    var counts: [String: Int] = [:]
    for heading in source.all(.heading) { add(heading.plainText, &counts) }
    for tag in source.tags where tag.form == .opening {
      for name in ["id", "name"] { if let value = tag.value(of: name) { names.insert(value) } }
      if tag.name.hasPrefix("h"), tag.name.utf8.count == 2 {
        let line = source.bytes(line: tag.line, from: tag.column)
        add(Self.withoutTags(line), &counts)
      }
    }
  }

  func contains(_ anchor: String) -> Bool {
    names.contains(anchor) || names.contains(anchor.lowercased())
      || anchor.hasPrefix("user-content-") || anchor.hasPrefix("L")
  }

  private mutating func add(_ text: String, _ counts: inout [String: Int]) {
    var slug = String.UnicodeScalarView()
    for scalar in Array(text.utf8)[...].trimmed.text.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
      {
        slug.append(scalar)
      }
    }
    let name = String(slug)
    let count = counts[name, default: 0]
    counts[name] = count + 1
    names.insert(count == 0 ? name : "\(name)-\(count)")
  }

  private static func withoutTags(_ line: ArraySlice<UInt8>) -> String {
    var isTag = false
    var output: [UInt8] = []
    for byte in line {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { output.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return output.text
  }
}
