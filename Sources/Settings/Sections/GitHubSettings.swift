package import Model

/// The section `github`: whose history is kept, and with which credentials.
package struct GitHubSettings: Sendable {
  package var token = Credential.absent(variable: "GITHUB_TOKEN")
  /// Reads traffic, which the token of a workflow cannot.
  package var trafficToken = Credential.absent(variable: "VITALS_TRAFFIC_TOKEN")
  /// Each once, in the order in which they were named.
  package var repositories: [RepositoryName] = []
  package var organizations: [Organization] = []
  package var rateLimitBudget = RequestBudget.auto

  package init() {}
}

/// An organisation whose repositories are measured without being named one by one.
package struct Organization: Hashable, Sendable {
  package var name: String
  /// Names of repositories, without the owner; empty includes all of them.
  package var include: [Glob] = []
  package var exclude: [Glob] = []
  package var includesArchived = false
  package var includesForks = false

  package init(name: String) {
    self.name = name
  }
}

/// How much of a token's hourly allowance the program may use, over all its runs.
package enum RequestBudget: Hashable, Sendable {
  case light
  case moderate
  case heavy
  /// Half of what the token has left, less a reserve for delivery.
  case auto
  case requestsPerHour(Int)

  /// REST requests and GraphQL points an hour, of each; nil when it depends on what is left.
  package var perHour: Int? {
    switch self {
    case .light: 500
    case .moderate: 2_000
    case .heavy: 4_500
    case .auto: nil
    case .requestsPerHour(let count): count
    }
  }
}
