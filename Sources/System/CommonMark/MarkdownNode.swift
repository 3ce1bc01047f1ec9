/// A node of a parsed Markdown document, with everything below it.
package struct MarkdownNode: Hashable, Sendable {
  /// The name that cmark-gfm gives to a kind of node; the extensions add their own.
  package struct Kind: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let document = Kind(rawValue: "document")
    package static let blockQuote = Kind(rawValue: "block_quote")
    package static let list = Kind(rawValue: "list")
    package static let item = Kind(rawValue: "item")
    package static let taskItem = Kind(rawValue: "tasklist")
    package static let codeBlock = Kind(rawValue: "code_block")
    package static let htmlBlock = Kind(rawValue: "html_block")
    package static let paragraph = Kind(rawValue: "paragraph")
    package static let heading = Kind(rawValue: "heading")
    package static let thematicBreak = Kind(rawValue: "thematic_break")
    package static let text = Kind(rawValue: "text")
    package static let softBreak = Kind(rawValue: "softbreak")
    package static let lineBreak = Kind(rawValue: "linebreak")
    package static let code = Kind(rawValue: "code")
    package static let htmlInline = Kind(rawValue: "html_inline")
    package static let emphasis = Kind(rawValue: "emph")
    package static let strong = Kind(rawValue: "strong")
    package static let link = Kind(rawValue: "link")
    package static let image = Kind(rawValue: "image")
    package static let strikethrough = Kind(rawValue: "strikethrough")
    package static let footnoteReference = Kind(rawValue: "footnote_reference")
    /// Stands at the end of the document when something refers to it, else nowhere.
    package static let footnoteDefinition = Kind(rawValue: "footnote_definition")
    package static let table = Kind(rawValue: "table")
    package static let tableHeader = Kind(rawValue: "table_header")
    package static let tableRow = Kind(rawValue: "table_row")
    package static let tableCell = Kind(rawValue: "table_cell")
  }

  package var kind: Kind
  /// The text of a leaf: of text, code, code blocks and HTML; empty elsewhere.
  package var literal: String
  /// The target of a link or an image; empty elsewhere.
  package var url: String
  /// The info string of a fenced code block; empty elsewhere.
  package var info: String
  /// 1 to 6 for a heading; 0 elsewhere.
  package var level: Int
  /// True for a code block between fences, false for one that is indented.
  package var isFenced: Bool
  /// Where the node begins and ends, as cmark-gfm counts: from 1, columns in bytes.
  ///
  /// What cmark-gfm gives no place, as line breaks and bare addresses, has that of what stands before
  /// it. The end of an HTML block is not to be relied on.
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int
  package var children: [MarkdownNode]
}

extension MarkdownNode {
  /// Calls `visit` with the node and everything below it, parents first, in order of the document.
  package func walk(_ visit: (MarkdownNode) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  /// Every node of one kind, in order of the document.
  package func all(_ kind: Kind) -> [MarkdownNode] {
    var found: [MarkdownNode] = []
    walk { if $0.kind == kind { found.append($0) } }
    return found
  }

  /// What a reader sees: text and code without marks; a break of any kind is a newline.
  package var plainText: String {
    switch kind {
    case .softBreak, .lineBreak: "\n"
    case .htmlInline: literal.lowercased().hasPrefix("<br") ? "\n" : ""
    case .htmlBlock: ""
    case .text, .code, .codeBlock: literal
    default: children.map(\.plainText).joined()
    }
  }
}
