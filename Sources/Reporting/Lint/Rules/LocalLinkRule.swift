import CommonMark

extension LintRule {
  /// Links to files beside the document and to headings inside it.
  ///
  /// - Parameter exists: Whether there is a file or folder at a path, taken from the document.
  /// - Returns: A rule that only someone who can look at files can ask for.
  package static func localLinks(
    exists: @escaping @Sendable (_ path: String) -> Bool
  ) -> LintRule {
    LintRule("local-links", "A link to a file or a heading leads to one that exists.") { source in
      let links = (source.tree.all(.link) + source.tree.all(.image))
        .map { (url: $0.url, line: $0.line, column: $0.column) }
      let anchors = HeadingAnchors(source)
      return links.compactMap { link in
        guard let target = LocalTarget(link.url) else { return nil }
        if let path = target.path {
          guard !exists(path) else { return nil }
          return Finding("There is no file `\(path)`.", line: link.line, column: link.column)
        }
        guard !anchors.contains(target.anchor) else { return nil }
        let message = "There is no heading for `#\(target.anchor)` in this document."
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
    guard !url.isEmpty, !url.hasPrefix("/"), !url.contains(":") else { return nil }
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    self.path = path.isEmpty ? nil : Self.decoded(path)
    anchor = parts.count > 1 ? Self.decoded(parts[1]) : ""
    // `#` alone and `#top` lead to the beginning.
    if path.isEmpty, anchor.isEmpty || anchor == "top" { return nil }
  }

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
    for heading in source.tree.all(.heading) { add(heading.plainText, &counts) }
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
