import GitHub
import Model

/// What is found about the token, from what GitHub answered.
extension Finding {
  static func token(_ kind: TokenKind, _ standing: Standing) -> Finding {
    guard standing.status == 401 else {
      return Finding(.token, .ok, "\(kind.words), which GitHub accepts")
    }
    return Finding(
      .token,
      .problem,
      "\(kind.words), which GitHub refuses",
      remedy: "replace it; a workflow's own is `GITHUB_TOKEN: ${{ github.token }}`"
    )
  }

  static func repository(
    _ name: RepositoryName,
    _ standing: Standing,
    _ kind: TokenKind
  ) -> Finding {
    switch standing.status {
    case 200:
      let words = standing.isPrivate == true ? "private" : "public"
      return Finding(.repository, .ok, "\(name) is \(words) and visible")
    case 301, 307, 308:
      return Finding(
        .repository,
        .note,
        "\(name) has another name now; it is followed",
        remedy: "use the new name"
      )
    default:
      let remedy =
        switch kind {
        case .workflow:
          "check the spelling; a workflow's token sees private repositories of its own alone, so use a "
            + "fine-grained personal access token that has \(name)"
        case .fineGrained: "check the spelling, and give the token access to \(name)"
        case .classic, .other: "check the spelling, and give the token the scope `repo`"
        }
      return Finding(
        .repository,
        .problem,
        "\(name) does not exist, or this token may not see it (GitHub answered \(standing.status))",
        remedy: remedy
      )
    }
  }

  /// One finding for all permissions that are there, and one for each that is missing.
  static func permissions(
    _ permissions: [(permission: Permission, isGiven: Bool)],
    _ kind: TokenKind
  ) -> [Finding] {
    let given = permissions.filter(\.isGiven).map(\.permission.rawValue)
    let missing = permissions.filter { !$0.isGiven }.map(\.permission)
    let found =
      given.isEmpty ? [] : [Finding(.permissions, .ok, given.joined(separator: ", "))]
    return found
      + missing.map { permission in
        Finding(
          .permissions,
          permission == .actionsWrite || permission == .pullsWrite ? .note : .warning,
          "\(permission.rawValue) is missing: \(permission.cost)",
          remedy: kind.remedy(for: permission)
        )
      }
  }

  /// Views and clones; `isGiven` is nil without a second token.
  static func traffic(isGiven: Bool?, _ kind: TokenKind?) -> Finding {
    let cost = Permission.administrationRead.cost
    switch isGiven {
    case true?: return Finding(.traffic, .ok, "the second token may read views and clones")
    case false?:
      return Finding(
        .traffic,
        .warning,
        "the second token may not read them: \(cost)",
        remedy: (kind ?? .fineGrained).remedy(for: .administrationRead)
      )
    case nil:
      return Finding(
        .traffic,
        .note,
        "there is no second token: \(cost)",
        remedy: TokenKind.workflow.remedy(for: .administrationRead)
      )
    }
  }

  static func limits(_ limits: [Standing.RateLimit]) -> Finding {
    guard !limits.isEmpty else {
      return Finding(.limit, .note, "the server tells no limits")
    }
    let parts = limits.map { "\($0.remaining) of \($0.limit) \($0.unit)" }
    let text = "\(parts.joined(separator: ", ")) left this hour"
    guard let low = limits.first(where: { $0.remaining * 10 < $0.limit }) else {
      return Finding(.limit, .ok, text)
    }
    return Finding(
      .limit,
      .warning,
      text,
      remedy: "wait until \(low.resetAt), or let fewer jobs share the token"
    )
  }

  /// A clock that is off makes days begin and limits end at the wrong time.
  static func clock(_ now: Timestamp, server: Timestamp?) -> Finding {
    guard let server else { return Finding(.clock, .note, "the server tells no time") }
    let seconds = now.seconds - server.seconds
    guard abs(seconds) > 300 else {
      return Finding(.clock, .ok, "within \(abs(seconds)) s of GitHub's")
    }
    return Finding(
      .clock,
      .warning,
      "\(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") GitHub's, so days end at another time",
      remedy: "set this machine's clock, or leave out --now"
    )
  }
}

extension Standing.RateLimit {
  fileprivate var unit: String { resource == "graphql" ? "GraphQL points" : "REST requests" }
}
