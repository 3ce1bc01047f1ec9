import Model

/// What is to become of an issue; what is nil stays as it is.
package struct IssueChange: Hashable, Sendable {
  /// Open or closed, with the reason that GitHub shows.
  package enum State: String, Hashable, Sendable {
    case open
    case completed
    /// Also for a duplicate.
    case notPlanned = "not_planned"
  }

  package var title: String?
  package var body: String?
  package var state: State?

  package init(title: String? = nil, body: String? = nil, state: State? = nil) {
    (self.title, self.body, self.state) = (title, body, state)
  }

  /// The document that is sent.
  var json: JSONValue {
    var members: [JSONValue.Member] = []
    if let title { members.append(.init("title", .string(title))) }
    if let body { members.append(.init("body", .string(body))) }
    switch state {
    case nil: break
    case .open: members.append(.init("state", "open"))
    case .completed, .notPlanned:
      members.append(.init("state", "closed"))
      members.append(.init("state_reason", JSONValue(state?.rawValue)))
    }
    return .object(members)
  }
}
