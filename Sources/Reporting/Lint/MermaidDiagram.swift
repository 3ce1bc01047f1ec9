import CommonMark

/// A code block of Mermaid: what it draws, and its lines.
struct MermaidDiagram {
  /// Where the block begins.
  let line: Int
  /// The first word, as in `flowchart`; empty for an empty block.
  let kind: String
  /// The second word of the first line, as `LR`; nil when there is none.
  let direction: String?
  /// Where the first word stands.
  let headLine: Int
  /// What stands below the first line, without comments and blank lines.
  let statements: [(text: Substring, line: Int)]

  static func diagrams(in source: LintSource) -> [MermaidDiagram] {
    source.codeBlocks.compactMap { block in
      block.isMermaid ? MermaidDiagram(block) : nil
    }
  }

  private init(_ block: MarkdownNode) {
    line = block.line
    var lines: [(text: Substring, line: Int)] = []
    var isFrontMatter = false
    for (index, line) in block.literal.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("---"), lines.isEmpty {
        isFrontMatter.toggle()
      } else if !isFrontMatter, !words.isEmpty, !words.hasPrefix("%%") {
        lines.append((words, block.line + 1 + index))
      }
    }
    let first = lines.first?.text ?? ""
    kind = String(first.prefix { !" \t;:".contains($0) })
    headLine = lines.first?.line ?? block.line
    direction = first.split { " \t;".contains($0) }.dropFirst().first.map(String.init)
    // A one-liner goes on behind a semicolon.
    let rest = first.split(separator: ";", maxSplits: 1).dropFirst()
      .map { (text: $0.drop { $0 == " " }, line: lines[0].line) }
    statements = rest + lines.dropFirst()
  }

  /// ``statements`` without titles and descriptions for screen readers.
  var plainStatements: [(text: Substring, line: Int)] {
    var isDescription = false
    return statements.filter { text, _ in
      if isDescription {
        isDescription = !text.contains("}")
        return false
      }
      guard text.hasPrefix("accTitle") || text.hasPrefix("accDescr") else { return true }
      isDescription = text.contains("{") && !text.contains("}")
      return false
    }
  }

  /// https://mermaid.js.org/intro/ lists them.
  static func isKnown(_ kind: String) -> Bool { kinds.contains(kind) }

  private static let kinds: Set<String> = [
    "graph", "flowchart", "flowchart-elk", "sequenceDiagram", "classDiagram", "classDiagram-v2",
    "stateDiagram", "stateDiagram-v2", "erDiagram", "journey", "gantt", "pie", "quadrantChart",
    "requirementDiagram", "requirement", "gitGraph", "C4Context", "C4Container", "C4Component",
    "C4Dynamic", "C4Deployment", "mindmap", "timeline", "zenuml", "sankey", "sankey-beta",
    "xychart",
    "xychart-beta", "block", "block-beta", "packet", "packet-beta", "kanban", "architecture",
    "architecture-beta", "radar", "radar-beta", "treemap", "treemap-beta", "info",
    "venn-beta", "ishikawa-beta", "treeView-beta", "wardley-beta", "eventmodeling", "cynefin-beta",
  ]
}

extension MarkdownNode {
  /// True for a code block that GitHub draws.
  var isMermaid: Bool { info.split(separator: " ").first == "mermaid" }
}
