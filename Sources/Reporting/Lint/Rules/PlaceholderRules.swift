import CommonMark

extension LintRule {
  static let placeholder = LintRule(
    "placeholder",
    "No tag of a template is left outside code."
  ) { source in
    let charts = source.codeBlocks.filter { $0.isMermaid && $0.literal.contains("xychart") }
      .flatMap { $0.line...max($0.line, $0.endLine) }
      .map { (number: $0, line: Array(source.bytes(line: $0))) }
    return found(in: charts, tags.prefix(2)) + found(in: source.proseWithoutFormulas, tags[...])
  }

  private static func found(
    in lines: [(number: Int, line: [UInt8])],
    _ tags: ArraySlice<TemplateTag>
  ) -> [Finding] {
    lines.compactMap { number, line in
      guard line.contains(where: isOpening) else { return nil }
      let found = tags.lazy.compactMap { $0.first(in: line) }.first ?? openTag(in: line)
      guard let found else { return nil }
      return Finding("`\(found.text)` was not filled in.", line: number, column: found.column)
    }
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x25, 0x28, 0x40, 0x5B, 0x7B: true
    default: false
    }
  }

  /// How tags of the usual languages of templates open and close.
  private static let tags: [TemplateTag] = [
    TemplateTag("{{", "}}", .words), TemplateTag("${", "}", .words),
    TemplateTag("{%", "%}", .words),
    TemplateTag("<%", "%>", .words), TemplateTag("#{", "}", .words), TemplateTag("%{", "}", .words),
    TemplateTag("%(", ")s", .words), TemplateTag("@@", "@@", .constant),
    TemplateTag("@", "@", .constant), TemplateTag("%", "%", .constant),
    TemplateTag("Optional(", ")", .anything), TemplateTag("{", "}", .number),
    TemplateTag("[INSERT ", "]", .constant),
  ]

  /// `{{name` with nothing that closes it.
  private static func openTag(in line: [UInt8]) -> (text: String, column: Int)? {
    guard let start = line.offset(of: "{{"), start == 0 || line[start - 1].isBlank else {
      return nil
    }
    let name = line[(start + 2)...].drop { $0 == 0x20 || "#^/>&".utf8.contains($0) }
      .prefix(while: \.isWordByte)
    let rest = line[name.endIndex...]
    let isHalfClosed = rest.trimmed.first == UInt8(ascii: "}") && !rest.contains("}}")
    guard name.first?.isLetter == true, isHalfClosed || !rest.contains(UInt8(ascii: "}")) else {
      return nil
    }
    return (line[start..<name.endIndex].text, start + 1)
  }
}

/// How a tag of a template opens and closes, and what stands inside.
private struct TemplateTag: Sendable {
  enum Inside: Sendable {
    case words, constant, number, anything
  }

  let opening: StaticString
  let closing: StaticString
  let inside: Inside

  init(_ opening: StaticString, _ closing: StaticString, _ inside: Inside) {
    (self.opening, self.closing, self.inside) = (opening, closing, inside)
  }

  /// The first such tag of a line.
  func first(in line: [UInt8]) -> (text: String, column: Int)? {
    var place = 0
    while let offset = line[place...].offset(of: opening) {
      let start = place + offset
      place = start + 1
      let before = start > 0 ? line[start - 1] : 0x20
      guard before != UInt8(ascii: "\\") else { continue }
      // `%E2%80%` is part of an address.
      if line[start] == UInt8(ascii: "%"), before.isWordByte || before == line[start] { continue }
      // Nobody writes a name that long.
      let rest = line[(start + opening.utf8CodeUnitCount)...].prefix(200)
      // `a{2}` repeats.
      if inside == .number, before.isWordByte || ")]}$".utf8.contains(before) { continue }
      guard let length = rest.offset(of: closing) else {
        // Where nothing closes this one, nothing closes those before the end of what was looked at.
        place = max(place, rest.endIndex - closing.utf8CodeUnitCount)
        continue
      }
      guard isName(rest.prefix(length)), !isVariable(rest, length) else { continue }
      var end = rest.startIndex + length + closing.utf8CodeUnitCount
      while inside == .words, end < line.count, line[end] == line[end - 1], line[start] == 0x7B,
        line[end] == UInt8(ascii: "}")
      {
        end += 1
      }
      return (line[start..<end].text, start + 1)
    }
    return nil
  }

  /// `%PATH%` and the like, which Windows fills in.
  private func isVariable(_ rest: ArraySlice<UInt8>, _ length: Int) -> Bool {
    guard opening.description == "%" else { return false }
    let next = rest.dropFirst(length + 1).first ?? 0
    return next == UInt8(ascii: "\\") || next == UInt8(ascii: "/")
      || Self.variables.contains(rest.prefix(length).text)
  }

  private static let variables: Set<String> = [
    "PATH", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "PROGRAMFILES", "PROGRAMDATA", "TEMP", "TMP",
    "HOME", "HOMEPATH", "HOMEDRIVE", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "USERNAME",
    "COMPUTERNAME", "PYTHON", "JAVA_HOME", "GOPATH", "CD", "ERRORLEVEL",
  ]

  /// Whether an expression stands between the marks, and no sentence, as in `{{ and }}`.
  private func isExpression(_ name: ArraySlice<UInt8>) -> Bool {
    let words = name.split(whereSeparator: \.isBlank)
    guard name.contains(where: \.isLetter), !["and", "or", "to"].contains(name.text) else {
      return false
    }
    return words.count < 4 || name.contains { ".([?:|\"'=/".utf8.contains($0) }
  }

  /// Whether such words stand between the marks; else it is a picture, a formula or a share.
  private func isName(_ name: ArraySlice<UInt8>) -> Bool {
    switch inside {
    case .words: isExpression(name.trimmed)
    case .constant:
      name.count > 2 && name.first?.isDigit == false
        && name.allSatisfy { (0x41...0x5A).contains($0) || "_ ".utf8.contains($0) || $0.isDigit }
        && (opening.utf8CodeUnitCount > 2 || !name.contains(0x20))
    case .number: !name.isEmpty && name.allSatisfy(\.isDigit)
    case .anything: true
    }
  }
}

extension LintSource {
  /// ``prose`` with spaces in place of formulas, whose braces are not those of templates:
  /// https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions.
  fileprivate var proseWithoutFormulas: [(number: Int, line: [UInt8])] {
    var isFormula = false
    return prose.compactMap { number, line in
      let hasMark = line.contains(UInt8(ascii: "$")) && line.contains("$$")
      if hasMark, line.trimmed.count > 2,
        line[(line.offset(of: "$$") ?? 0) + 2..<line.count].contains("$$")
      {
        return nil
      }
      if hasMark { isFormula.toggle() }
      guard !isFormula, !hasMark else { return nil }
      return (number, Self.withoutFormulas(line))
    }
  }

  private static func withoutFormulas(_ line: [UInt8]) -> [UInt8] {
    guard line.contains(UInt8(ascii: "\\")) || line.contains(UInt8(ascii: "^")) else { return line }
    let marks = line.indices.filter {
      line[$0] == UInt8(ascii: "$") && line[($0 + 1)...].first != 0x7B
    }
    var line = line
    for (start, end) in zip(marks, marks.dropFirst())
    where line[start..<end].contains(where: { "\\^_".utf8.contains($0) }) {
      for place in start...end { line[place] = 0x20 }
    }
    return line
  }
}
