import CommonMark

/// The lines of an `xychart-beta` that have to agree.
struct MermaidChart {
  struct List {
    var elements: [String]
    var line: Int
  }

  /// Where the block begins.
  let line: Int
  /// The names on a categorical x axis; nil for one of numbers.
  var labels: List?
  var series: [List] = []
  /// Titles and labels as written.
  var texts: [(text: String, line: Int)] = []

  /// Lines that Mermaid does not read as one of such a chart.
  var strange: [(text: String, line: Int)] = []

  static func charts(in source: LintSource) -> [MermaidChart] {
    MermaidDiagram.diagrams(in: source)
      .compactMap { diagram in
        guard diagram.kind.hasPrefix("xychart") else { return nil }
        var chart = MermaidChart(line: diagram.line)
        for (line, number) in diagram.plainStatements { chart.read(line, at: number) }
        return chart
      }
  }

  private init(line: Int) { self.line = line }

  private mutating func read(_ line: Substring, at number: Int) {
    let words = line.drop { $0 == " " }
    let isStrange: Bool
    if words.hasPrefix("title ") {
      texts.append((String(words.dropFirst(6)), number))
      isStrange = false
    } else if words.hasPrefix("x-axis") {
      isStrange = readAxis(words.dropFirst(6), mayName: true, at: number)
    } else if words.hasPrefix("y-axis") {
      isStrange = readAxis(words.dropFirst(6), mayName: false, at: number)
    } else if ["line", "bar"].contains(words.prefix(while: \.isLetter)) {
      series.append(Self.list(in: words, at: number) ?? List(elements: [], line: number))
      // Behind the values nothing more may stand.
      isStrange =
        words.lastIndex(of: "]").map { !Self.isBlank(words[words.index(after: $0)...]) } ?? false
    } else {
      isStrange = words != "}" && words != "title"
    }
    if isStrange { strange.append((String(words), number)) }
  }

  /// Takes a title, then a range of numbers or, on the x axis, names.
  ///
  /// - Returns: Whether it is something else.
  private mutating func readAxis(_ words: Substring, mayName: Bool, at number: Int) -> Bool {
    let quotes = words.utf8.count { $0 == UInt8(ascii: "\"") }
    guard quotes % 2 == 0 else { return true }
    if mayName, let list = Self.list(in: words, at: number) {
      labels = list
      texts += list.elements.map { ($0, number) }
      return words.lastIndex(of: "]").map { !Self.isBlank(words[words.index(after: $0)...]) }
        ?? true
    }
    let bare = Self.withoutQuoted(words)
    if bare.contains("[") || bare.contains("]") { return true }
    guard let arrow = bare.utf8.offset(of: "-->") else { return bare.contains("->") }
    let bytes = Array(bare.utf8)
    let from = bytes.prefix(arrow).split(whereSeparator: \.isBlank).last?.text ?? ""
    return !Self.isPlainNumber(from)
      || !Self.isPlainNumber(bytes.dropFirst(arrow + 3).trimmed.text)
  }

  private static func isBlank(_ text: Substring) -> Bool { text.utf8.allSatisfy(\.isBlank) }

  /// The text with nothing in place of what stands in quotes.
  private static func withoutQuoted(_ text: Substring) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return stride(from: 0, to: parts.count, by: 2).map { String(parts[$0]) }.joined(separator: " ")
  }

  /// The elements between `[` and the last `]`, parted at commas outside quotes.
  private static func list(in line: Substring, at number: Int) -> List? {
    guard
      let start = line.firstIndex(of: "["), let end = line.lastIndex(of: "]"), start < end
    else { return nil }
    var elements: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line[line.index(after: start)..<end].utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted {
        elements.append([])
      } else {
        elements[elements.count - 1].append(byte)
      }
    }
    let texts = elements.map(\.trimmed.text)
    return List(elements: texts == [""] ? [] : texts, line: number)
  }

  /// Digits with an optional sign and fraction; Mermaid refuses exponents and `null`.
  static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.count - digits.count <= 1 && (1...2).contains(parts.count)
      && parts.contains { !$0.isEmpty }
      && parts.allSatisfy { $0.allSatisfy(\.isDigit) }
  }

  /// True for text in quotes, and for plain words, which need none.
  static func isQuoted(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...].trimmed
    if !bytes.isEmpty, bytes.allSatisfy({ $0.isLetter || $0.isDigit || " -_".utf8.contains($0) }) {
      return true
    }
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == bytes.first else {
      return false
    }
    return bytes.dropFirst().dropLast()
      .allSatisfy {
        $0 >= 0x20 && $0 != 0x7F && !"\"<>".utf8.contains($0)
      }
  }
}
