/// The text of a document, and the way from libyaml's counting of characters to lines and bytes.
struct SourceText {
  /// UTF-8 without a byte-order mark.
  let bytes: [UInt8]
  /// Where each line begins.
  private let lines: [Line]

  private struct Line {
    var byte: Int
    var character: Int
  }

  /// Refuses bytes that are not UTF-8, and says where.
  init(_ bytes: [UInt8]) throws(YAMLError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    var lines = [Line(byte: 0, character: 0)]
    var position = Line(byte: 0, character: 0)
    var decoder = UTF8()
    var iterator = text.makeIterator()
    reading: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: break reading
      case .error:
        let start = lines[lines.count - 1].byte
        throw YAMLError(
          "the file is not UTF-8; save it in that encoding",
          at: YAMLMark(line: lines.count, column: position.byte - start + 1)
        )
      case .scalarValue(let scalar):
        position.byte += UTF8.width(scalar)
        position.character += 1
        let next = position.byte < text.count ? text[position.byte] : 0
        if scalar == "\n" || scalar == "\r" && next != UInt8(ascii: "\n") { lines.append(position) }
      }
    }
    self.bytes = text
    self.lines = lines
  }

  /// The place of a character, counted from 0 over the whole text.
  ///
  /// libyaml's own line is not used: it also ends a line at U+0085, U+2028 and U+2029, where no
  /// editor does.
  func mark(ofCharacter index: Int) -> YAMLMark {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].character <= index { low = middle } else { high = middle }
    }
    var byte = lines[low].byte
    var remaining = index - lines[low].character
    while byte < bytes.count {
      let isContinuation = bytes[byte] & 0b1100_0000 == 0b1000_0000
      if !isContinuation {
        if remaining == 0 { break }
        remaining -= 1
      }
      byte += 1
    }
    return YAMLMark(line: low + 1, column: byte - lines[low].byte + 1)
  }

  /// The place of a byte, counted from 0 over the whole text.
  func mark(ofByte offset: Int) -> YAMLMark {
    let line = lines.lastIndex { $0.byte <= offset } ?? 0
    return YAMLMark(line: line + 1, column: offset - lines[line].byte + 1)
  }

  func startsWithTab(at mark: YAMLMark) -> Bool {
    let byte = lines[mark.line - 1].byte + mark.column - 1
    return byte < bytes.count && bytes[byte] == UInt8(ascii: "\t")
  }
}
