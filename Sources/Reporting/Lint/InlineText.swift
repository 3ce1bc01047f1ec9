import CommonMark

/// The visible text of one block, with the source line of each piece.
struct InlineText {
  /// Stands for code, an image or HTML, which no rule about words looks into.
  static let object: Unicode.Scalar = "\u{FFFC}"

  let kind: MarkdownNode.Kind
  /// What is seen; line breaks of the source are newlines.
  private(set) var text = ""
  /// Where ``text`` is a link already, in bytes.
  private(set) var linked: [Range<Int>] = []
  private var starts: [(offset: Int, line: Int)] = []
  private var line: Int

  private init(of block: MarkdownNode, line: Int) {
    kind = block.kind
    self.line = line
    for child in block.children { append(child) }
  }

  /// The texts of every paragraph, heading and table cell, in order of the document.
  static func blocks(of tree: MarkdownNode) -> [InlineText] {
    var blocks: [InlineText] = []
    var line = 1
    tree.walk { node in
      // A paragraph that a table interrupts has no place of its own.
      line = max(line, node.line)
      guard [.paragraph, .heading, .tableCell].contains(node.kind) else { return }
      blocks.append(InlineText(of: node, line: line))
    }
    return blocks
  }

  /// The source line of the byte at `offset` of ``text``.
  func line(at offset: Int) -> Int {
    starts.last { $0.offset <= offset }?.line ?? line
  }

  private mutating func append(_ node: MarkdownNode) {
    line = max(line, node.line)
    switch node.kind {
    case .text: append(node.literal)
    case .softBreak, .lineBreak: append("\n")
    case .code, .htmlInline, .image: append(String(Self.object))
    default:
      let start = text.utf8.count
      for child in node.children { append(child) }
      if node.kind == .link { linked.append(start..<text.utf8.count) }
    }
  }

  private mutating func append(_ piece: String) {
    starts.append((text.utf8.count, line))
    text += piece
  }
}

extension InlineText {
  /// The text line by line, with the source line of each.
  var lines: [(text: ArraySlice<UInt8>, number: Int)] {
    var offset = 0
    return Array(text.utf8)
      .split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { part in
        defer { offset += part.count + 1 }
        return (part.trimmed, line(at: offset))
      }
  }
}

extension MarkdownNode {
  /// False for a node of nothing but blanks and comments.
  var showsSomething: Bool {
    if !all(.image).isEmpty { return true }
    let html = all(.htmlInline).map { $0.literal.lowercased() }
    if html.contains(where: {
      $0.hasPrefix("<img") || $0.hasPrefix("<picture") || $0.hasPrefix("<source")
    }) {
      return true
    }
    return !plainText.utf8.allSatisfy { $0.isBlank || $0 == 0x0A }
  }
}
