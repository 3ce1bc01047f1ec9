import CommonMark

extension LintRule {
  static let htmlAllowed = LintRule(
    "html-allowed",
    "No element, and no attribute that shows, which GitHub's sanitizer removes."
  ) { source in
    source.tags.flatMap { tag -> [Finding] in
      switch tag.form {
      case .comment: return []
      case .declaration:
        return [Finding("GitHub removes declarations.", line: tag.line, column: tag.column)]
      case .opening, .closing: break
      }
      guard HTMLElements.isAllowed(tag.name) else {
        let message = "GitHub removes `<\(tag.writtenName)>`; use Markdown or another element."
        return [Finding(message, line: tag.line, column: tag.column)]
      }
      return tag.attributes
        .filter { !HTMLElements.isHarmless($0.name, on: tag.name) }
        .map { attribute in
          let message = "GitHub removes the attribute `\(attribute.name)` of `<\(tag.name)>`."
          return Finding(message, line: tag.line, column: tag.column)
        }
    }
  }

  static let blankLineInPre = LintRule(
    "blank-line-in-pre",
    "No blank line inside `<pre>` that stands within another element."
  ) { source in
    let tags = source.tags
    return tags.indices.compactMap { index in
      let tag = tags[index]
      guard tag.form == .opening, tag.name == "pre" else { return nil }
      let closing = tags[index...].first { $0.name == "pre" && $0.form == .closing }
      guard let closing, closing.node != tag.node, closing.line > tag.line else { return nil }
      return Finding(
        "A blank line ends this `<pre>` early; use a code fence instead.",
        line: tag.line,
        column: tag.column
      )
    }
  }
}
