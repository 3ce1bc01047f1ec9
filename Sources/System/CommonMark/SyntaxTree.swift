import CCommonMark

/// A document parsed by cmark-gfm, which frees its nodes when it goes.
@safe struct SyntaxTree: ~Copyable {
  private let root: OpaquePointer
  private let extensions: ExtensionList

  /// Parses `text` as GitHub does (`cmark_parser_feed`, `cmark_parser_finish`).
  init(parsing text: String) throws(CommonMarkError) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = unsafe cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)
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
    guard let text = unsafe cmark_render_html(root, CMARK_OPT_UNSAFE, extensions.list) else {
      throw .outOfMemory
    }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(text) }
    return unsafe String(cString: text)
  }

  /// A copy of the tree as values.
  func node(maximumDepth: Int) throws(CommonMarkError) -> MarkdownNode {
    try unsafe Self.copy(root, depth: 1, limit: maximumDepth)
  }

  private static func copy(
    _ node: OpaquePointer,
    depth: Int,
    limit: Int
  ) throws(CommonMarkError) -> MarkdownNode {
    let line = unsafe Int(cmark_node_get_start_line(node))
    guard depth <= limit else { throw .tooDeep(limit: limit, line: line) }
    var children: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(node)
    while let child = unsafe next {
      children.append(try unsafe copy(child, depth: depth + 1, limit: limit))
      unsafe next = cmark_node_next(child)
    }
    var fence: (length: CInt, offset: CInt, character: CChar) = (0, 0, 0)
    return unsafe MarkdownNode(
      kind: MarkdownNode.Kind(rawValue: text(cmark_node_get_type_string(node))),
      literal: text(cmark_node_get_literal(node)),
      url: text(cmark_node_get_url(node)),
      info: text(cmark_node_get_fence_info(node)),
      level: Int(cmark_node_get_heading_level(node)),
      isFenced: cmark_node_get_fenced(node, &fence.length, &fence.offset, &fence.character) != 0,
      line: line,
      column: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)),
      endColumn: Int(cmark_node_get_end_column(node)),
      children: children
    )
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
