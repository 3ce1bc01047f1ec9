import CommonMark

/// The visible text of one block, with the source line of each piece.
struct InlineText {
  /// Stands for code, an image or HTML, which no rule about words looks into.
  static let object: Unicode.Scalar = "\u{FFFC}"

  /// One line of the text, as the source breaks it.
  struct Line {
    /// Without blanks at both ends; its indices are those of ``InlineText/bytes``.
    var text: ArraySlice<UInt8>
    /// In the source, from 1.
    var number: Int
  }

  let kind: MarkdownNode.Kind
  /// What the block stands in.
  let parent: MarkdownNode.Kind
  /// What is seen; line breaks of the source are newlines.
  private(set) var bytes: [UInt8] = []
  /// The parts of ``bytes`` that GitHub links nothing in: links and, in HTML, code.
  private(set) var linked: [Range<Int>] = []
  private(set) var lines: [Line] = []
  /// Where each piece of text begins, in order, with its line.
  private(set) var pieces: [(offset: Int, line: Int)] = []
  private var line: Int
  /// Where an HTML element began in which nothing is linked.
  private var opening: (name: String, offset: Int)?

  private init(of block: MarkdownNode, in parent: MarkdownNode.Kind) {
    kind = block.kind
    self.parent = parent
    line = block.line
    if block.kind == .htmlBlock {
      append(html: block)
    } else {
      for child in block.children { append(child) }
    }
    lines = brokenIntoLines()
  }

  /// The texts of every paragraph, heading, table cell and HTML block, in order of the document.
  static func blocks(of tree: MarkdownNode) -> [InlineText] {
    var blocks: [InlineText] = []
    visit(tree, into: &blocks)
    return blocks
  }

  private static func visit(_ node: MarkdownNode, into blocks: inout [InlineText]) {
    for child in node.children {
      if [.paragraph, .heading, .tableCell, .htmlBlock].contains(child.kind) {
        blocks.append(InlineText(of: child, in: node.kind))
      } else {
        visit(child, into: &blocks)
      }
    }
  }

  /// The source line of the byte at `offset` of ``bytes``.
  func line(at offset: Int) -> Int {
    pieces[..<firstPiece(behind: offset)].last?.line ?? line
  }

  /// The piece of text in which the byte at `offset` stands, which GitHub looks at by itself.
  func piece(at offset: Int) -> Range<Int> {
    let next = firstPiece(behind: offset)
    let start = next > 0 ? pieces[next - 1].offset : 0
    return start..<(pieces.indices.contains(next) ? pieces[next].offset : bytes.count)
  }

  func isLinked(_ offset: Int) -> Bool {
    linked.contains { $0.contains(offset) }
  }

  private func firstPiece(behind offset: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func append(_ node: MarkdownNode) {
    line = max(line, node.line)
    switch node.kind {
    case .text: append(node.literal)
    case .softBreak, .lineBreak:
      append("\n")
      line += 1
    case .htmlInline:
      note(tag: node.literal)
      append(String(Self.object))
      line += node.literal.utf8.count { $0 == 0x0A }
    case .code, .image, .footnoteReference: append(String(Self.object))
    default:
      let start = bytes.count
      for child in node.children { append(child) }
      if node.kind == .link { linked.append(start..<bytes.count) }
    }
  }

  private mutating func append(_ piece: String) {
    pieces.append((bytes.count, line))
    bytes += piece.utf8
  }

  /// The text between the tags of an HTML block.
  private mutating func append(html block: MarkdownNode) {
    var scanner = RawTextScanner()
    for row in block.literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      scanner.pieces(of: Array(row)[...].trimmed) { piece in
        switch piece {
        case .text(let text):
          pieces.append((bytes.count, line))
          bytes += text
        case .tag(let tag):
          note(tag: tag.text)
          append(Self.isWord(tag.text) ? String(Self.object) : " ")
        }
      }
      append("\n")
      line += 1
    }
  }

  /// Whether a tag shows something, or marks what it holds as code.
  private static func isWord(_ tag: String) -> Bool {
    let name = tag.drop { "</".contains($0) }.prefix(while: \.isLetter).lowercased()
    return ["code", "pre", "tt", "kbd", "samp", "var", "img", "picture", "source"].contains(name)
  }

  /// Remembers where `<a>` and `<code>` begin and end.
  private mutating func note(tag: String) {
    let isClosing = tag.hasPrefix("</")
    let name = tag.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter }.lowercased()
    if isClosing, let begun = opening, begun.name == name {
      linked.append(begun.offset..<bytes.count)
      opening = nil
    } else if !isClosing, opening == nil, ["a", "code", "pre", "tt"].contains(name) {
      opening = (name, bytes.count)
    }
  }

  private func brokenIntoLines() -> [Line] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Line(text: $0.trimmed, number: line(at: $0.startIndex)) }
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
