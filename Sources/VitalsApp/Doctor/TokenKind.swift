import GitHub
import Model

/// Who a token speaks for, which decides where its permissions are given.
enum TokenKind: Hashable, Sendable {
  case workflow
  case fineGrained
  case classic
  case other

  init(_ token: Secret) {
    switch token.kind {
    case "ghs": self = .workflow
    case "github_pat": self = .fineGrained
    case "ghp": self = .classic
    default: self = .other
    }
  }

  var words: String {
    switch self {
    case .workflow: "a workflow's own token or an app's"
    case .fineGrained: "a fine-grained personal access token"
    case .classic: "a classic personal access token"
    case .other: "a token of a kind that is not known"
    }
  }

  /// How a permission is added to such a token.
  func remedy(for permission: Permission) -> String {
    switch self {
    case .workflow where permission == .administrationRead:
      "no workflow's token may do that; make a fine-grained personal access token with "
        + "Administration: Read-only and store it as VITALS_TRAFFIC_TOKEN"
    case .workflow:
      "add `\(permission.rawValue)` under `permissions:` of the job"
    case .classic:
      "give the token the scope `repo`, or `public_repo` for a public repository, of somebody who "
        + "may \(permission.isWrite ? "write to" : "read") it"
    case .fineGrained, .other:
      "edit the token: Repository permissions, \(permission.title)"
    }
  }
}

extension Permission {
  var isWrite: Bool {
    switch self {
    case .issuesWrite, .pullsWrite, .contentsWrite, .actionsWrite: true
    case .contentsRead, .issuesRead, .pullsRead, .administrationRead: false
    }
  }

  /// As GitHub's page for tokens shows it.
  fileprivate var title: String {
    switch self {
    case .contentsRead: "Contents: Read-only"
    case .issuesRead: "Issues: Read-only"
    case .pullsRead: "Pull requests: Read-only"
    case .issuesWrite: "Issues: Read and write"
    case .pullsWrite: "Pull requests: Read and write"
    case .contentsWrite: "Contents: Read and write"
    case .actionsWrite: "Actions: Read and write"
    case .administrationRead: "Administration: Read-only"
    }
  }

  /// What is missing without it.
  var cost: String {
    switch self {
    case .contentsRead:
      "no commits, contributors and releases: `contributors.*`, `commits.*`, `releases.*` and the "
        + "contributors part of the score stay unknown"
    case .issuesRead:
      "no issues: `issues.*` and the issue freshness part of the score stay unknown"
    case .pullsRead:
      "no pull requests: `pulls.*` and the throughput and review parts of the score stay unknown"
    case .issuesWrite: "no health issue; the report is in the summary and the files alone"
    case .pullsWrite: "no comments on pull requests; all else works"
    case .contentsWrite: "no second copy of the store; a lost cache loses daily counts"
    case .actionsWrite: "old caches are left to GitHub, and `vitals uninstall` cannot remove them"
    case .administrationRead: "no views and clones: `traffic.*` stays unknown"
    }
  }
}
