import HTTP

/// Collects the header fields of the last head of a response.
///
/// A server may send heads of `1xx` before the real one, and trailers after the body; neither
/// kind of field belongs to the response.
struct HeadReader {
  private(set) var headers = Headers()
  /// Whether the empty line after the head has come.
  private(set) var isOver = false

  /// Takes one line with its line break.
  mutating func read(_ line: some Collection<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      self = HeadReader()
    } else if line.allSatisfy(Self.isSpace) {
      isOver = true
    } else if !isOver, let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      headers.append(
        String(decoding: line[..<colon], as: UTF8.self),
        String(decoding: Self.trimmed(line[line.index(after: colon)...]), as: UTF8.self)
      )
    }
  }

  private static func trimmed<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> some Collection<UInt8> {
    let start = Array(bytes.drop(while: isSpace))
    let end = start.lastIndex { !isSpace($0) }
    return start[..<(end.map { $0 + 1 } ?? 0)]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }
}
