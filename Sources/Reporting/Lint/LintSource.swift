package import CommonMark

/// A Markdown document as the rules look at it: its lines and its tree.
package struct LintSource: Sendable {
  package let text: String
  /// The bytes of each line without its end.
  package let lines: [[UInt8]]
  package let tree: MarkdownNode
  /// The HTML tags and comments, in order of the document.
  package let tags: [HTMLTag]
  /// Fenced and indented code.
  package let codeBlocks: [MarkdownNode]
  /// What is seen in paragraphs, headings and cells.
  let inlineTexts: [InlineText]
  /// What is seen in HTML blocks.
  let htmlTexts: [InlineText]
  private let nodes: [MarkdownNode.Kind: [MarkdownNode]]
  /// By line, counted from 0: whether it belongs to a code block, its fences included.
  private let code: [Bool]

  /// True for a page of a repository, which is no body of an issue and may be long.
  let isPage: Bool

  /// Takes the document, and what its file is called.
  package init(_ text: String, file: String? = nil) throws(CommonMarkError) {
    self.text = text
    isPage = file.map(Self.isPage) ?? false
    lines = Self.lines(of: text)
    tree = try CommonMark.parse(text)
    tags = HTMLTag.tags(in: tree)
    var nodes: [MarkdownNode.Kind: [MarkdownNode]] = [:]
    tree.walk { nodes[$0.kind, default: []].append($0) }
    self.nodes = nodes
    codeBlocks = nodes[.codeBlock] ?? []
    let texts = InlineText.blocks(of: tree)
    inlineTexts = texts.filter { $0.kind != .htmlBlock }
    htmlTexts = texts.filter { $0.kind == .htmlBlock }
    var code = [Bool](repeating: false, count: lines.count + 1)
    for block in codeBlocks {
      for line in block.line...max(block.line, block.endLine) where code.indices.contains(line - 1)
      {
        code[line - 1] = true
      }
    }
    self.code = code
  }

  /// Every node of one kind, in order of the document.
  func all(_ kind: MarkdownNode.Kind) -> [MarkdownNode] { nodes[kind] ?? [] }

  /// The bytes of a line, from a column on; both are counted from 1.
  func bytes(line: Int, from column: Int = 1) -> ArraySlice<UInt8> {
    guard lines.indices.contains(line - 1) else { return [] }
    return lines[line - 1].dropFirst(max(0, column - 1))
  }

  /// True when `pattern` is written in a line without a backslash before it.
  func writes(_ pattern: StaticString, line: Int) -> Bool {
    bytes(line: line).isUnescaped(Array(pattern.description.utf8))
  }

  /// How often `pattern` is written in a line without a backslash before it.
  func count(of pattern: StaticString, line: Int) -> Int {
    let pattern = Array(pattern.description.utf8)
    let bytes = bytes(line: line)
    return bytes.indices.count { place in
      bytes[place] == pattern[0] && bytes[place...].starts(with: pattern)
        && (place == bytes.startIndex || bytes[place - 1] != UInt8(ascii: "\\"))
    }
  }

  /// True for a line whose end is shown as one: it ends with `\`, with two spaces or with `<br>`.
  func breaks(afterLine line: Int) -> Bool {
    let bytes = bytes(line: line)
    return bytes.suffix(2).elementsEqual("  ".utf8) || bytes.last == UInt8(ascii: "\\")
      || bytes.trimmed.last == UInt8(ascii: ">")
  }

  /// The lines outside code blocks, by number, with spaces in place of comments and of the code
  /// between backticks.
  var prose: [(number: Int, line: [UInt8])] {
    var lines = lines
    for tag in tags where tag.isComment {
      for number in tag.line...max(tag.line, tag.endLine) where lines.indices.contains(number - 1) {
        let count = lines[number - 1].count
        let start = number == tag.line ? min(tag.column - 1, count) : 0
        let end = number == tag.endLine ? min(tag.endColumn - 1, count) : count
        for place in start..<max(start, end) { lines[number - 1][place] = 0x20 }
      }
    }
    return lines.indices.compactMap { index in
      isCode(line: index + 1) ? nil : (index + 1, lines[index].withoutCode)
    }
  }

  /// The last line of the YAML that a file may begin with; 0 without.
  var endOfFrontMatter: Int {
    guard let first = lines.first, first.trimmed.elementsEqual("---".utf8) else { return 0 }
    let end = lines.dropFirst().firstIndex { $0.trimmed.elementsEqual("---".utf8) }
    guard let end, end > 1 else { return 0 }
    let key = lines[1].prefix { $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    return !key.isEmpty && lines[1][key.endIndex...].starts(with: ":") ? end + 1 : 0
  }

  /// True for a line inside a code block, its fences included.
  func isCode(line: Int) -> Bool {
    code.indices.contains(line - 1) && code[line - 1]
  }

  /// GitHub shows files up to 512 KB; those of these names are never sent as a body.
  private static func isPage(_ path: String) -> Bool {
    let name = path.split(separator: "/").last?.uppercased() ?? ""
    return ["README", "CHANGELOG", "HISTORY", "CHANGES"].contains { name.hasPrefix($0) }
  }

  /// Lines end at LF, CR LF or CR, as https://spec.commonmark.org/0.29/#line-ending says.
  private static func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: lines.append([])
      default: lines[lines.count - 1].append(byte)
      }
      previous = byte
    }
    return lines
  }
}
