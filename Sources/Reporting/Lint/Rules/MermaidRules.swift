import CommonMark

extension LintRule {
  /// Mermaid draws surplus points without a word and refuses a series of unlike length late.
  static let mermaidValues = LintRule(
    "mermaid-values",
    "Every series of a chart has one plain number for each label."
  ) { source in
    MermaidChart.charts(in: source)
      .flatMap { chart -> [Finding] in
        let expected = chart.labels?.elements.count ?? chart.series.first?.elements.count
        return chart.series.flatMap { series -> [Finding] in
          var findings: [Finding] = []
          if series.elements.isEmpty {
            findings.append(Finding("A series without values is refused.", line: series.line))
          } else if let expected, series.elements.count != expected {
            let message = "This series has \(series.elements.count) values for \(expected) labels."
            findings.append(Finding(message, line: series.line))
          }
          if let wrong = series.elements.first(where: { !MermaidChart.isPlainNumber($0) }) {
            findings.append(Finding("`\(wrong)` is not a plain number.", line: series.line))
          }
          return findings
        }
      }
  }

  static let mermaidQuoting = LintRule(
    "mermaid-quoting",
    "Titles and labels of a chart stand in double quotes without `\"`, `<` or `>` inside."
  ) { source in
    MermaidChart.charts(in: source)
      .flatMap { chart in
        chart.texts.filter { !MermaidChart.isQuoted($0.text) }
          .map { text in
            Finding("`\(text.text)` must stand in double quotes, escaped.", line: text.line)
          }
      }
  }
}

/// The lines of an `xychart-beta` that have to agree.
struct MermaidChart {
  struct List {
    var elements: [String]
    var line: Int
  }

  /// The names on a categorical x axis; nil for one of numbers.
  var labels: List?
  var series: [List] = []
  /// Titles and labels as written.
  var texts: [(text: String, line: Int)] = []

  static func charts(in source: LintSource) -> [MermaidChart] {
    source.codeBlocks.compactMap { block in
      guard block.info == "mermaid" else { return nil }
      let lines = block.literal.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.contains(where: { $0.drop { $0 == " " }.hasPrefix("xychart") }) else {
        return nil
      }
      var chart = MermaidChart()
      for (index, line) in lines.enumerated() { chart.read(line, at: block.line + 1 + index) }
      return chart
    }
  }

  private mutating func read(_ line: Substring, at number: Int) {
    let words = line.drop { $0 == " " }
    if words.hasPrefix("title ") {
      texts.append((String(words.dropFirst(6)), number))
    } else if words.hasPrefix("x-axis"), let list = Self.list(in: words, at: number) {
      labels = list
      texts += list.elements.map { ($0, number) }
    } else if words.hasPrefix("line") || words.hasPrefix("bar") {
      series.append(Self.list(in: words, at: number) ?? List(elements: [], line: number))
    }
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
      && parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  static func isQuoted(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...].trimmed
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == bytes.first else {
      return false
    }
    return bytes.dropFirst().dropLast()
      .allSatisfy {
        $0 >= 0x20 && $0 != 0x7F && !"\"<>".utf8.contains($0)
      }
  }
}
