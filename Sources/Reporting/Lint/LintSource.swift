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

  package init(_ text: String) throws(CommonMarkError) {
    self.text = text
    lines = Self.lines(of: text)
    tree = try CommonMark.parse(text)
    tags = HTMLTag.tags(in: tree)
    codeBlocks = tree.all(.codeBlock)
  }

  /// The bytes of a line, from a column on; both are counted from 1.
  func bytes(line: Int, from column: Int = 1) -> ArraySlice<UInt8> {
    guard lines.indices.contains(line - 1) else { return [] }
    return lines[line - 1].dropFirst(max(0, column - 1))
  }

  /// True for a line inside a code block, its fences included.
  func isCode(line: Int) -> Bool {
    codeBlocks.contains { ($0.line...max($0.line, $0.endLine)).contains(line) }
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

extension Collection<UInt8> where SubSequence: RandomAccessCollection {
  /// Without spaces and tabs at both ends.
  var trimmed: SubSequence {
    let start = firstIndex { !$0.isBlank } ?? endIndex
    var rest = self[start...]
    while let last = rest.last, last.isBlank { rest = rest.dropLast() }
    return rest
  }

  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
