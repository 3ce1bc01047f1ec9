import CommonMark

extension LintRule {
  /// What a program escaped twice, or wrote without reading it back.
  static let escapes = LintRule(
    "escapes",
    "No `\\n` in place of a line break, no entity that was escaped twice, and no rest of a colour."
  ) { source in
    source.inlineTexts.flatMap { block in
      block.lines.compactMap { line -> Finding? in
        guard line.text.contains(where: { $0 == 0x5C || $0 == 0x26 || $0 == 0x5B }) else {
          return nil
        }
        if hasLineBreak(line.text) {
          return Finding("`\\n` is shown as it stands; break the line.", line: line.number)
        }
        if hasColour(line.text) {
          return Finding(
            "`[0m` is what is left of a terminal's colours; remove it.",
            line: line.number
          )
        }
        guard let entity = entity(in: line.text) else { return nil }
        return Finding("`\(entity)` is shown as it stands; escape it once.", line: line.number)
      }
    }
  }

  /// `\n` right between two sentences, or twice in a row.
  private static func hasLineBreak(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let offset = rest.offset(of: "\\n") {
      let before = rest.prefix(offset).last ?? 0
      rest = rest.dropFirst(offset + 2)
      guard ".!?".utf8.contains(before), let next = rest.first else { continue }
      if (0x41...0x5A).contains(next) || rest.starts(with: "\\n") || rest.starts(with: "- ") {
        return true
      }
    }
    return false
  }

  /// `[31mred[0m`, of which the escape character was lost.
  private static func hasColour(_ line: ArraySlice<UInt8>) -> Bool {
    guard let end = line.offset(of: "[0m") else { return false }
    let opening = line.prefix(end)
      .split(separator: UInt8(ascii: "["), omittingEmptySubsequences: false)
      .dropFirst()
    return opening.contains { code in
      let digits = code.prefix { $0.isDigit || $0 == UInt8(ascii: ";") }
      return !digits.isEmpty && code[digits.endIndex...].starts(with: "m")
        && code.dropFirst(digits.count + 1).first != UInt8(ascii: "]")
    }
  }

  /// An apostrophe within a word, or an ampersand between two, that is shown as an entity.
  private static func entity(in line: ArraySlice<UInt8>) -> String? {
    for entity: StaticString in ["&#39;", "&#x27;", "&apos;", "&amp;"] {
      guard let offset = line.offset(of: entity) else { continue }
      let before = line.prefix(offset)
      let after = line.dropFirst(offset + entity.utf8CodeUnitCount)
      if entity.description != "&amp;" {
        guard before.last?.isLetter == true, after.first?.isLetter == true else { continue }
        return entity.description
      }
      let word = before.dropLast().reversed().prefix(while: \.isLetter).reversed()
      // `Write it as &amp; here` speaks of the entity.
      guard before.last == 0x20, after.first == 0x20, (0x41...0x5A).contains(word.first ?? 0),
        after.dropFirst().first?.isLetter == true
      else { continue }
      return entity.description
    }
    return nil
  }
}
