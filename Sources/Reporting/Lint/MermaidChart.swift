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

  /// Lines that begin with no word of such a chart.
  var strange: [(text: String, line: Int)] = []

  static func charts(in source: LintSource) -> [MermaidChart] {
    MermaidDiagram.diagrams(in: source)
      .compactMap { diagram in
        guard diagram.kind.hasPrefix("xychart") else { return nil }
        var chart = MermaidChart(line: diagram.line)
        for (line, number) in diagram.statements { chart.read(line, at: number) }
        return chart
      }
  }

  private init(line: Int) { self.line = line }

  private mutating func read(_ line: Substring, at number: Int) {
    let words = line.drop { $0 == " " }
    if words.hasPrefix("title ") {
      texts.append((String(words.dropFirst(6)), number))
    } else if words.hasPrefix("x-axis"), let list = Self.list(in: words, at: number) {
      labels = list
      texts += list.elements.map { ($0, number) }
    } else if ["line", "bar"].contains(words.prefix(while: \.isLetter)) {
      series.append(Self.list(in: words, at: number) ?? List(elements: [], line: number))
    } else if !Self.otherWords.contains(where: { words.hasPrefix($0) }) {
      strange.append((String(words), number))
    }
  }

  private static let otherWords = ["x-axis", "y-axis", "title", "accTitle", "accDescr", "}"]

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
