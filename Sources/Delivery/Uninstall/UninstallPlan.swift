package import GitHub
package import Model

/// What the program has left in a repository, and what becomes of it when it goes.
package struct UninstallPlan: Hashable, Sendable {
  /// One thing that is taken away.
  package enum Step: Hashable, Sendable {
    /// Closed with a last word; its text stays readable.
    case close(issue: Int, title: String, marker: OwnMarker)
    case deleteComment(id: Int, url: String)
    case deleteLabel(String)
    case deleteCache(id: Int, key: String)
    case deleteBranch(String)
  }

  package var repository: RepositoryName
  /// In the order in which they are carried out: what people see first.
  package var steps: [Step]
  /// What looks like the program's and is left, one sentence each.
  package var notes: [String]
}

extension UninstallPlan {
  /// What a look at the repository has shown.
  package struct Survey: Sendable {
    /// Who the token speaks for, as in `github-actions[bot]`.
    package var viewer: String
    /// The issues under the program's label.
    package var issues: [OwnIssue]
    /// Numbers that the store remembers, whoever wrote them.
    package var remembered: Set<Int>
    package var comments: [WrittenComment]
    /// Descriptions of the program's labels that exist, by name.
    package var labels: [(name: String, description: String)]
    package var caches: [CacheEntry]
    /// The branch of the second copy; nil when there is none.
    package var branch: (name: String, head: BranchHead)?

    package init(
      viewer: String,
      issues: [OwnIssue] = [],
      remembered: Set<Int> = [],
      comments: [WrittenComment] = [],
      labels: [(name: String, description: String)] = [],
      caches: [CacheEntry] = [],
      branch: (name: String, head: BranchHead)? = nil
    ) {
      self.viewer = viewer
      self.issues = issues
      self.remembered = remembered
      self.comments = comments
      self.labels = labels
      self.caches = caches
      self.branch = branch
    }
  }

  /// Derives the plan: only what the program wrote is touched, by marker and by author.
  package init(for repository: RepositoryName, _ survey: Survey) {
    self.repository = repository
    steps = []
    notes = []
    for issue in survey.issues.sorted(by: { $0.number < $1.number }) where issue.isOpen {
      guard let marker = OwnMarker(in: issue.body) else { continue }
      guard issue.isByViewer || survey.remembered.contains(issue.number) else {
        notes.append("Issue #\(issue.number) has the program's marker and another author")
        continue
      }
      steps.append(.close(issue: issue.number, title: issue.title, marker: marker))
    }
    let viewer = survey.viewer.withoutBotSuffix
    for comment in survey.comments where comment.user?.login.withoutBotSuffix == viewer {
      let marker = comment.body.flatMap { OwnMarker(in: $0) }
      guard let marker, marker.kind != Self.farewell else { continue }
      steps.append(.deleteComment(id: comment.id, url: comment.url))
    }
    for label in survey.labels {
      if label.description == IssueDelivery.labelDescription {
        steps.append(.deleteLabel(label.name))
      } else {
        notes.append("The label \(label.name) is somebody's: its description is another one")
      }
    }
    steps += survey.caches.map { .deleteCache(id: $0.id, key: $0.key) }
    if let branch = survey.branch {
      if BackupPlan.isOurs(branch.head) {
        steps.append(.deleteBranch(branch.name))
      } else {
        notes.append("The branch \(branch.name) is somebody's: its commit is another one")
      }
    }
  }

  /// The kind of the comment under which an issue is closed.
  static let farewell = "farewell"

  /// The last word of an issue.
  static func lastWord(after marker: OwnMarker) -> String {
    """
    \(OwnMarker(kind: farewell, repository: marker.repository).text)
    RepoVitals was uninstalled from this repository, so nobody keeps this issue up to date any more. \
    What it says stays readable.
    """
  }
}

extension UninstallPlan.Step: CustomStringConvertible {
  /// One line of the list.
  package var description: String {
    switch self {
    case .close(let issue, let title, _): "close issue #\(issue), \(title)"
    case .deleteComment(_, let url): "delete the comment \(url)"
    case .deleteLabel(let name): "delete the label \(name)"
    case .deleteCache(_, let key): "delete the cache \(key)"
    case .deleteBranch(let name): "delete the branch \(name)"
    }
  }
}

extension String {
  /// A login as GraphQL says it, where REST adds `[bot]`.
  fileprivate var withoutBotSuffix: String {
    hasSuffix("[bot]") ? String(dropLast("[bot]".count)) : self
  }
}
