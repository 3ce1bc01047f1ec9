import CommonMark

/// A tag or a comment in the raw HTML of a Markdown document.
package struct HTMLTag: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case opening
    case closing
    case comment(isClosed: Bool)
    /// `<!DOCTYPE …>`, `<? … ?>` and the like.
    case declaration
  }

  package var form: Form
  /// Lower case; empty for comments and declarations.
  package var name: String
  /// ``name`` as it was written.
  package var writtenName = ""
  /// Names in lower case with their values, in the order written.
  package var attributes: [Attribute]
  /// Written as `<br/>`, which means nothing for an element that has an end tag.
  package var isSelfClosing = false
  package var line: Int
  package var column: Int
  /// Where the tag ends: the place behind its last byte.
  package var endLine = 0
  package var endColumn = 0
  /// False when the HTML ends before the tag does.
  package var isEnded = true
  /// For a comment that holds the beginning of another.
  package var holdsComment = false
  /// Tells blocks apart: tags of one element must stand in the same block.
  package var container: Int
  /// The HTML node it stands in, by its place in the document.
  package var node: Int

  var isComment: Bool {
    if case .comment = form { return true }
    return false
  }

  /// The value of an attribute; nil when the tag has none of that name.
  package func value(of attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// One attribute of a tag.
  package struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: String
  }
}

extension HTMLTag {
  /// The tags of every HTML block and inline tag of the tree, in order.
  static func tags(in tree: MarkdownNode) -> [HTMLTag] {
    var collector = Collector()
    collector.visit(tree, container: 0)
    return collector.tags
  }

  private struct Collector {
    var tags: [HTMLTag] = []
    private var nodes = 0

    mutating func visit(_ node: MarkdownNode, container: Int) {
      nodes += 1
      let id = nodes
      switch node.kind {
      case .htmlBlock, .htmlInline:
        let scanner = HTMLScanner(node.literal, line: node.line, column: node.column)
        tags += scanner.tags(container: container, node: id)
      case .emphasis, .strong, .link, .strikethrough:
        // Marks inside a paragraph do not part what belongs together.
        for child in node.children { visit(child, container: container) }
      default:
        for child in node.children { visit(child, container: id) }
      }
    }
  }
}
