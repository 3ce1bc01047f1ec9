/// Cuts the bytes of a template into text and tags.
///
/// A line that holds one tag which is no variable, and else only blanks, goes without a trace:
/// https://github.com/mustache/spec/blob/v1.4.3/specs/sections.yml, "Standalone Tags".
struct MustacheScanner {
  private let bytes: [UInt8]
  private let file: String
  /// How many columns every line was moved to the right before parsing.
  private let indentation: Int
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var tokens: [MustacheToken] = []

  private init(_ bytes: [UInt8], file: String, indentation: Int) {
    self.bytes = bytes
    self.file = file
    self.indentation = indentation
  }

  /// The tokens of a template whose lines were indented by `indentation` bytes.
  static func tokens(
    of template: [UInt8],
    file: String,
    indentation: Int = 0
  ) throws(MustacheError) -> [MustacheToken] {
    var scanner = MustacheScanner(template, file: file, indentation: indentation)
    try scanner.scan()
    return scanner.tokens
  }

  private mutating func scan() throws(MustacheError) {
    var textStart = 0
    while let start = find(opening, from: textStart) {
      let (tag, end) = try tag(at: start)
      if tag.mayStandAlone, let line = lineStandingAlone(from: start, to: end) {
        append(bytes[textStart..<line.lowerBound])
        appendStandalone(tag, indentation: bytes[line.lowerBound..<start].text)
        textStart = line.upperBound
      } else {
        append(bytes[textStart..<start])
        tokens.append(.tag(tag))
        textStart = end
      }
    }
    append(bytes[textStart...])
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    if !text.isEmpty { tokens.append(.text(text.text)) }
  }

  private mutating func appendStandalone(_ tag: MustacheTag, indentation: String) {
    var tag = tag
    if case .partial = tag.kind { tag.kind = .partial(indentation: indentation) }
    tokens.append(.tag(tag))
  }

  /// The tag whose opening delimiter is at `start`, and the index behind it.
  private mutating func tag(at start: Int) throws(MustacheError) -> (MustacheTag, Int) {
    let location = location(of: start)
    var cursor = start + opening.count
    let sigil = cursor < bytes.count ? bytes[cursor] : 0
    let kind = Self.kind(of: sigil)
    if kind != nil { cursor += 1 }
    let ending = Self.ending(of: sigil) + closing
    guard let end = find(ending, from: cursor) else {
      throw MustacheError("This tag is not closed; add `\(ending.text)`.", at: location)
    }
    let content = bytes[cursor..<end].trimmedOfSpace
    let tag = MustacheTag(
      kind: kind ?? .variable(isEscaped: true),
      name: content.text,
      location: location
    )
    if tag.kind == .delimiters {
      try setDelimiters(content, at: location)
    } else if tag.kind != .comment {
      try Self.check(tag)
    }
    return (tag, end + ending.count)
  }

  private static func kind(of sigil: UInt8) -> MustacheTag.Kind? {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .variable(isEscaped: false)
    case UInt8(ascii: "#"): .section(isInverted: false)
    case UInt8(ascii: "^"): .section(isInverted: true)
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial(indentation: "")
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    default: nil
    }
  }

  /// What must stand before the closing delimiter.
  private static func ending(of sigil: UInt8) -> [UInt8] {
    switch sigil {
    case UInt8(ascii: "{"): [UInt8(ascii: "}")]
    case UInt8(ascii: "="): [UInt8(ascii: "=")]
    default: []
    }
  }

  private static func check(_ tag: MustacheTag) throws(MustacheError) {
    guard tag.name.isEmpty || tag.name.utf8.contains(where: { $0 <= 0x20 }) else { return }
    let problem = tag.name.isEmpty ? "This tag has no name." : "A name has no space inside."
    throw MustacheError(problem, at: tag.location)
  }

  private mutating func setDelimiters(
    _ content: ArraySlice<UInt8>,
    at location: MustacheLocation
  ) throws(MustacheError) {
    let parts = content.split { $0 <= 0x20 }
    guard parts.count == 2, parts.allSatisfy({ !$0.contains(UInt8(ascii: "=")) }) else {
      let message = "Write two delimiters parted by a space, without `=`, as in `{{=<% %>=}}`."
      throw MustacheError(message, at: location)
    }
    (opening, closing) = (Array(parts[0]), Array(parts[1]))
  }

  /// The whole line around a tag, its end included, when nothing else stands on it.
  private func lineStandingAlone(from start: Int, to end: Int) -> Range<Int>? {
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1].isBlank { lineStart -= 1 }
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A else { return nil }
    var lineEnd = end
    while lineEnd < bytes.count, bytes[lineEnd].isBlank { lineEnd += 1 }
    if lineEnd < bytes.count, bytes[lineEnd] == 0x0D { lineEnd += 1 }
    guard lineEnd == bytes.count || bytes[lineEnd] == 0x0A else { return nil }
    return lineStart..<min(bytes.count, lineEnd + 1)
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var index = start
    while index < bytes.count, let candidate = bytes[index...].firstIndex(of: first) {
      if bytes[candidate...].starts(with: pattern) { return candidate }
      index = candidate + 1
    }
    return nil
  }

  private func location(of offset: Int) -> MustacheLocation {
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return MustacheLocation(
      file: file,
      line: line,
      column: max(1, offset - lineStart + 1 - indentation)
    )
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks and line ends on both sides.
  fileprivate var trimmedOfSpace: ArraySlice<UInt8> {
    var rest = drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
    return rest
  }
}
