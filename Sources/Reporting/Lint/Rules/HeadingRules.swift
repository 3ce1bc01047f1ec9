import CommonMark

extension LintRule {
  static let headingOrder = LintRule(
    "heading-order",
    "Headings go down one level at a time."
  ) { source in
    let headings = headings(in: source)
    return zip(headings, headings.dropFirst())
      .compactMap { above, heading in
        guard heading.level > above.level + 1 else { return nil }
        return Finding(
          "A heading of level \(heading.level) follows one of level \(above.level); "
            + "use level \(above.level + 1).",
          line: heading.line,
          column: heading.column
        )
      }
  }

  static let headingText = LintRule(
    "heading-text",
    "Every heading has a text."
  ) { source in
    source.all(.heading)
      .compactMap { heading in
        guard !heading.showsSomething else { return nil }
        return Finding(
          "This heading has no text; write one, or remove it.",
          line: heading.line,
          column: heading.column
        )
      }
  }

  /// `---` right below a paragraph makes a heading of it.
  static let headingUnderline = LintRule(
    "heading-underline",
    "A line of dashes that is no underline of a heading has a blank line above it."
  ) { source in
    let start = source.endOfFrontMatter
    return source.all(.heading)
      .compactMap { heading in
        guard heading.line > start else { return nil }
        let text = heading.plainText
        // cmark-gfm does not say where the underline is: it stands below the last line of text.
        let line = heading.line + text.utf8.count { $0 == 0x0A } + 1
        let underline = source.bytes(line: line).drop { $0 == UInt8(ascii: ">") }.trimmed
        guard underline.first == UInt8(ascii: "-"), underline.allSatisfy({ $0 == 0x2D }) else {
          return nil
        }
        let isParagraph = text.contains("\n") || (underline.count == 3 && text.hasSuffix("."))
        guard isParagraph else { return nil }
        return Finding(
          "The dashes make the paragraph above them a heading; put a blank line between them.",
          line: line
        )
      }
  }

  private static func headings(in source: LintSource) -> [(level: Int, line: Int, column: Int)] {
    let start = source.endOfFrontMatter
    let markdown = source.all(.heading).filter { $0.line > start }
      .map { (level: $0.level, line: $0.line, column: $0.column) }
    let html = source.tags.compactMap { tag -> (level: Int, line: Int, column: Int)? in
      guard
        tag.form == .opening, tag.name.utf8.count == 2, tag.name.hasPrefix("h"),
        let level = tag.name.last?.wholeNumberValue, (1...6).contains(level)
      else { return nil }
      return (level, tag.line, tag.column)
    }
    return (markdown + html).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
