import Model

/// Where a page of a connection begins and how long it is, as variables of a document say.
struct PageVariables {
  var first: Int
  var after: String?

  init(first: Int?, after: String?) {
    self.first = first ?? 1
    self.after = after
  }
}

/// Where a row stands in its connection, ascending; it stays right when rows before it come or go.
struct Position: Comparable {
  var first: Int
  var second: Int

  /// The place of a row among others by time, the newest first.
  static func newestFirst(_ instant: Timestamp, _ id: Int) -> Position {
    Position(first: -instant.seconds, second: -id)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }

  var cursor: String { "\(first):\(second)" }

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  /// Reads a cursor that ``cursor`` made.
  init?(cursor: String) {
    let parts = cursor.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(first: parts[0], second: parts[1])
  }
}

extension JSONValue {
  /// A page of `rows`, which are in the order of their positions.
  ///
  /// - Parameters:
  ///   - rows: All rows of the connection.
  ///   - page: What is asked for; a cursor that was never given begins anew.
  ///   - hasTotal: Whether the document asks for `totalCount`.
  ///   - position: Where a row stands.
  ///   - node: What the document asks of a row.
  /// - Returns: The connection as GraphQL lays it out.
  static func connection<Row>(
    _ rows: [Row],
    _ page: PageVariables,
    hasTotal: Bool = true,
    position: (Row) -> Position,
    node: (Row) -> JSONValue
  ) -> JSONValue {
    let after = page.after.flatMap(Position.init(cursor:))
    let rest = after.map { after in rows.drop { position($0) <= after } } ?? rows[...]
    let shown = rest.prefix(page.first)
    return connection(
      shown.map(node),
      total: hasTotal ? rows.count : nil,
      next: (hasMore: shown.count < rest.count, cursor: shown.last.map { position($0).cursor })
    )
  }

  /// A page as GraphQL lays it out.
  static func connection(
    _ nodes: [JSONValue],
    total: Int?,
    next: (hasMore: Bool, cursor: String?)
  ) -> JSONValue {
    .object(
      (total.map { [Member("totalCount", .int($0))] } ?? []) + [
        Member(
          "pageInfo",
          ["hasNextPage": .bool(next.hasMore), "endCursor": JSONValue(next.cursor)]
        ),
        Member("nodes", .array(nodes)),
      ]
    )
  }
}
