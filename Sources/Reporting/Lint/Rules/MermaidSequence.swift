import CommonMark

/// What can be told of a sequence diagram without drawing it.
enum MermaidSequence {
  private static let blocks: Set<Substring> = [
    "loop", "alt", "opt", "par", "critical", "break", "rect", "box",
  ]

  /// The lines that Mermaid refuses, and why.
  static func problems(in diagram: MermaidDiagram) -> [(message: String, line: Int)] {
    guard diagram.kind == "sequenceDiagram" else { return [] }
    var problems: [(message: String, line: Int)] = []
    var open: [Int] = []
    for (text, line) in diagram.plainStatements {
      let words = text.split(separator: " ")
      guard let first = words.first else { continue }
      if blocks.contains(first) {
        open.append(line)
      } else if first == "end" {
        _ = open.popLast()
      } else if text.contains("->>"), !text.contains(":"), !text.contains(";"), words.count < 4 {
        problems.append(("This message has no text; add `: …`.", line))
      }
    }
    return problems + open.map { ("This block is not closed; add `end`.", $0) }
  }
}

/// What can be told of diagrams with blocks in braces without drawing them.
enum MermaidBlocks {
  private static let kinds: Set<String> = [
    "classDiagram", "classDiagram-v2", "stateDiagram", "stateDiagram-v2", "erDiagram",
  ]

  /// The lines that Mermaid refuses, and why.
  static func problems(in diagram: MermaidDiagram) -> [(message: String, line: Int)] {
    guard kinds.contains(diagram.kind) else { return [] }
    var problems: [(message: String, line: Int)] = []
    var open: [Int] = []
    for (text, line) in diagram.plainStatements {
      let words = text.split(separator: " ")
      if words.last?.last == "{" {
        open.append(line)
      } else if words.first?.first == "}" {
        _ = open.popLast()
      } else if diagram.kind.hasPrefix("state"), words.count == 3, words[1] == "->" {
        problems.append(("`->` is no arrow of a state diagram; write `-->`.", line))
      }
    }
    return problems + open.map { ("This block is not closed; add `}`.", $0) }
  }
}
