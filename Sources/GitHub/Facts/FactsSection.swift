package import Resilience

/// A part of ``FactsDocument`` that can be left out; the raw value is the switch of the document.
package enum FactsSection: String, Hashable, Sendable, CaseIterable {
  case watchers
  case languages
  case licence
  case topics
  case discussions
  case issues
  case pulls
  case commits
  case forks
  case releases
  case own

  /// What is asked for once a run, with the counts.
  static let once: [FactsSection] = [.watchers, .languages, .licence, .topics, .discussions]

  /// The section in which a field of the repository stands, by its key in the answer or by its
  /// name, since the path of an error may have either.
  ///
  /// Nil for what identifies the repository, without which it cannot be read at all.
  package init?(key: String) {
    switch key {
    case "licenseInfo": self = .licence
    case "repositoryTopics": self = .topics
    case "issuesTotal", "openIssues": self = .issues
    case "pullsTotal", "openPulls", "pullRequests": self = .pulls
    case "defaultBranchRef", "commitsAtHead", "object": self = .commits
    default: self.init(rawValue: key)
    }
  }

  /// What it holds, in a sentence.
  package var words: String {
    switch self {
    case .pulls: "pull requests"
    case .licence: "the licence"
    case .own: "the issues that the tool wrote"
    default: rawValue
    }
  }

  /// The permission that lets a fine-grained token, or that of a workflow, read it.
  ///
  /// https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
  package var permission: String {
    switch self {
    case .issues, .own: "Issues: read"
    case .pulls: "Pull requests: read"
    case .commits, .releases: "Contents: read"
    case .discussions: "Discussions: read"
    case .watchers, .languages, .licence, .topics, .forks: "Metadata: read"
    }
  }
}

/// Why a section of an answer is missing.
package struct FactsRefusal: Hashable, Sendable {
  package var failureClass: FailureClass
  /// GitHub's words, or ours where it had none.
  package var words: String

  package init(_ failureClass: FailureClass, _ words: String) {
    self.failureClass = failureClass
    self.words = words
  }
}
