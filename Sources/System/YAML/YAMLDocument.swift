/// A YAML document as a tree of values.
package struct YAMLDocument: Hashable, Sendable {
  /// How much a document may hold before it is refused.
  package struct Limits: Hashable, Sendable {
    /// Bytes of text.
    package var bytes: Int
    /// Levels of nesting, anchored values counted where they are used.
    package var depth: Int
    /// Values in all, anchored ones counted every time they are used.
    package var nodes: Int

    package init(bytes: Int = 1 << 20, depth: Int = 32, nodes: Int = 20_000) {
      self.bytes = bytes
      self.depth = depth
      self.nodes = nodes
    }
  }

  /// A key that one mapping holds twice.
  package struct RepeatedKey: Hashable, Sendable {
    package var key: String
    package var first: YAMLMark
    package var second: YAMLMark
  }

  /// Nil when the text holds nothing but comments.
  package var root: YAMLNode?
  /// In the order in which the repetitions stand in the text.
  package var repeatedKeys: [RepeatedKey]

  /// Reads one UTF-8 document; a byte-order mark and any kind of line break are welcome.
  ///
  /// Repeated keys do not end the reading, so that all of them can be told at once.
  package init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(YAMLError) {
    guard bytes.count <= limits.bytes else {
      throw YAMLError(
        "the file is larger than \(limits.bytes) bytes",
        at: YAMLMark(line: 1, column: 1)
      )
    }
    let source = try SourceText(bytes)
    var composer = Composer(events: try EventStream(source), limits: limits)
    root = try composer.document()
    repeatedKeys = composer.repeatedKeys
  }
}
