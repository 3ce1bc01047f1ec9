import CommonMark

extension LintRule {
  static let commentClosed = LintRule(
    "comment-closed",
    "Every HTML comment ends; one that does not hides the rest."
  ) { source in
    source.tags.compactMap { tag in
      guard tag.form == .comment(isClosed: false) else { return nil }
      return Finding(
        "The comment that begins here does not end; add `-->`.",
        line: tag.line,
        column: tag.column
      )
    }
  }

  static let htmlBalanced = LintRule(
    "html-balanced",
    "Every HTML element closes in the block in which it opens, inside out."
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
    return findings + open.map(unclosed)
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
