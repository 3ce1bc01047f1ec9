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

  /// By this a label is known as the program's own.
  static let labelDescription = "Written by RepoVitals"

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
    /// Issues that were opened beside this one and are closed now.
    package var duplicates: [Int] = []
  }

  /// Every issue under the tool's label, for a run that has not collected.
  package func ownIssues(label: String) async throws -> [OwnIssue] {
    try await look(label: label, onlyOpen: false).issues
  }

  /// The repository as it is now, and its issues under the tool's label.
  ///
  /// - Parameters:
  ///   - label: The label.
  ///   - onlyOpen: Leaves out what is closed, of which there may be many pages.
  /// - Returns: Nil for a repository of which GitHub did not say enough; its issues, newest first.
  /// - Throws: `APIFailure` when GitHub refuses.
  package func look(
    label: String,
    onlyOpen: Bool
  ) async throws -> (repository: Repository?, issues: [OwnIssue]) {
    var found: Repository?
    var issues: [OwnIssue] = []
    var cursor: String?
    repeat {
      try Task.checkCancellation()
      let page = try await api.ownIssuesPage(
        of: repository,
        label: label,
        onlyOpen: onlyOpen,
        after: cursor
      )
      found = found ?? page.repository
      issues += page.ownIssues?.rows ?? []
      cursor = page.ownIssues?.next
    } while cursor != nil
    return (found, issues)
  }

  /// Does what is needed so that the document is shown; doing it twice changes nothing.
  ///
  /// A title is written once, when the issue is opened: it says what was the case then, and is its
  /// readers' from there on. The body follows the days.
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
      let issue = try await api.issue(number, in: repository)
      plan = IssuePlan(showing: document, in: issue, among: issues)
    }
    var outcome = try await carryOut(plan, document)
    let duplicates = IssuePlan.duplicates(of: outcome.number, showing: document, among: issues)
    for duplicate in duplicates where outcome.action != .closed {
      try await api.closeIssue(duplicate, in: repository)
      outcome.duplicates.append(duplicate)
    }
    return outcome
  }

  private func carryOut(_ plan: IssuePlan, _ document: IssueDocument) async throws -> Outcome {
    switch plan {
    case .keep(let number, let url):
      return Outcome(action: .unchanged, number: number, url: url)
    case .respectClosed(let number, let url):
      return Outcome(action: .closed, number: number, url: url)
    case .update(let number):
      let change = IssueChange(body: document.body)
      let written = try await api.change(number, in: repository, to: change)
      return Outcome(action: .updated, number: written.number, url: written.url)
    case .create, .lookUp:
      return try await open(document)
    }
  }

  /// Opens an issue; an answer that was lost is looked for before it is sent again.
  package func open(_ document: IssueDocument) async throws -> Outcome {
    for label in document.labels {
      try await api.createLabel(
        label,
        color: "1f6feb",
        description: Self.labelDescription,
        in: repository
      )
    }
    let draft = IssueDraft(title: document.title, body: document.body, labels: document.labels)
    for _ in 1..<Self.attempts {
      do {
        let written = try await api.createIssue(draft, in: repository)
        return try await yield(written, showing: document)
      } catch {
        // The answer may have been lost, not the issue: it is looked for before it is sent again.
        guard error.leavesInDoubt else { throw error }
        if let found = try await find(document) { return found }
      }
    }
    return try await yield(try await api.createIssue(draft, in: repository), showing: document)
  }

  /// Gives way to an issue that another run opened at the same time.
  ///
  /// The one with the higher number came later and so sees the other; only it closes its own.
  private func yield(
    _ written: WrittenIssue,
    showing document: IssueDocument
  ) async throws -> Outcome {
    // Runs at the same time began within the hour, by GitHub's own clock.
    let since = written.createdAt.flatMap { Timestamp($0) }?.advanced(bySeconds: -3_600)
    // The issue is there, whatever becomes of this look: the next run looks again.
    let open =
      (try? await api.openIssues(labelled: document.labels, since: since, in: repository)) ?? []
    let earlier =
      open
      .filter { $0.user == written.user && $0.number < written.number }
      .filter { document.marker.names($0.body.flatMap { OwnMarker(in: $0) }) }
      .min { $0.number < $1.number }
    guard let earlier, written.user != nil else {
      return Outcome(action: .created, number: written.number, url: written.url)
    }
    try await api.closeIssue(written.number, in: repository)
    return Outcome(
      action: .unchanged,
      number: earlier.number,
      url: earlier.url,
      duplicates: [written.number]
    )
  }

  /// How often an issue is sent whose answer gets lost.
  private static let attempts = 3

  /// The issue that a lost answer would have told of.
  private func find(_ document: IssueDocument) async throws -> Outcome? {
    let listed = try await ownIssues(label: document.labels.first ?? "")
    switch IssuePlan(showing: document, among: listed, remembered: nil) {
    case .keep(let number, let url):
      return Outcome(action: .created, number: number, url: url)
    case .create, .update, .respectClosed, .lookUp: return nil
    }
  }
}
