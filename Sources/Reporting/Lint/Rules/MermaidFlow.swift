import CommonMark

/// What can be told of a flowchart without drawing it.
enum MermaidFlow {
  private static let directions: Set<String> = ["TB", "TD", "BT", "RL", "LR"]

  /// The lines that Mermaid refuses, and why.
  static func problems(in diagram: MermaidDiagram) -> [(message: String, line: Int)] {
    guard diagram.kind == "graph" || diagram.kind == "flowchart" else { return [] }
    var problems = unbalanced(diagram.statements)
      .map { (message: "A bracket or a quote of this line does not close.", line: $0) }
    if let direction = diagram.direction, !directions.contains(direction),
      direction.utf8.allSatisfy(\.isLetter)
    {
      problems.append(
        ("`\(direction)` is no direction of a flowchart; use TB, BT, LR or RL.", diagram.headLine)
      )
    }
    let words = diagram.statements.map { (words: $0.text.split(separator: " "), line: $0.line) }
    for (words, line) in words where words.count == 3 {
      if words[1] == "->" {
        problems.append(("`->` is no arrow of a flowchart; write `-->`.", line))
      }
      if words[1] == "-->", words[0] == "end" || words[2] == "end" {
        problems.append(("`end` closes a subgraph; call the node otherwise, as in `End`.", line))
      }
    }
    let subgraphs = words.filter { $0.words.first == "subgraph" }
    if let last = subgraphs.last,
      subgraphs.count > words.count(where: { $0.words == ["end"] || $0.words == ["end;"] })
    {
      problems.append(("A subgraph is not closed; add `end`.", last.line))
    }
    return problems
  }

  /// The lines whose brackets or quotes do not close, on the line or on those that go on with it.
  private static func unbalanced(_ statements: [(text: Substring, line: Int)]) -> [Int] {
    var lines: [Int] = []
    var open: (brackets: BracketScanner, line: Int)?
    for statement in statements {
      let bytes = Array(statement.text.utf8)
      var scanner = open?.brackets ?? BracketScanner()
      if let begun = open, !begun.brackets.goesOn(in: bytes) {
        lines.append(begun.line)
        open = nil
        scanner = BracketScanner()
      }
      scanner.read(bytes)
      if scanner.isBroken {
        lines.append(open?.line ?? statement.line)
        open = nil
      } else {
        open = scanner.isBalanced ? nil : (scanner, open?.line ?? statement.line)
      }
    }
    return lines + (open.map { [$0.line] } ?? [])
  }
}

/// Brackets and quotes that are open.
private struct BracketScanner {
  private var open: [UInt8] = []
  private var isQuoted = false
  private(set) var isBroken = false

  var isBalanced: Bool { open.isEmpty && !isQuoted }

  /// Whether a label that began above may end in a line.
  func goesOn(in line: [UInt8]) -> Bool {
    if isQuoted { return true }
    let bracket = line.first { "[](){}\"".utf8.contains($0) }
    return bracket == nil || "])}".utf8.contains(bracket ?? 0)
  }

  mutating func read(_ line: [UInt8]) {
    for (index, byte) in line.enumerated() {
      let previous = index > 0 ? line[index - 1] : 0x20
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      // The rest is a comment.
      if byte == UInt8(ascii: "%"), open.isEmpty, previous.isBlank,
        line[index...].starts(with: "%%")
      {
        return
      }
      switch byte {
      // A parenthesis inside a label has to be quoted; `[(…)]` is a shape.
      case UInt8(ascii: "(")
      where open.last == UInt8(ascii: "[") && (previous.isWordByte || previous.isBlank):
        isBroken = true
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): open.append(byte)
      // `A>flag]` is a shape.
      case UInt8(ascii: ">")
      where open.isEmpty && previous.isWordByte
        && line[index...].first { "[]|".utf8.contains($0) } == UInt8(ascii: "]"):
        open.append(UInt8(ascii: "["))
      case UInt8(ascii: "]"): if open.popLast() != UInt8(ascii: "[") { isBroken = true }
      case UInt8(ascii: ")"): if open.popLast() != UInt8(ascii: "(") { isBroken = true }
      case UInt8(ascii: "}"): if open.popLast() != UInt8(ascii: "{") { isBroken = true }
      default: break
      }
    }
  }
}
