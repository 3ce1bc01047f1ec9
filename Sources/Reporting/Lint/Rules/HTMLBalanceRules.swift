import CommonMark

extension LintRule {
  static let commentClosed = LintRule(
    "comment-closed",
    "Every HTML comment begins with `<!--`, ends once, and holds no other."
  ) { source in
    source.tags.compactMap { tag -> Finding? in
      guard case .comment(let isClosed) = tag.form else { return nil }
      let message: String
      if !isClosed {
        message = "The comment that begins here does not end; add `-->`."
      } else if tag.holdsComment, isFollowedByEnd(tag, in: source) {
        message =
          "This comment ends with the first `-->`, which the one inside it has; remove that."
      } else {
        return nil
      }
      return Finding(message, line: tag.line, column: tag.column)
    } + source.inlineTexts.flatMap { rawComments(in: $0, of: source) }
  }

  /// Whether a second `-->` follows, which is shown.
  private static func isFollowedByEnd(_ comment: HTMLTag, in source: LintSource) -> Bool {
    var rest = source.bytes(line: comment.endLine, from: comment.endColumn)
    for line in comment.endLine + 1...comment.endLine + 20 {
      if let end = rest.offset(of: "-->") { return !rest.prefix(end).contains("<!--") }
      if rest.contains("<!--") { return false }
      rest = source.bytes(line: line)
    }
    return false
  }

  /// Comments that stayed text.
  private static func rawComments(in block: InlineText, of source: LintSource) -> [Finding] {
    block.lines.compactMap { line in
      let message: String
      if line.text.contains("<!--"),
        source.count(of: "<!--", line: line.number) > comments(inLine: line.number, of: source)
      {
        message = "This comment is shown; end it with `-->`, without `--` inside."
      } else if line.text.contains("<!-"), line.text.contains("->"),
        source.writes("<!-", line: line.number)
      {
        message = "This comment is shown; begin it with `<!--` and end it with `-->`."
      } else if line.text.elementsEqual("-->".utf8), source.writes("-->", line: line.number) {
        message = "This `-->` ends no comment; remove it."
      } else {
        return nil
      }
      return Finding(message, line: line.number)
    }
  }

  private static func comments(inLine line: Int, of source: LintSource) -> Int {
    source.tags.count { $0.isComment && $0.line == line }
  }

  static let htmlBalanced = LintRule(
    "html-balanced",
    "Every HTML tag ends, and every element closes in the block in which it opens, inside out."
  ) { source in
    var open: [HTMLTag] = []
    var findings: [Finding] = []
    for tag in source.tags where HTMLElements.mustClose(tag.name) {
      switch tag.form {
      case .opening:
        // `<a name="x"/>` stays open, and nobody sees it.
        if !tag.isSelfClosing || tag.name != "a" || tag.value(of: "href") != nil {
          open.append(tag)
        }
      case .closing:
        guard let match = open.lastIndex(where: { $0.name == tag.name }) else {
          findings.append(stray(tag))
          continue
        }
        findings += open[(match + 1)...].map(unclosed)
        if open[match].container != tag.container {
          findings.append(elsewhere(tag, opened: open[match].line))
        }
        open.removeSubrange(match...)
      case .comment, .declaration: continue
      }
    }
    return findings + open.map(unclosed) + endless(in: source) + hidden(in: source)
  }

  /// Tags without `>`: in HTML they swallow what follows, in a paragraph they are shown.
  private static func endless(in source: LintSource) -> [Finding] {
    let swallowing = source.tags.filter { !$0.isEnded && HTMLElements.isAllowed($0.name) }
      .map {
        Finding("`<\($0.writtenName)` does not end; add `>`.", line: $0.line, column: $0.column)
      }
    let shown = source.inlineTexts.flatMap { block in
      block.lines.compactMap { line -> Finding? in
        guard let offset = line.text.offset(of: "<"), source.writes("<", line: line.number) else {
          return nil
        }
        let rest = line.text.dropFirst(offset + 1)
        let name = rest.prefix { $0.isLetter || $0.isDigit }
        let attribute = rest[name.endIndex...].drop(while: \.isBlank)
          .drop { $0.isLetter || $0 == UInt8(ascii: "-") }
        guard HTMLElements.isAllowed(name.text.lowercased()),
          rest[name.endIndex...].first?.isBlank == true,
          attribute.starts(with: "=\"") || attribute.starts(with: "='"),
          source.bytes(line: line.number).isUnescaped(Array("<".utf8) + name)
        else { return nil }
        return Finding("`<\(name.text)` does not end and is shown; complete it.", line: line.number)
      }
    }
    return swallowing + shown
  }

  /// `<details>` that four spaces make code, while it closes further on.
  private static func hidden(in source: LintSource) -> [Finding] {
    let blocks = source.codeBlocks.filter { !$0.isFenced }
    return blocks.indices.compactMap { index in
      let block = blocks[index]
      guard block.literal.hasPrefix("<details"), !block.literal.contains("</details"),
        blocks[(index + 1)...].contains(where: { $0.literal.hasPrefix("</details") })
      else { return nil }
      return Finding(
        "This `<details>` is code; indent it by less than four spaces.",
        line: block.line
      )
    }
  }

  private static func stray(_ tag: HTMLTag) -> Finding {
    Finding(
      "`</\(tag.name)>` closes nothing; remove it, or open `<\(tag.name)>` before it.",
      line: tag.line,
      column: tag.column
    )
  }

  private static func unclosed(_ tag: HTMLTag) -> Finding {
    Finding(
      "`<\(tag.name)>` is not closed before what surrounds it ends; add `</\(tag.name)>`.",
      line: tag.line,
      column: tag.column
    )
  }

  private static func elsewhere(_ tag: HTMLTag, opened line: Int) -> Finding {
    Finding(
      "`</\(tag.name)>` stands in another block than its `<\(tag.name)>` in line \(line); "
        + "put a blank line before it and no indentation.",
      line: tag.line,
      column: tag.column
    )
  }
}
