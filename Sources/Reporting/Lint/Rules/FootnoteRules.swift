import CommonMark

extension LintRule {
  /// https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#footnotes.
  static let footnotes = LintRule(
    "footnotes",
    "Every footnote is defined once and referred to."
  ) { source in
    let marks = marks(in: source)
    var findings: [Finding] = []
    var defined: [String: Int] = [:]
    let used = Set(marks.filter { !$0.isDefinition }.map(\.name))
    for mark in marks where mark.isDefinition {
      if let line = defined[mark.name] {
        findings.append(
          Finding(
            "Footnote `\(mark.name)` is defined in line \(line) already; give it another name.",
            line: mark.line
          )
        )
      } else {
        defined[mark.name] = mark.line
        guard !used.contains(mark.name) else { continue }
        findings.append(
          Finding("Nothing refers to footnote `\(mark.name)`, so it is not shown.", line: mark.line)
        )
      }
    }
    for mark in marks
    where !mark.isDefinition && defined[mark.name] == nil
      // What else stands there is a class of characters, as in `[^a-z]`.
      && mark.name.utf8.allSatisfy(\.isWordByte)
    {
      findings.append(
        Finding(
          "Footnote `\(mark.name)` is not defined; add `[^\(mark.name)]: …`.",
          line: mark.line
        )
      )
    }
    return findings
  }

  private struct Mark {
    var name: String
    var line: Int
    var isDefinition: Bool
  }

  private static func marks(in source: LintSource) -> [Mark] {
    source.prose.flatMap { number, line -> [Mark] in
      var marks: [Mark] = []
      var rest = line[...]
      while let offset = rest.offset(of: "[^") {
        let start = rest.index(rest.startIndex, offsetBy: offset)
        let name = line[(start + 2)...].prefix { $0 != UInt8(ascii: "]") && !$0.isBlank }
        rest = line[min(line.endIndex, name.endIndex)...]
        guard
          !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == UInt8(ascii: "]"),
          start == line.startIndex || line[start - 1] != UInt8(ascii: "\\")
        else { continue }
        let isFirst = line[..<start].trimmed.isEmpty
        let next = name.endIndex + 1 < line.endIndex ? line[name.endIndex + 1] : 0
        // `[^1](url)` and `[^1][ref]` are links.
        guard next != UInt8(ascii: "("), next != UInt8(ascii: "[") || rest.isEmpty else { continue }
        marks.append(
          Mark(
            name: name.text.lowercased(),
            line: number,
            isDefinition: isFirst && next == UInt8(ascii: ":")
          )
        )
      }
      return marks
    }
  }
}
