import CommonMark

extension LintRule {
  static let codeClosed = LintRule(
    "code-closed",
    "Every backtick that begins code has one that ends it."
  ) { source in
    source.inlineTexts.flatMap { block in
      block.lines.compactMap { line -> Finding? in
        // Two of them open a quotation in TeX.
        guard
          line.text.contains("`"), !line.text.contains("`'"), !line.text.contains("''"),
          opensCode(line.text), !isQuotation(line.text),
          Array(source.bytes(line: line.number)).withoutCode[...].isUnescaped("`".utf8)
        else { return nil }
        return Finding(
          "This backtick begins no code; add the one that ends it.",
          line: line.number
        )
      }
    }
  }

  /// Whether a run of backticks touches what follows it, but no word before it; or an odd one, what is
  /// before it.
  private static func opensCode(_ line: ArraySlice<UInt8>) -> Bool {
    var place = line.startIndex
    var hasOpened = false
    while let start = line[place...].firstIndex(of: UInt8(ascii: "`")) {
      place = start + line[start...].prefix { $0 == UInt8(ascii: "`") }.count
      let before = start > line.startIndex ? line[start - 1] : 0x20
      guard let after = line[place...].first else { continue }
      if !after.isBlank, !before.isWordByte { hasOpened = true }
    }
    return hasOpened
  }

  /// A backtick and an apostrophe around some words, as people wrote before there was Markdown.
  private static func isQuotation(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstIndex(of: UInt8(ascii: "`")),
      let end = line[start...].firstIndex(of: UInt8(ascii: "'")), end > start + 1
    else { return false }
    return line[(end + 1)...].first?.isLetter != true
  }

  static let strongClosed = LintRule(
    "strong-closed",
    "Every `**` or `~~` that begins strong or struck text touches it, and has one that ends it."
  ) { source in
    let names = CodeNames(source)
    return source.inlineTexts.compactMap { block -> Finding? in
      guard let line = openMark(in: block, of: source, names) else { return nil }
      return Finding(
        "These marks make nothing strong; close them, without a space inside.",
        line: line
      )
    } + source.all(.paragraph).compactMap { tripleMark(in: $0, of: source) }
  }

  /// The line of the first marks in a block that were meant and do nothing.
  private static func openMark(
    in block: InlineText,
    of source: LintSource,
    _ names: CodeNames
  ) -> Int? {
    for mark: UInt8 in [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")] {
      let runs = MarkRun.runs(of: mark, in: block.bytes)
        .filter { run in
          source.bytes(line: block.line(at: run.start)).isUnescaped(run.surroundings)
        }
      for (first, second) in zip(runs, runs.dropFirst())
      where first.makesPair(with: second) && !first.isName(names) && !second.isName(names) {
        return block.line(at: first.start)
      }
      guard runs.count == 1, let run = runs.first, run.isLeftOpen(names) else { continue }
      return block.line(at: run.start)
    }
    return nil
  }

  /// `***a** b` or `**a* b`, of which one star is left over before what was marked.
  private static func tripleMark(in paragraph: MarkdownNode, of source: LintSource) -> Finding? {
    for (text, next) in zip(paragraph.children, paragraph.children.dropFirst())
    where text.kind == .text && (next.kind == .strong || next.kind == .emphasis) {
      let literal = Array(text.literal.utf8)
      guard literal.last == UInt8(ascii: "*"), literal.dropLast().last.map(\.isBlank) ?? true,
        next.kind == .strong
          ? source.writes("***", line: next.line) : isHalfClosed(next, in: source)
      else { continue }
      return Finding("One of these `*` closes nothing; close as many as open.", line: next.line)
    }
    return nil
  }
}

extension LintRule {
  /// Whether `**` is written before the words of an emphasis.
  private static func isHalfClosed(_ emphasis: MarkdownNode, in source: LintSource) -> Bool {
    let word = Array(emphasis.plainText.utf8.prefix(8)).prefix { $0 < 0x80 && $0 != 0x0A }
    return source.bytes(line: emphasis.line).isUnescaped(Array("**".utf8) + word)
  }
}

/// What is unpacked by `**`, as `kwargs` is: by usage, or in the code of the document.
struct CodeNames {
  private let names: Set<String>

  init(_ source: LintSource) {
    var names: Set<String> = [
      "kwargs", "kwds", "kw", "opts", "options", "params", "args", "attrs", "context", "config",
      "fields", "data", "dict", "mapping", "props", "env", "values", "settings", "extra",
      "keywords",
    ]
    source.tree.walk { node in
      guard node.kind == .code || node.kind == .codeBlock else { return }
      for part in node.literal.split(separator: "**") {
        names.insert(String(part.prefix { $0.isLetter || $0 == "_" }))
      }
    }
    self.names = names
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { names.contains(word.text) }
}

/// Two marks of emphasis that stayed text.
private struct MarkRun {
  let bytes: [UInt8]
  let start: Int

