/// Markdown as GitHub reads it: CommonMark with tables, strikethrough, autolinks, the tag filter,
/// task lists and footnotes.
package enum CommonMark {
  /// Parses `text` into a tree of values; U+0000 reads as U+FFFD, as the specification says.
  ///
  /// Throws when nodes nest deeper than `maximumDepth`.
  package static func parse(
    _ text: String,
    maximumDepth: Int = 100
  ) throws(CommonMarkError) -> MarkdownNode {
    try SyntaxTree(parsing: text).node(maximumDepth: maximumDepth)
  }

  /// Renders `text` to HTML as cmark-gfm does, before GitHub's sanitizer and its own additions.
  package static func html(_ text: String) throws(CommonMarkError) -> String {
    try SyntaxTree(parsing: text).html()
  }
}
