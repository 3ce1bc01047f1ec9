import FoundationEssentials
import HTTP
package import Model
import Resilience

/// A permission of a repository that the program makes use of.
package enum Permission: String, CaseIterable, Hashable, Sendable {
  case contentsRead = "contents: read"
  case issuesRead = "issues: read"
  case pullsRead = "pull-requests: read"
  case issuesWrite = "issues: write"
  case pullsWrite = "pull-requests: write"
  case contentsWrite = "contents: write"
  case actionsWrite = "actions: write"
  case administrationRead = "administration: read"
}

/// What GitHub says of a token and its limits before anything is read.
package struct Standing: Hashable, Sendable {
  /// 200 where the repository is visible.
  package var status: Int
  package var isPrivate: Bool?
  /// The server's clock.
  package var date: Timestamp?
  package var limits: [RateLimit]

  /// A quota as the server counts it.
  package struct RateLimit: Hashable, Sendable {
    /// As in `core`.
    package var resource: String
    package var limit: Int
    package var remaining: Int
    package var resetAt: Timestamp

    package init(resource: String, limit: Int, remaining: Int, resetAt: Timestamp) {
      self.resource = resource
      self.limit = limit
      self.remaining = remaining
      self.resetAt = resetAt
    }
  }

  package init(
    status: Int,
    isPrivate: Bool? = nil,
    date: Timestamp? = nil,
    limits: [RateLimit] = []
  ) {
    self.status = status
    self.isPrivate = isPrivate
    self.date = date
    self.limits = limits
  }
}

extension GitHubAPI {
  /// How the token and a repository stand to each other; a refusal is an answer, too.
  ///
  /// `GET /rate_limit` costs nothing: https://docs.github.com/rest/rate-limit/rate-limit
  package func standing(of repository: RepositoryName) async throws -> Standing {
    let response = try await probe(.get, path(repository))
    var standing = Standing(status: response.status, date: response.date)
    let body = Data(response.body)
    standing.isPrivate = (try? JSONDecoder().decode(RepositoryReply.self, from: body))?.isPrivate
    let limits = try await probe(.get, ["rate_limit"])
    let reply = try? JSONDecoder().decode(LimitReply.self, from: Data(limits.body))
    standing.limits = ["core", "graphql"]
      .compactMap { name in
        reply?.resources[name]
          .map {
            Standing.RateLimit(
              resource: name,
              limit: $0.limit,
              remaining: $0.remaining,
              resetAt: Timestamp(seconds: $0.reset)
            )
          }
      }
    return standing
  }

  /// Whether the token has a permission.
  ///
  /// Reading is tried. For writing a request is sent that cannot be carried out, since it lacks its
  /// content: GitHub looks at the permission before the content, so 422 and 404 say that it is there.
  package func has(_ permission: Permission, in repository: RepositoryName) async throws -> Bool {
    let response =
      switch permission {
      case .contentsRead: try await probe(.get, path(repository, "commits"), [("per_page", "1")])
      case .issuesRead: try await probe(.get, path(repository, "issues"), [("per_page", "1")])
      case .pullsRead: try await probe(.get, path(repository, "pulls"), [("per_page", "1")])
      case .administrationRead: try await probe(.get, path(repository, "traffic", "views"))
      case .issuesWrite: try await probe(.post, path(repository, "labels"))
      case .pullsWrite: try await probe(.post, path(repository, "pulls"))
      case .contentsWrite: try await probe(.post, path(repository, "git", "refs"))
      case .actionsWrite: try await probe(.delete, path(repository, "actions", "caches", "0"))
      }
    switch response.status {
    // An empty repository answers 409, one with its issues switched off 410.
    case 200..<300, 304, 409, 410: return true
    case 422: return [.issuesWrite, .pullsWrite, .contentsWrite].contains(permission)
    case 404: return permission == .actionsWrite
    default: return false
    }
  }

  private func probe(
    _ method: Request.Method,
    _ path: [String],
    _ query: [(String, String)] = []
  ) async throws -> Response {
    var headers: Headers = ["Cache-Control": "no-store"]
    if method == .post { headers["Content-Type"] = "application/json" }
    let request = Request(
      method,
      url(path, query: query),
      headers: headers,
      body: method == .post ? Array("{}".utf8) : [],
      isSafeToRepeat: true,
      priority: .delivery
    )
    return try await client.send(request)
  }
}

private struct RepositoryReply: Decodable {
  var isPrivate: Bool

  private enum CodingKeys: String, CodingKey {
    case isPrivate = "private"
  }
}

private struct LimitReply: Decodable {
  struct Limit: Decodable {
    var limit: Int
    var remaining: Int
    var reset: Int
  }

  var resources: [String: Limit]
}
