package import Model
import Resilience

/// One sending of ``FactsDocument``: which connections to page, from where, how far.
package struct FactsRequest: Hashable, Sendable {
  package var repository: RepositoryName
  /// The label that the tool's own issues carry.
  package var label: String
  /// The counts of ``Snapshot`` and the ``Profile``; asked for once a run.
  package var wantsCounts: Bool
  package var issues: ItemPage?
  package var pulls: ItemPage?
  package var commits: CommitPage?
  package var forks: Page?
  package var releases: Page?
  package var ownIssues: OwnPage?
  /// Node ids of issues whose comments were cut off, to be read again with 100.
  package var cutIssues: [String]
  /// Node ids of pull requests whose comments or reviews were cut off, likewise.
  package var cutPulls: [String]
  /// What this token may not read and is therefore not asked for.
  package var refused: Set<FactsSection>
  /// Whether something is to be written by the answer, for which a budget keeps a reserve.
  package var isForDelivery = false

  package init(
    repository: RepositoryName,
    label: String,
    wantsCounts: Bool = false,
    issues: ItemPage? = nil,
    pulls: ItemPage? = nil,
    commits: CommitPage? = nil,
    forks: Page? = nil,
    releases: Page? = nil,
    ownIssues: OwnPage? = nil,
    cutIssues: [String] = [],
    cutPulls: [String] = [],
    refused: Set<FactsSection> = []
  ) {
    self.repository = repository
    self.label = label
    self.wantsCounts = wantsCounts
    self.issues = issues
    self.pulls = pulls
    self.commits = commits
    self.forks = forks
    self.releases = releases
    self.ownIssues = ownIssues
    self.cutIssues = cutIssues
    self.cutPulls = cutPulls
    self.refused = refused
  }

  /// Rows `first` after the cursor `after`, nil for the beginning.
  package struct Page: Hashable, Sendable {
    package var first: Int
    package var after: String?

    package init(first: Int, after: String? = nil) {
      self.first = first
      self.after = after
    }
  }

  /// A page of issues or pull requests, with the first rows of what is inside each.
  package struct ItemPage: Hashable, Sendable {
    package var page: Page
    package var selection: Selection
    /// Comments, and reviews, of each item.
    package var inside: Int

    package enum Selection: Hashable, Sendable {
      case open
      /// Closed and merged.
      case closed
      case all
    }

    package init(page: Page, selection: Selection, inside: Int) {
      self.page = page
      self.selection = selection
      self.inside = inside
    }
  }

  /// A page of the history behind a commit, or behind the default branch as it is now.
  package struct CommitPage: Hashable, Sendable {
    package var page: Page
    /// The commit to start at; nil starts at the branch.
    package var head: String?

    package init(page: Page, head: String? = nil) {
      self.page = page
      self.head = head
    }
  }

  /// A page of the issues that carry the tool's label.
  package struct OwnPage: Hashable, Sendable {
    package var page: Page
    package var onlyOpen: Bool

    package init(page: Page, onlyOpen: Bool) {
      self.page = page
      self.onlyOpen = onlyOpen
    }
  }
}

extension FactsRequest {
  /// The variables of the document.
  var variables: JSONValue {
    var members: [JSONValue.Member] = [
      .init("owner", .string(repository.owner)),
      .init("name", .string(repository.name)),
      .init("label", .string(label)),
      .init("counts", .bool(wantsCounts)),
      .init("openIssues", .bool(wantsCounts && !refused.contains(.issues))),
      .init("openPulls", .bool(wantsCounts && !refused.contains(.pulls))),
      .init("cut", .bool(!cutIssues.isEmpty || !cutPulls.isEmpty)),
      .init("cutIssues", .array(cutIssues.map(JSONValue.string))),
      .init("cutPulls", .array(cutPulls.map(JSONValue.string))),
    ]
    members += FactsSection.once.map { section in
      .init(section.rawValue, .bool(wantsCounts && !refused.contains(section)))
    }
    members += switches(.issues, issues?.page)
    members += [
      .init("issueComments", .int(issues?.inside ?? 1)),
      .init("issueStates", issues?.selection.issueStates ?? .null),
    ]
    members += switches(.pulls, pulls?.page)
    members += [
      .init("pullComments", .int(pulls?.inside ?? 1)),
      .init("pullReviews", .int(pulls?.inside ?? 1)),
      .init("pullStates", pulls?.selection.pullStates ?? .null),
    ]
    members += switches(.forks, forks) + switches(.releases, releases)
    members += switches(.own, ownIssues?.page)
    members.append(.init("ownStates", ownIssues?.onlyOpen == true ? ["OPEN"] : .null))
    members += commitVariables
    return .object(members)
  }

