/// A parsed template.
package struct MustacheTemplate: Hashable, Sendable {
  indirect enum Node: Hashable, Sendable {
    case text(String)
    case variable(MustacheName, isEscaped: Bool)
    case section(MustacheName, isInverted: Bool, [Node])
    case partial(name: String, indentation: String, MustacheLocation)
  }

  let nodes: [Node]

  /// Parses `text`, which came from `file`; throws with the place of a crossed, open or broken tag.
  package init(_ text: String, file: String) throws(MustacheError) {
    try self.init(Array(text.utf8), file: file, indentation: 0)
  }

  /// Parses a partial after moving each of its lines to the right.
  init(_ text: String, file: String, indentedBy blanks: String) throws(MustacheError) {
    var bytes: [UInt8] = []
    var isLineStart = true
    for byte in text.utf8 {
      if isLineStart { bytes += blanks.utf8 }
      bytes.append(byte)
      isLineStart = byte == 0x0A
    }
    try self.init(bytes, file: file, indentation: blanks.utf8.count)
  }

  private init(_ bytes: [UInt8], file: String, indentation: Int) throws(MustacheError) {
    let tokens = try MustacheScanner.tokens(of: bytes, file: file, indentation: indentation)
    var builder = Builder()
    for token in tokens { try builder.add(token) }
    nodes = try builder.finish()
  }
}

/// Puts tokens together into a tree.
private struct Builder {
  private struct Level {
    /// Nil for the template itself.
    var section: (tag: MustacheTag, isInverted: Bool)?
    var nodes: [MustacheTemplate.Node] = []
  }

  private var levels = [Level()]

  mutating func add(_ token: MustacheToken) throws(MustacheError) {
    switch token {
    case .text(let text): append(.text(text))
    case .tag(let tag): try add(tag)
    }
  }

  private mutating func add(_ tag: MustacheTag) throws(MustacheError) {
    switch tag.kind {
    case .variable(let isEscaped): append(.variable(MustacheName(tag), isEscaped: isEscaped))
    case .partial(let blanks): append(.partial(name: tag.name, indentation: blanks, tag.location))
    case .section(let isInverted): levels.append(Level(section: (tag, isInverted)))
    case .close: try close(tag)
    case .comment, .delimiters: break
    }
  }

  private mutating func close(_ tag: MustacheTag) throws(MustacheError) {
    guard let level = levels.last, let section = level.section else {
      throw MustacheError("`\(tag.name)` closes a section that is not open.", at: tag.location)
    }
    guard section.tag.name == tag.name else {
      let open = "`\(section.tag.name)` of line \(section.tag.location.line)"
      throw MustacheError("`\(tag.name)` is closed before \(open).", at: tag.location)
    }
    levels.removeLast()
    append(
      .section(MustacheName(section.tag), isInverted: section.isInverted, level.nodes)
    )
  }

  /// The nodes of the template; throws when a section is still open.
  func finish() throws(MustacheError) -> [MustacheTemplate.Node] {
    if let section = levels.last?.section {
      let message = "Section `\(section.tag.name)` is not closed."
      throw MustacheError(message, at: section.tag.location)
    }
    return levels[0].nodes
  }

  private mutating func append(_ node: MustacheTemplate.Node) {
    levels[levels.count - 1].nodes.append(node)
  }
}

/// A name in a tag, parted at its dots.
struct MustacheName: Hashable, Sendable {
  /// Empty for the implicit iterator `.`; an empty part can never be found.
  let parts: [String]
  let text: String
  let location: MustacheLocation

  init(_ tag: MustacheTag) {
    text = tag.name
    location = tag.location
    parts =
      text == "."
      ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}
