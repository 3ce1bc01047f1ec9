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
    codeBlocks = tree.all(.codeBlock)
    inlineTexts = InlineText.blocks(of: tree)
    var code = [Bool](repeating: false, count: lines.count + 1)
    for block in codeBlocks {
      for line in block.line...max(block.line, block.endLine) where code.indices.contains(line - 1)
      {
        code[line - 1] = true
      }
    }
    self.code = code
  }

  /// The bytes of a line, from a column on; both are counted from 1.
  func bytes(line: Int, from column: Int = 1) -> ArraySlice<UInt8> {
    guard lines.indices.contains(line - 1) else { return [] }
    return lines[line - 1].dropFirst(max(0, column - 1))
  }

  /// The lines outside code blocks, by number, with the code between backticks blanked out.
  var prose: [(number: Int, line: [UInt8])] {
    lines.indices.compactMap { index in
      isCode(line: index + 1) ? nil : (index + 1, lines[index].withoutCode)
    }
  }

  /// The last line of the YAML that a file may begin with; 0 without.
  var endOfFrontMatter: Int {
    guard let first = lines.first, first.trimmed.elementsEqual("---".utf8) else { return 0 }
    let end = lines.dropFirst().firstIndex { $0.trimmed.elementsEqual("---".utf8) }
    return end.map { $0 + 1 } ?? 0
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