  /// Switch, size and cursor of one connection, as the document names them.
  private func switches(_ section: FactsSection, _ page: Page?) -> [JSONValue.Member] {
    let name = section.rawValue
    return [
      .init(name, .bool(page != nil && !refused.contains(section))),
      .init("\(name)First", .int(page?.first ?? 1)),
      .init("\(name)After", JSONValue(page?.after)),
    ]
  }

  private var commitVariables: [JSONValue.Member] {
    let isWanted = commits != nil && !refused.contains(.commits)
    return [
      .init("commits", .bool(isWanted && commits?.head == nil)),
      .init("commitsAtHead", .bool(isWanted && commits?.head != nil)),
      .init("commitsFirst", .int(commits?.page.first ?? 1)),
      .init("commitsAfter", JSONValue(commits?.page.after)),
      .init("head", JSONValue(commits?.head)),
    ]
  }
}

extension FactsRequest.ItemPage.Selection {
  fileprivate var issueStates: JSONValue {
    switch self {
    case .open: ["OPEN"]
    case .closed: ["CLOSED"]
    case .all: .null
    }
  }

  fileprivate var pullStates: JSONValue {
    switch self {
    case .open: ["OPEN"]
    case .closed: ["CLOSED", "MERGED"]
    case .all: .null
    }
  }
}

extension FactsRequest {
  /// What the request costs by GitHub's formula: the requests it would take to fill every
  /// connection, in hundreds.
  ///
  /// https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
  package var points: Int {
    let cut = cutIssues.isEmpty && cutPulls.isEmpty ? 0 : 2
    return max(1, (shares.reduce(cut) { $0 + $1.requests } + 50) / 100)
  }

  /// The requests behind ``points`` by the stream that they are for; none of them is 0.
  ///
  /// The tool's own issues go with the counts, for which they are read.
  package var shares: [(stream: Model.Stream, requests: Int)] {
    let issueRequests = issues.map { 2 + $0.page.first } ?? 0
    let pullRequests = pulls.map { 2 + 2 * $0.page.first } ?? 0
    let ownRequests = ownIssues.map { 1 + $0.page.first } ?? 0
    let shares: [(stream: Model.Stream, requests: Int)] = [
      (.snapshot, (wantsCounts ? 6 : 0) + ownRequests),
      (.issues, issueRequests + cutIssues.count), (.pulls, pullRequests + 2 * cutPulls.count),
      (.commits, commits == nil ? 0 : 1), (.forks, forks == nil ? 0 : 1),
      (.releases, releases.map { 1 + $0.first } ?? 0),
    ]
    return shares.filter { $0.requests > 0 }
  }

  /// A page that goes on from another one belongs to a backfill, as a rule.
  var priority: Priority {
    if isForDelivery { return .delivery }
    return wantsCounts ? .snapshot : commits?.page.after == nil ? .sync : .backfill
  }

  /// How many nodes GitHub would have to look at if every connection were full.
  ///
  /// GitHub cuts answers short above some ten thousand, without a documented number:
  /// https://github.blog/changelog/2025-09-01-graphql-api-resource-limits/.
  package var nodes: Int {
    let profileNodes = wantsCounts ? 2 * FactsDocument.inProfile : 0
    let issueNodes = issues.map { $0.page.first * (1 + $0.inside) } ?? 0
    let pullNodes = pulls.map { $0.page.first * (1 + 2 * $0.inside) } ?? 0
    let releaseNodes = releases.map { $0.first * (1 + FactsDocument.assetsInside) } ?? 0
    let ownNodes = ownIssues.map { $0.page.first * (1 + FactsDocument.labelsInside) } ?? 0
    let flat = [commits?.page.first, forks?.first].compactMap(\.self)
    return profileNodes + issueNodes + pullNodes + releaseNodes + ownNodes + flat.reduce(0, +)
      + cutIssues.count * Self.nodesOfCutIssue + cutPulls.count * Self.nodesOfCutPull
  }

  /// Nodes of an issue that is read again with all of its comments.
  package static let nodesOfCutIssue = 1 + FactsDocument.whole
  /// Nodes of a pull request that is read again with all of its comments and reviews.
  package static let nodesOfCutPull = 1 + 2 * FactsDocument.whole
}
