package import GitHub
package import Model

/// Brings a document into its issue: created, updated in place, or left alone.
package struct IssueDelivery: Sendable {
  private let api: GitHubAPI
  private let repository: RepositoryName

  package init(api: GitHubAPI, repository: RepositoryName) {
    self.api = api
    self.repository = repository
  }

  /// What was done, and where it can be seen.
  package struct Outcome: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable {
      case created
      case updated
      case unchanged
      /// A person closed the issue; it stays closed.
      case closed
    }

    package var action: Action
    package var number: Int
    package var url: String
  }

  /// Every issue under the tool's label, for a run that has not collected.
  package func ownIssues(label: String) async throws -> [OwnIssue] {
    var issues: [OwnIssue] = []
    var cursor: String?
    repeat {
      try Task.checkCancellation()
      let page = try await api.ownIssues(of: repository, label: label, after: cursor)
      issues += page?.rows ?? []
      cursor = page?.next
    } while cursor != nil
    return issues
  }

  /// Does what is needed so that the document is shown; doing it twice changes nothing.
  ///
  /// - Parameters:
  ///   - document: What is to be shown.
  ///   - issues: The issues under the tool's label as GitHub lists them now.
  ///   - remembered: The number of the issue written last.
  /// - Returns: What was done.
  /// - Throws: `APIFailure` when GitHub refuses.
  package func deliver(
    _ document: IssueDocument,
    among issues: [OwnIssue],
    remembered: Int?
  ) async throws -> Outcome {
    var plan = IssuePlan(showing: document, among: issues, remembered: remembered)
    if case .lookUp(let number) = plan {
      plan = IssuePlan(showing: document, in: try await api.issue(number, in: repository))
    }
    switch plan {
    case .keep(let number, let url):
      return Outcome(action: .unchanged, number: number, url: url)
    case .respectClosed(let number, let url):
      return Outcome(action: .closed, number: number, url: url)
    case .update(let number):
      let written = try await api.updateIssue(
        number,
        title: document.title,
        body: document.body,
        in: repository
      )
      return Outcome(action: .updated, number: written.number, url: written.url)
    case .create, .lookUp:
      return try await create(document)
    }
  }

  private func create(_ document: IssueDocument) async throws -> Outcome {
    for label in document.labels {
      try await api.createLabel(
        label,
        color: "1f6feb",
        description: "Written by RepoVitals",
        in: repository
      )
    }
    let draft = IssueDraft(title: document.title, body: document.body, labels: document.labels)
    let written = try await api.createIssue(draft, in: repository)
    return Outcome(action: .created, number: written.number, url: written.url)
  }
}
