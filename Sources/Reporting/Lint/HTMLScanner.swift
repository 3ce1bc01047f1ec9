/// Finds the tags in a piece of raw HTML, forgiving what a browser forgives.
struct HTMLScanner {
  private let bytes: [UInt8]
  private let firstLine: Int
  private let firstColumn: Int

  init(_ html: String, line: Int, column: Int) {
    bytes = Array(html.utf8)
    firstLine = line
    firstColumn = column
  }

  func tags(container: Int, node: Int) -> [HTMLTag] {
    var tags: [HTMLTag] = []
    var index = 0
    var (line, column) = (firstLine, firstColumn)
    func advance(to end: Int) {
      while index < end {
        (line, column) = bytes[index] == 0x0A ? (line + 1, 1) : (line, column + 1)
        index += 1
      }
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), var found = tag(at: index) else {
        advance(to: index + 1)
        continue
      }
      (found.tag.line, found.tag.column) = (line, column)
      (found.tag.container, found.tag.node) = (container, node)
      advance(to: found.end)
      (found.tag.endLine, found.tag.endColumn) = (line, column)
      tags.append(found.tag)
    }
    return tags
  }

  /// The tag that begins at `start`, and the index behind it; nil for a plain `<`.
  private func tag(at start: Int) -> (tag: HTMLTag, end: Int)? {
    if starts(with: "<!--", at: start) {
      // `<!-->` is a whole comment to a browser, and so is `<!--->`.
      let isBroken = starts(with: "<!-->", at: start) || starts(with: "<!--->", at: start)
      let end = isBroken ? nil : find("-->", from: start + 4)
      var tag = Self.tag(.comment(isClosed: end != nil))
      tag.holdsComment = bytes[(start + 4)..<(end ?? bytes.count)].contains("<!--")
      return (tag, end.map { $0 + 3 } ?? (isBroken ? min(bytes.count, start + 5) : bytes.count))
    }
    var cursor = start + 1
    if byte(at: cursor) == UInt8(ascii: "!") || byte(at: cursor) == UInt8(ascii: "?") {
      return (Self.tag(.declaration), find(">", from: cursor).map { $0 + 1 } ?? bytes.count)
    }
    let isClosing = byte(at: cursor) == UInt8(ascii: "/")
    if isClosing { cursor += 1 }
    let written = word(from: &cursor)
    guard let first = written.utf8.first, !first.isDigit else { return nil }
    var tag = Self.tag(isClosing ? .closing : .opening, name: written.lowercased())
    tag.writtenName = written
    while cursor < bytes.count, bytes[cursor] != UInt8(ascii: ">") {
      tag.isSelfClosing = bytes[cursor] == UInt8(ascii: "/")
      guard let attribute = attribute(from: &cursor) else {
        cursor += 1
        continue
      }
      tag.attributes.append(attribute)
    }
    tag.isEnded = cursor < bytes.count
    return (tag, min(bytes.count, cursor + 1))
  }

  private static func tag(_ form: HTMLTag.Form, name: String = "") -> HTMLTag {
    HTMLTag(form: form, name: name, attributes: [], line: 0, column: 0, container: 0, node: 0)
  }

  private func attribute(from cursor: inout Int) -> HTMLTag.Attribute? {
    let name = word(from: &cursor).lowercased()
    guard !name.isEmpty else { return nil }
    skipSpace(&cursor)
    guard byte(at: cursor) == UInt8(ascii: "=") else { return .init(name: name, value: "") }
    cursor += 1
    skipSpace(&cursor)
    return .init(name: name, value: value(from: &cursor))
  }

  private func value(from cursor: inout Int) -> String {
    let start: Int
    let end: Int
    if let quote = byte(at: cursor), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = cursor + 1
      end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      cursor = min(bytes.count, end + 1)
    } else {
      start = cursor
      end = bytes[start...].firstIndex { $0.isSpace || $0 == UInt8(ascii: ">") } ?? bytes.count
      cursor = end
    }
    return bytes[start..<end].text
  }

  /// Letters, digits and `-`, `_`, `:`.
  private func word(from cursor: inout Int) -> String {
    let start = cursor
    while let byte = byte(at: cursor), byte.isNameByte { cursor += 1 }
    return bytes[start..<cursor].text
  }

  private func skipSpace(_ cursor: inout Int) {
    while let byte = byte(at: cursor), byte.isSpace { cursor += 1 }
  }

  private func byte(at index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    bytes.dropFirst(index).starts(with: text.description.utf8)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    guard start <= bytes.count else { return nil }
    return (start..<bytes.count).first { bytes[$0...].starts(with: text.utf8) }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }

  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
