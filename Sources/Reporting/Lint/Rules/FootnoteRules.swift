import CommonMark

extension LintRule {
  /// https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#footnotes.
  static let footnotes = LintRule(
    "footnotes",
    "Every footnote is defined once and referred to."
  ) { source in
    let definitions = definitions(in: source)
    // The parser keeps the definitions that something refers to.
    let used = Set(source.all(.footnoteDefinition).map(\.line))
    var findings: [Finding] = []
    var defined: [String: Int] = [:]
    for definition in definitions {
      let name = definition.name
      if name.utf8.contains(where: \.isBlank) {
        let message = "`[^\(name)]` is no footnote; write its name without spaces."
        findings.append(Finding(message, line: definition.line))
      } else if let line = defined[name] {
        let message = "Footnote `\(name)` is defined in line \(line) already; give it another name."
        findings.append(Finding(message, line: definition.line))
      } else {
        defined[name] = definition.line
        guard !used.contains(definition.line) else { continue }
        let message = "Nothing refers to footnote `\(name)`, so it is not shown."
        findings.append(Finding(message, line: definition.line))
      }
    }
    return findings + source.inlineTexts.flatMap { undefined(in: $0, of: source, defined) }
  }

  /// Lines that begin as `[^name]:` does.
  private static func definitions(in source: LintSource) -> [(name: String, line: Int)] {
    guard source.text.utf8.contains("[^") else { return [] }
    return source.prose.compactMap { number, line in
      let line = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
      guard line.starts(with: "[^") else { return nil }
      let name = line.dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
      guard !name.isEmpty, line[name.endIndex...].starts(with: "]:") else { return nil }
      return (name.text.lowercased(), number)
    }
  }

  /// The references that stayed text.
  private static func undefined(
    in block: InlineText,
    of source: LintSource,
    _ defined: [String: Int]
  ) -> [Finding] {
    block.lines.flatMap { line -> [Finding] in
      guard line.text.contains("[^"), source.writes("[^", line: line.number) else { return [] }
      var findings: [Finding] = []
      var rest = line.text
      while let offset = rest.offset(of: "[^") {
        rest = rest.dropFirst(offset + 2)
        let name = rest.prefix { $0 != UInt8(ascii: "]") }
        rest = rest[name.endIndex...]
        // What else stands there is a class of characters, as in `[^a-z]` and `[^ab]+`.
        guard
          !name.isEmpty, name.allSatisfy(\.isWordByte), !rest.isEmpty,
          rest.dropFirst().first.map({ !"([+*?{".utf8.contains($0) }) ?? true,
          defined[name.text.lowercased()] == nil
        else { continue }
        let message = "Footnote `\(name.text)` is not defined; add `[^\(name.text)]: …`."
        findings.append(Finding(message, line: line.number))
      }
      return findings
    }
  }
}
