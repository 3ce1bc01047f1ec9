import CCommonMark

/// A document parsed by cmark-gfm, which frees its nodes when it goes.
@safe struct SyntaxTree: ~Copyable {
  private let root: OpaquePointer
  private let extensions: ExtensionList

  /// Without `CMARK_OPT_SOURCEPOS` no line behind code or HTML of several lines is right.
  private static let options =
    CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS

  /// Parses `text` as GitHub does (`cmark_parser_feed`, `cmark_parser_finish`).
  init(parsing text: String) throws(CommonMarkError) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = unsafe cmark_parser_new(Self.options)
    defer { unsafe cmark_parser_free(parser) }
    let extensions = unsafe ExtensionList(attachingTo: parser)
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe cmark_parser_feed(parser, bytes.baseAddress, bytes.count)
      }
    }
    guard let root = unsafe cmark_parser_finish(parser) else { throw .outOfMemory }
    unsafe self.root = root
    self.extensions = extensions
  }

  deinit { unsafe cmark_node_free(root) }

  /// The HTML of the document (`cmark_render_html`), its raw HTML passed through the tag filter.
  func html() throws(CommonMarkError) -> String {
    guard
      let text = unsafe cmark_render_html(
        root,
        CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES,
        extensions.list
      )
    else {
      throw .outOfMemory
    }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(text) }
    return unsafe String(cString: text)
  }

  /// A copy of the tree as values.
  func node(maximumDepth: Int) throws(CommonMarkError) -> MarkdownNode {
    try unsafe Self.copy(root, at: (1, 1), depth: 1, limit: maximumDepth)
  }

  /// A copy of a node; `place` is for one of which cmark-gfm knows none, and lines are counted from
  /// `base` where it lost their beginning.
  private static func copy(
    _ node: OpaquePointer,
    at place: (line: Int, column: Int),
    from base: Int = 0,
    depth: Int,
    limit: Int
  ) throws(CommonMarkError) -> MarkdownNode {
    let written = unsafe Int(cmark_node_get_start_line(node))
    let line = written > 0 || base > 0 ? base + written : place.line
    let column = unsafe written > 0 ? Int(cmark_node_get_start_column(node)) : place.column
    guard depth <= limit else { throw .tooDeep(limit: limit, line: line) }
    var children: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(node)
    var place = (line: line, column: column)
    // Lines of a paragraph that cmark-gfm counts to the table that interrupts it.
    var linesAbove = 0
    while let child = unsafe next {
      var copied = try unsafe copy(child, at: place, from: base, depth: depth + 1, limit: limit)
      if let start = unsafe lineOfInterrupted(child) {
        copied = try unsafe copy(child, at: place, from: start, depth: depth + 1, limit: limit)
        linesAbove = copied.plainText.utf8.count { $0 == 0x0A } + 1
      } else if linesAbove > 0 {
        copied.moveHeader(by: linesAbove)
        linesAbove = 0
      }
      place = (copied.line, copied.column + copied.literal.utf8.count)
      children.append(copied)
      unsafe next = cmark_node_next(child)
    }
    var fence: (length: CInt, offset: CInt, character: CChar) = (0, 0, 0)
    return unsafe MarkdownNode(
      kind: kind(of: node),
      literal: text(cmark_node_get_literal(node)),
      url: text(cmark_node_get_url(node)),
      info: text(cmark_node_get_fence_info(node)),
      level: Int(cmark_node_get_heading_level(node)),
      isFenced: cmark_node_get_fenced(node, &fence.length, &fence.offset, &fence.character) != 0,
      line: line,
      column: column,
      endLine: max(line, Int(cmark_node_get_end_line(node))),
      endColumn: Int(cmark_node_get_end_column(node)),
      children: children
    )
  }

  /// Where a paragraph begins that a table interrupts, which cmark-gfm says of the table instead; nil
  /// for other nodes.
  private static func lineOfInterrupted(_ node: OpaquePointer) -> Int? {
    guard unsafe cmark_node_get_start_line(node) == 0,
      unsafe cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH,
      let table = unsafe cmark_node_next(node)
    else { return nil }
    return unsafe Int(cmark_node_get_start_line(table))
  }

  /// The name of a kind (`cmark_node_get_type_string`), which calls footnotes unknown.
  private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    default: unsafe MarkdownNode.Kind(rawValue: text(cmark_node_get_type_string(node)))
    }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }
}

/// The syntax extensions that GitHub uses, as the list that the renderer asks for.
@safe private struct ExtensionList: ~Copyable {
  private static let names = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]

  let list: UnsafeMutablePointer<cmark_llist>?

  init(attachingTo parser: OpaquePointer?) {
    var list: UnsafeMutablePointer<cmark_llist>?
    for name in Self.names {
      guard let found = unsafe cmark_find_syntax_extension(name) else { continue }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
      unsafe list = cmark_llist_append(cmark_get_default_mem_allocator(), list, .init(found))
    }
    unsafe self.list = list
  }

  deinit { unsafe cmark_llist_free(cmark_get_default_mem_allocator(), list) }
}

extension MarkdownNode {
  /// Moves a table and its header down.
  fileprivate mutating func moveHeader(by lines: Int) {
    line += lines
    guard !children.isEmpty else { return }
    children[0].move(by: lines)
  }

  private mutating func move(by lines: Int) {
    line += lines
    endLine += lines
    for index in children.indices { children[index].move(by: lines) }
  }
}
