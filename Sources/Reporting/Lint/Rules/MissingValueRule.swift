import CommonMark

extension LintRule {
  static let missingValue = LintRule(
    "missing-value",
    "No `undefined`, `null`, `NaN` or other sign of a missing value where a value should stand."
  ) { source in
    let texts = (source.inlineTexts + source.htmlTexts).filter { $0.kind != .tableCell }
      .flatMap { block in
        block.lines.compactMap { line in
          (MissingValue.value(in: line.text) ?? MissingValue.alone(in: line.text, of: block))
            .map { (value: $0, line: line.number) }
        }
      }
    let cells = source.all(.table).flatMap { MissingCells(of: $0, in: source).found }
    let targets = (source.all(.link) + source.all(.image))
      .compactMap { link in MissingValue.part(of: link).map { (value: $0, line: link.line) } }
    return (texts + cells + targets + title(of: source))
      .map { Finding("`\($0.value)` stands where a value should.", line: $0.line) }
  }

  /// A document that calls itself `undefined`.
  private static func title(of source: LintSource) -> [(value: String, line: Int)] {
    guard let heading = source.tree.children.first(where: { $0.kind == .heading }),
      heading.level == 1, heading.plainText == "undefined", heading.all(.code).isEmpty
    else { return [] }
    return [("undefined", heading.line)]
  }
}

/// Tells what languages print in place of a value from the same words in a sentence.
enum MissingValue {
  /// What languages print in place of a value.
  static let words: Set<String> = ["undefined", "null", "NaN", "nan", "None", "nil"]
  private static let infinite: Set<String> = ["inf", "Infinity"]

  /// What stands in a line where a value should; nil when nothing does.
  static func value(in line: ArraySlice<UInt8>) -> String? {
    if let trace = trace(in: line) { return trace }
    guard line.contains(where: { $0 == 0x6E || $0 == 0x4E || $0 == 0x75 || $0 == 0x49 }) else {
      return nil
    }
    let line = line.contains(0xEF) ? marked(line)[...] : line
    let words = line.split { $0.isBlank || $0 == 0xA0 || $0 == 0xC2 }
    return words.indices.lazy.compactMap { value(at: $0, of: words) }.first
  }

  /// Stands for what is no text, and is no part of a word.
  private static let mark: UInt8 = 0x01

