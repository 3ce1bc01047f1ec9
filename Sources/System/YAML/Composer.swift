/// Builds the tree of a document from its events.
struct Composer: ~Copyable {
  private var events: EventStream
  private let limits: YAMLDocument.Limits
  private var anchors: [String: Anchored] = [:]
  private var nodeCount = 0
  private(set) var repeatedKeys: [YAMLDocument.RepeatedKey] = []

  private struct Anchored {
    var tree: Tree
    /// Values in the tree, itself included.
    var nodes: Int
  }

  private struct Tree {
    var node: YAMLNode
    /// Levels below this one.
    var height: Int
  }

  init(events: consuming EventStream, limits: YAMLDocument.Limits) {
    self.events = events
    self.limits = limits
  }

  /// The only document of the stream; nil when it is empty.
  mutating func document() throws(YAMLError) -> YAMLNode? {
    let start = try events.next()
    guard case .documentStart = start.kind else { return nil }
    let root = try tree(from: try events.next(), depth: 1).node
    _ = try events.next()
    let end = try events.next()
    guard case .streamEnd = end.kind else {
      throw YAMLError("a second document begins here; keep one, without ---", at: end.mark)
    }
    return root
  }

  private mutating func tree(from event: Event, depth: Int) throws(YAMLError) -> Tree {
    if case .alias(let name) = event.kind { return try alias(name, at: event.mark, depth: depth) }
    try count(1, at: event.mark)
    try checkDepth(depth, at: event.mark)
    let countBefore = nodeCount
    let (content, height) = try content(of: event, depth: depth)
    let tag = event.tag == "!" ? nil : event.tag
    let tree = Tree(node: YAMLNode(content, tag: tag, mark: event.mark), height: height)
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(tree: tree, nodes: nodeCount - countBefore + 1)
    }
    return tree
  }

  private mutating func content(
    of event: Event,
    depth: Int
  ) throws(YAMLError) -> (YAMLNode.Content, height: Int) {
    switch event.kind {
    case .scalar(let scalar): return (.scalar(scalar), 0)
    case .sequenceStart: return try sequence(depth: depth)
    default: return try mapping(depth: depth)
    }
  }

  private mutating func sequence(depth: Int) throws(YAMLError) -> (YAMLNode.Content, height: Int) {
    var elements: [YAMLNode] = []
    var height = 0
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { return (.sequence(elements), height) }
      let element = try tree(from: event, depth: depth + 1)
      elements.append(element.node)
      height = max(height, element.height + 1)
    }
  }

  private mutating func mapping(depth: Int) throws(YAMLError) -> (YAMLNode.Content, height: Int) {
    var entries: [YAMLNode.Entry] = []
    var places: [String: YAMLMark] = [:]
    var height = 0
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { return (.mapping(entries), height) }
      let key = try tree(from: event, depth: depth + 1).node
      guard case .scalar(let scalar) = key.content else {
        throw YAMLError("a key must be a text", at: event.mark)
      }
      let value = try tree(from: try events.next(), depth: depth + 1)
      height = max(height, value.height + 1)
      if let first = places[scalar.text] {
        repeatedKeys.append(.init(key: scalar.text, first: first, second: event.mark))
      } else {
        places[scalar.text] = event.mark
        entries.append(.init(key: scalar.text, keyMark: event.mark, value: value.node))
      }
    }
  }

  /// Values that refer to each other grow by multiplication, so each use counts in full.
  private mutating func alias(
    _ name: String,
    at mark: YAMLMark,
    depth: Int
  ) throws(YAMLError) -> Tree {
    guard let anchored = anchors[name] else { throw YAMLError(ParserProblem.star, at: mark) }
    try count(anchored.nodes, at: mark)
    try checkDepth(depth + anchored.tree.height, at: mark)
    return anchored.tree
  }

  private mutating func count(_ nodes: Int, at mark: YAMLMark) throws(YAMLError) {
    nodeCount += nodes
    guard nodeCount <= limits.nodes else {
      throw YAMLError("the file holds more than \(limits.nodes) values", at: mark)
    }
  }

  private func checkDepth(_ depth: Int, at mark: YAMLMark) throws(YAMLError) {
    guard depth <= limits.depth else {
      throw YAMLError("values are nested more than \(limits.depth) levels deep", at: mark)
    }
  }
}