  private var mark: UInt8 { bytes[start] }
  private var end: Int { start + 2 }
  private var before: UInt8 { start > 0 ? bytes[start - 1] : 0x0A }
  private var after: UInt8 { end < bytes.count ? bytes[end] : 0x0A }
  private var isSpaceBefore: Bool { before.isBlank || before == 0x0A }
  private var isSpaceAfter: Bool { after.isBlank || after == 0x0A }

  /// The run with what is written next to it.
  var surroundings: ArraySlice<UInt8> {
    let next = bytes[end...].prefix(4).prefix { $0 != 0x0A && $0 < 0x80 }
    guard next.isEmpty else { return bytes[start..<next.endIndex] }
    let last = bytes[..<start].suffix(3).reversed().prefix { $0 != 0x0A && $0 < 0x80 }
    return bytes[(start - last.count)..<end]
  }

  /// The runs of exactly two.
  static func runs(of mark: UInt8, in bytes: [UInt8]) -> [MarkRun] {
    var runs: [MarkRun] = []
    var place = 0
    while let start = bytes[place...].firstIndex(of: mark) {
      let count = bytes[start...].prefix { $0 == mark }.count
      if count == 2 { runs.append(MarkRun(bytes: bytes, start: start)) }
      place = start + count
    }
    return runs
  }

  /// Whether this run and the next were written to make what stands between them strong.
  func makesPair(with second: MarkRun) -> Bool {
    let inside = bytes[end..<second.start]
    guard let first = inside.trimmed.first, let last = inside.trimmed.last,
      !inside.contains(mark), isSpaceBefore || before >= 0x80
    else { return false }
    // `2 ** 3 ** 4` and `a ** b` are powers, `**/*.md` and `src/**` patterns.
    if isSpaceAfter {
      return inside.trimmed.count > 1 && (first.isLetterOrBeyond || followsWord)
        && inside.trimmed.allSatisfy { !"/=+".utf8.contains($0) }
        && (second.isSpaceAfter || !second.after.isWordByte)
    }
    guard first.isWordByte || first == UInt8(ascii: "\"") || first == UInt8(ascii: "(") else {
      return false
    }
    if second.isSpaceBefore {
      return ":.!?".utf8.contains(last)
        || last.isWordByte && (!second.after.isWordByte || !joinsNames(inside))
    }
    // Punctuation within and a letter without: the second opens instead of closing.
    return ":.!?;%)\"".utf8.contains(last) || last.isWordByte
  }

  /// Whether more than a letter stands before this run, which is then no power.
  private var followsWord: Bool {
    let word = bytes[..<start].trimmed.reversed().prefix(while: \.isLetter)
    return word.count > 1
  }

  /// `**names and **options` are two names.
  private func joinsNames(_ inside: ArraySlice<UInt8>) -> Bool {
    let words = inside.split(whereSeparator: \.isBlank)
    return words.count > 3
      || words.contains {
        ["and", "or", "with", "to", "from", "in", "as", "plus"].contains($0.text)
      }
  }

  /// True for `**kwargs` and the like.
  func isName(_ names: CodeNames) -> Bool {
    names.contains(bytes[end...].prefix(while: \.isWordByte))
  }

  /// Whether this run, the only one, opens what nothing closes.
  func isLeftOpen(_ names: CodeNames) -> Bool {
    guard isSpaceBefore, !isSpaceAfter, mark != UInt8(ascii: "_") || isCapitalWord else {
      return false
    }
    let rest = bytes[end...]
    let word = rest.prefix(while: \.isWordByte)
    guard rest.contains(where: \.isBlank) || mark == UInt8(ascii: "~") || start == 0 else {
      return false
    }
    if after.isDigit { return !isPower }
    guard after.isLetterOrBeyond, !word.contains(UInt8(ascii: "_")) else { return false }
    let next = word.endIndex < bytes.count ? bytes[word.endIndex] : 0x0A
    guard !"(=[/*);]".utf8.contains(next), !isName(names), !isPointer else { return false }
    // `*args, **rest` are arguments of a function.
    return !bytes[..<start].contains(UInt8(ascii: "*"))
  }

  /// A number or a short name before `**` raises it to a power.
  private var isPower: Bool {
    let word = bytes[..<start].trimmed.reversed().prefix { $0.isWordByte || $0 == 0x29 }
    return word.first.map { $0.isDigit || $0 == 0x29 } == true || word.count == 1
  }

  /// `char **names` in C.
  private var isPointer: Bool {
    let type = Array(bytes[..<start].trimmed.reversed().prefix(while: \.isWordByte).reversed()).text
    return type.hasSuffix("_t")
      || ["char", "void", "int", "const", "float", "double", "long", "unsigned"].contains(type)
  }

  private var isCapitalWord: Bool {
    (0x41...0x5A).contains(after) && end + 1 < bytes.count && (0x61...0x7A).contains(bytes[end + 1])
  }
}

extension UInt8 {
  /// A letter, in ASCII or beyond.
  fileprivate var isLetterOrBeyond: Bool { isLetter || self >= 0x80 }
}