  private static func marked(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.text.replacing(String(InlineText.object), with: "\u{1}").utf8)
  }

  /// A paragraph or a cell of HTML that holds nothing else.
  static func alone(in line: ArraySlice<UInt8>, of block: InlineText) -> String? {
    guard line.count < 10, line.count > 2, block.linked.isEmpty else { return nil }
    let word = line.text
    let isParagraph = block.kind == .paragraph && block.parent == .document
    switch word {
    case "undefined", "NaN": break
    case "null" where isParagraph: break
    default: return nil
    }
    guard isParagraph && block.lines.count == 1 || block.kind == .htmlBlock else { return nil }
    return isReference(block.bytes.text.lowercased()) ? nil : word
  }

  /// What only a program writes.
  static func trace(in line: ArraySlice<UInt8>) -> String? {
    guard line.contains(where: { $0 == 0x5B || $0 == 0x25 || $0 == 0x4E || $0 == 0x3C }) else {
      return nil
    }
    for trace: StaticString in [
      " object at 0x", "[object ", "[native code]", "%!", "NaN:NaN", "NaN-NaN", "NaN/NaN",
    ] {
      guard let offset = line.offset(of: trace) else { continue }
      let rest = line.dropFirst(offset)
      let before = offset > 0 ? line[line.startIndex + offset - 1] : 0x20
      switch trace.description {
      case " object at 0x":
        // https://docs.python.org/3/reference/datamodel.html#object.__repr__
        guard let start = line.prefix(offset).lastIndex(of: UInt8(ascii: "<")) else { continue }
        return line[start..<rest.startIndex].text + " object>"
      case "[object ":
        // In quotes it is spoken of.
        let name = rest.dropFirst(8).prefix(while: \.isLetter)
        guard (0x41...0x5A).contains(name.first ?? 0), rest[name.endIndex...].first == 0x5D,
          !"\"'".utf8.contains(before)
        else { continue }
        return "[object \(name.text)]"
      case "%!":
        // https://pkg.go.dev/fmt#hdr-Format_errors
        let verb = rest.dropFirst(2).drop(while: \.isLetter)
        let isError = ["(MISSING)", "(<nil>)", "(EXTRA ", "(BADINDEX)", "(NOVERB)", "(PANIC="]
          .contains { verb.starts(with: $0.utf8) }
        guard isError else { continue }
        return rest[...(rest.firstIndex(of: 0x29) ?? rest.endIndex - 1)].text
      default: return trace.description
      }
    }
    return nil
  }

  private static func value(at index: Int, of words: [ArraySlice<UInt8>]) -> String? {
    let word = words[index]
    let core = word.drop { !$0.isWordByte }.prefix(while: \.isWordByte)
    guard !core.isEmpty else { return nil }
    let name = core.text
    if name == "Invalid" { return invalidDate(at: index, of: words) }
    if let suffixed = suffixed(name) { return suffixed }
    let isMissing = Self.words.contains(name)
    guard isMissing || infinite.contains(name) else { return nil }
    let after = word[core.endIndex...]
    let before = word[..<core.startIndex]
    let next = words.indices.contains(index + 1) ? words[index + 1] : []
    let label = index > 0 ? words[index - 1] : []
    let isLast = next.isEmpty && after.allSatisfy { !$0.isWordByte }
    if after.first == UInt8(ascii: "%") && after.dropFirst().first?.isWordByte != true {
      return name
    }
    if after.isEmpty, units.contains(next.prefix(while: \.isWordByte).text), name != "None" {
      // `no null values` and `5 null points` count them.
      // `Infinity points to nothing` is a sentence.
      let isSentence = infinite.contains(name) && index == 0 && before.isEmpty
      return label.allSatisfy(\.isDigit) && !label.isEmpty || isSentence
        || name == "null" && !next.starts(with: "ago".utf8)
        ? nil : name
    }
    // `None of 4 issues` is a sentence.
    let isSentence = name == "None" && (index == 0 || ".!?".utf8.contains(label.last ?? 0))
    if after.allSatisfy({ $0 == 0x29 }), next.elementsEqual("of".utf8), !isSentence,
      words.dropFirst(index + 2).first?.first?.isDigit == true
    {
      return name
    }
    if isMissing, name != "None", before.last.map({ "#@".utf8.contains($0) }) == true {
      return name
    }
    if isNamed(name, index, of: words, isEnd: isLast || !after.isEmpty) { return name }
    if name == "undefined", isLast, index > 1,
      ["for", "of"].contains(label.text), reports.contains(words[index - 2].text.lowercased())
    {
      return name
    }
    return isLast && isLabelled(name, by: words[..<index]) ? name : nil
  }

  /// Whether a name should stand: `Merged by undefined`, `Hello, null!`.
  private static func isNamed(
    _ name: String,
    _ index: Int,
    of words: [ArraySlice<UInt8>],
    isEnd: Bool
  ) -> Bool {
    guard index > 0, ["undefined", "null", "NaN", "nil"].contains(name) else { return false }
    let label = words[index - 1].prefix(while: \.isWordByte).text.lowercased()
    let next = words.indices.contains(index + 1) ? words[index + 1].text : ""
    guard isEnd || ["on", "in", "at", "and", "with"].contains(next) else { return false }
    if ["hello", "hi", "hey", "dear", "welcome"].contains(label) { return index == 1 }
    return label == "by" && index > 1 && deeds.contains(words[index - 2].text.lowercased())
  }

  private static let deeds: Set<String> = [
    "opened", "merged", "closed", "released", "reviewed", "created", "written", "authored",
    "posted",
    "reported", "assigned", "approved", "updated", "maintained", "requested", "committed", "made",
    "published", "commented", "answered", "contributed",
  ]

  /// Whether words such as `Stars:` ask for a number or a name.
  private static func isLabelled(_ name: String, by words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard words.last?.last == UInt8(ascii: ":") else { return false }
    let label = words.map(\.text).joined(separator: " ")
    guard !isReference(label.lowercased()), !label.utf8.contains(mark) else {
      return false
    }
    if name == "None" { return isRated(label.lowercased()) && words.count == 1 }
    if infinite.contains(name) { return isMeasured(label.lowercased()) }
    let first = label.utf8.first { $0.isWordByte } ?? 0
    return (0x41...0x5A).contains(first) || first >= 0x80 || isMeasured(label.lowercased())
  }

  /// `Released on Invalid Date`, but not `it returns Invalid Date`.
  private static func invalidDate(at index: Int, of words: [ArraySlice<UInt8>]) -> String? {
    guard words.indices.contains(index + 1), index > 0,
      words[index + 1].prefix(while: \.isWordByte).elementsEqual("Date".utf8)
    else { return nil }
    let before = words[index - 1]
    // `on Invalid Date strings` names a kind of them.
    guard words.count == index + 2 || words[index + 1].last?.isWordByte == false else { return nil }
    let isAsked =
      ["on", "since", "until", "at", "from"].contains(before.text.lowercased())
      || before.last == UInt8(ascii: ":") && !isReference(before.text.lowercased())
    return isAsked ? "Invalid Date" : nil
  }

  /// `NaNh`, `undefinedpx`.
  private static func suffixed(_ word: String) -> String? {
    if ["vundefined", "vnull", "vNaN"].contains(word) { return word }
    for name in ["undefined", "NaN", "null"] where word.hasPrefix(name) {
      let suffix = String(word.dropFirst(name.count))
      if suffixes.contains(suffix) || suffix == name, name != "null" || suffix.count > 1 {
        return word
      }
    }
    return nil
  }

  /// A part of a target that a value should have filled.
  static func part(of link: MarkdownNode) -> String? {
    let url = link.url
    let isQuery = { (index: String.Index) in
      url[..<index].contains("?") && url[..<index].last == "="
    }
    let parts = url.split { "/=?&#".contains($0) }
    for (index, part) in parts.enumerated() where words.contains(String(part)) {
      let isWhole = index == parts.count - 1 && !isQuery(part.startIndex)
      let isPage =
        isWhole
        && (index > 1 && isDocumentation(url)
          || link.plainText != url && link.plainText.contains(part))
      if part == "undefined", !isPage || parts.count == 1 { return "undefined" }
      if parts.count == 1 || isQuery(part.startIndex) { return String(part) }
      if ["null", "NaN"].contains(part), !isWhole, index > 1, !isDocumentation(url) {
        return String(part)
      }
    }
    guard link.kind == .link, ["undefined", "NaN"].contains(link.plainText),
      !url.lowercased().contains(link.plainText.lowercased()), link.all(.code).isEmpty,
      !url.hasPrefix("#"), !isDocumentation(url)
    else { return nil }
    return link.plainText
  }

  /// True for a page that may explain such a word.
  private static func isDocumentation(_ url: String) -> Bool {
    [
      "developer.", "docs.", "doc.", "/docs", "/doc/", "/reference", "/api", "wiki", "/std/",
      "tc39",
      "w3.org", "readthedocs", "mdn", "whatwg", "learn.", "/lang",
    ]
    .contains { url.lowercased().contains($0) }
  }

  /// Whether words speak of a programming interface, where such values are meant.
  static func isReference(_ title: String) -> Bool {
    [
      "default", "type", "value", "option", "param", "return", "result", "raise", "throw", "yield",
      "initial", "otherwise", "else", "empty", "note", "example", "input", "output", "expected",
      "before", "after", "absent", "missing", "unset", "json", "field", "key", "argument",
    ]
    .contains { title.contains($0) }
  }

  /// Whether words name something that is measured.
  static func isMeasured(_ title: String) -> Bool {
    title.utf8.split { !$0.isLetter }
      .contains { measures.contains(String(Substring($0))) }
  }

  private static let measures: Set<String> = [
    "score", "scores", "stars", "forks", "issues", "commits", "total", "average", "mean", "median",
    "count", "rate", "coverage", "downloads", "contributors", "points", "duration", "uptime",
    "latency", "change", "trend", "percentile", "growth", "ratio", "share", "views", "visitors",
    "releases", "age", "sum", "health",
  ]

  /// Whether words name a measure that is never the word none, as a count may be.
  static func isRated(_ title: String) -> Bool {
    ["score", "mean", "median", "average", "rate", "coverage", "ratio", "percentile"]
      .contains { title.contains($0) }
  }

  private static let reports: Set<String> = ["report", "summary", "results", "status", "health"]

  private static let suffixes: Set<String> = [
    "px", "em", "ms", "h", "m", "d", "k", "M", "KB", "MB", "GB", "kB", "x",
  ]

  private static let units: Set<String> = [
    "day", "days", "h", "hours", "min", "minutes", "points", "issues", "stars", "forks", "commits",
    "people", "lines", "files", "d", "months", "weeks", "years", "contributors", "ago",
  ]
}
