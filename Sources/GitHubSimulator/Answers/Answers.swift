import Model

/// What there is to tell at one instant: the life up to then, and what was written into it.
struct Answers {
  let life: Simulation
  let now: Timestamp
  let written: [WrittenItem]
  /// Names of members of the repository that may not be read.
  var refused: Set<String> = []

  /// Issues, or pull requests, the last changed first.
  func items(_ kind: Item.Kind, states: [String]? = nil) -> [Item] {
    let own = kind == .issue ? written.filter { $0.item.createdAt <= now }.map(\.item) : []
    return (life.items(kind, asOf: now) + own)
      .filter { states?.contains($0.state.answer) ?? true }
      .sorted { Self.position($0) < Self.position($1) }
  }

  static func position(_ item: Item) -> Position {
    .newestFirst(item.updatedAt, item.number)
  }

  /// The item with this node id; nil where there is none yet.
  func item(id: String) -> Item? {
    (items(.issue) + items(.pull)).first { $0.nodeID == id }
  }

  func isNamed(_ owner: String, _ name: String) -> Bool {
    RepositoryName("\(owner)/\(name)") == life.repository.name
  }

  /// What GraphQL says of the limit, of which nobody ever takes more than one point.
  var rateLimit: JSONValue {
    let reset = now.advanced(bySeconds: 3_600)
    return ["cost": 1, "remaining": 4_999, "limit": 5_000, "resetAt": JSONValue(reset)]
  }
}

/// An issue that a client created, with what only the tool's own document asks for.
struct WrittenItem: Sendable {
  var item: Item
  var body: String
  var labels: [String]
  /// Of the tool as well.
  var comments: [String] = []
}

extension JSONValue {
  /// An answer that gives no data.
  static func refusal(_ type: String?, _ message: String) -> JSONValue {
    ["errors": [.error(type, at: [], message)]]
  }

  /// An entry of `errors`.
  static func error(_ type: String?, at path: [JSONValue], _ message: String) -> JSONValue {
    var members: [Member] = []
    if let type { members.append(Member("type", .string(type))) }
    if !path.isEmpty { members.append(Member("path", .array(path))) }
    return .object(members + [Member("message", .string(message))])
  }
}
