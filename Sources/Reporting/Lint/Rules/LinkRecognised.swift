import CommonMark

extension LintRule {
  /// A target with a space, or a reference without a definition, stays raw text.
  static let linkRecognised = LintRule(
    "link-recognised",
    "What is written as a link is one."
  ) { source in
    source.inlineTexts.flatMap { block in
      block.lines.compactMap { line -> Finding? in
        guard line.text.contains(UInt8(ascii: "]")) || line.text.contains(")[") else { return nil }
        return rawLink(line.text, in: block) {
          source.bytes(line: line.number).isUnescaped($0)
        }
        .map { Finding($0, line: line.number) }
      }
    }
  }

  /// What is wrong with the first link of a line that stayed text; `isWritten` tells whether the source
  /// has some bytes without a backslash before them.
  private static func rawLink(
    _ line: ArraySlice<UInt8>,
    in block: InlineText,
    isWritten: ([UInt8]) -> Bool
  ) -> String? {
    if let parts = parts(of: line, around: "]("), isWritten(parts.beginning),
      isWritten(parts.ending)
    {
      if block.linked.contains(where: { parts.text.indices.contains($0.lowerBound) }) {
        return "A link cannot stand inside another; take the inner one out."
      }
      let advice =
        parts.target.contains(where: \.isBlank) ? "write its spaces as `%20`" : "close it"
      let target = parts.target.prefix(60).prefix { $0 < 0x80 }.text
      return "`(\(target)` is not a target of a link; \(advice)."
    }
    if let parts = parts(of: line, around: "] ("), isWritten(parts.beginning),
      isWritten(parts.ending)
    {
      let isImage = line.prefix(upTo: parts.text.startIndex - 1).last == UInt8(ascii: "!")
      if parts.target.starts(with: "http") || isImage && isPath(parts.target) {
        return "This is no link; remove the space before `(`."
      }
    }
    if let parts = parts(of: line, around: "]["), isWritten(parts.beginning),
      isWritten(parts.ending)
    {
      let name = parts.target.isEmpty ? parts.text.text : parts.target.text
      let isShown = !name.unicodeScalars.contains(InlineText.object) && name.utf8.count < 100
      if isShown, !isTag(parts, in: line) {
        return "There is no `[\(name)]: …` for this link to lead to."
      }
    }
    if let offset = line.offset(of: ")[http"), line.prefix(offset).contains(UInt8(ascii: "(")),
      isWritten(Array(")[http".utf8))
    {
      return "This link is turned around; write `[text](https://…)`."
    }
    if let definition = lostDefinition(line, in: block), isWritten(definition.ending) {
      return definition.message
    }
    return unopened(line, in: block, isWritten: isWritten)
  }

  /// `[name]: https://…` right below a paragraph, or with more behind it than a title.
  private static func lostDefinition(
    _ line: ArraySlice<UInt8>,
    in block: InlineText
  ) -> (message: String, ending: [UInt8])? {
    guard block.kind == .paragraph, line.first == UInt8(ascii: "["),
      let end = line.firstIndex(of: UInt8(ascii: "]")), line[end...].starts(with: "]: http")
    else { return nil }
    let name = line[(line.startIndex + 1)..<end]
    // Without a link that asks for it, it may be a sentence.
    let above = block.bytes[..<line.startIndex]
    guard name.first != UInt8(ascii: "^"), !name.isEmpty,
      above.isUnescaped(Array("[".utf8) + name + Array("]".utf8))
    else { return nil }
    let message = "`[\(name.text)]: …` defines nothing here; put a blank line above it."
    return (message, Array("]: http".utf8))
  }

  /// `text](./target)`, whose `[` is missing.
  private static func unopened(
    _ line: ArraySlice<UInt8>,
    in block: InlineText,
    isWritten: ([UInt8]) -> Bool
  ) -> String? {
    guard let offset = line.offset(of: "]("),
      !block.bytes[..<(line.startIndex + offset)].contains(UInt8(ascii: "["))
    else { return nil }
    let target = line.dropFirst(offset + 2).prefix { $0 != UInt8(ascii: ")") }
    let isTarget = ["http", "./", "../", "/", "#"].contains { target.starts(with: $0.utf8) }
    guard isTarget, !target.contains(where: \.isBlank),
      isWritten(Array("](".utf8 + target.prefix(12).prefix { $0 < 0x80 }))
    else { return nil }
    return "`](\(target.text)` ends no link; write `[` before its text."
  }

  private struct Parts {
    var text: ArraySlice<UInt8>
    var target: ArraySlice<UInt8>
    /// From the `[` on, as far as it must be written so.
    var beginning: [UInt8]
    /// From the `]` on, as far as it must be written so.
    var ending: [UInt8]
  }

  /// What stands between `[` and `middle`, and behind that up to where it closes.
  private static func parts(
    of line: ArraySlice<UInt8>,
    around middle: StaticString
  ) -> Parts? {
    guard
      let offset = line.offset(of: middle),
      let opening = line.prefix(offset).lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    // `a[i][j]` is an element of a list.
    let before = opening > line.startIndex ? line[opening - 1] : 0x20
    let text = line[(opening + 1)..<(line.startIndex + offset)]
    guard !before.isWordByte, before != UInt8(ascii: "]"), !text.trimmed.isEmpty else { return nil }
    let target = line.dropFirst(offset + middle.utf8CodeUnitCount)
    let end = target.firstIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
    let inside = target[..<(end ?? target.endIndex)]
    let plain = target.prefix(12).prefix { $0 < 0x80 }
    let first = text.prefix(1).prefix { $0 < 0x80 && $0 != UInt8(ascii: "[") }
    let beginning = Array(line[opening..<first.endIndex])
    return Parts(
      text: text,
      target: inside,
      beginning: beginning,
      ending: Array(line[text.endIndex..<plain.endIndex])
    )
  }

  /// `[fix][parser] Text`, as some changes are named.
  private static func isTag(_ parts: Parts, in line: ArraySlice<UInt8>) -> Bool {
    parts.text.startIndex == line.startIndex + 1 && parts.target.endIndex + 1 < line.endIndex
      && parts.text.allSatisfy(\.isLetter) && parts.target.allSatisfy(\.isLetter)
  }

  /// A name of a file.
  private static func isPath(_ target: ArraySlice<UInt8>) -> Bool {
    target.contains(UInt8(ascii: ".")) && !target.contains(where: \.isBlank)
  }
}
