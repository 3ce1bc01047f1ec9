/// One value of a YAML document as it was written, with its place.
///
/// Nothing is interpreted: `no`, `1e3` and `2026-01-01` stay the text that they are until a schema
/// asks for something else.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    /// In the order of the document; of a repeated key only the first.
    case mapping([Entry])
  }

  /// A text, a number or a word.
  package struct Scalar: Hashable, Sendable {
    package var text: String
    /// Without quotes, and so a word such as `~` may mean something other than its letters.
    package var isPlain: Bool

    package init(_ text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// A key of a mapping with its value.
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var keyMark: YAMLMark
    package var value: YAMLNode

    package init(key: String, keyMark: YAMLMark, value: YAMLNode) {
      self.key = key
      self.keyMark = keyMark
      self.value = value
    }
  }

  package var content: Content
  /// The tag before the value, as in `!secret`; nil when there is none.
  package var tag: String?
  /// Where the value begins; that of an alias is where its anchor stands.
  package var mark: YAMLMark

  package init(_ content: Content, tag: String? = nil, mark: YAMLMark) {
    self.content = content
    self.tag = tag
    self.mark = mark
  }
}

extension YAMLNode {
  /// Whether nothing was written: an empty value, `~` or `null` without quotes.
  package var isNull: Bool {
    guard case .scalar(let scalar) = content, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }
}

/// A place in the text of a document.
package struct YAMLMark: Hashable, Sendable {
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in bytes.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
