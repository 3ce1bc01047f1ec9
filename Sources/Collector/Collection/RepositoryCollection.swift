import GitHub
import Model
import Resilience
import Storage

/// The collection of one repository's connections as a value: says what to ask for next, and what
/// an answer changes in the store.
///
/// All connections are paged in the same requests, so that a first run needs about as many as its
/// largest connection has pages. What was cut off inside an item is read again in whatever room a
/// later request has.
struct RepositoryCollection: Sendable {
  private(set) var sizes = PageSizes()
  private(set) var issues: ItemReader
  private(set) var pulls: ItemReader
  private(set) var commits: CommitReader
  private(set) var forks: ListReader
  private(set) var releases: ListReader
  private(set) var ownIssues: OwnIssueReader
  /// What could not be read, and why.
  private(set) var refusals: [FactsSection: FactsRefusal] = [:]
  private var wantsCounts = true
  private var hasIssues = true
  private var cutIssues = CutQueue()
  private var cutPulls = CutQueue()
  private let repository: RepositoryName
  private let label: String
  private let now: Timestamp

  /// Without `states` the repository was never read; a backfill goes no further back than its
  /// limit.
  init(
    _ repository: RepositoryName,
    label: String,
    states: [Stream: StreamState],
    backfillLimit: Timestamp?,
    now: Timestamp
  ) {
    self.repository = repository
    self.label = label
    self.now = now
    issues = ItemReader(cutIssues.resume(states[.issues]), backfillLimit: backfillLimit)
    pulls = ItemReader(cutPulls.resume(states[.pulls]), backfillLimit: backfillLimit)
    commits = CommitReader(states[.commits], backfillLimit: backfillLimit)
    forks = ListReader(
      states[.forks],
      backfillLimit: backfillLimit,
      sweepsQuickly: true
    )
    releases = ListReader(states[.releases], backfillLimit: backfillLimit)
    ownIssues = OwnIssueReader(onlyOpen: states[.issues]?.horizon == .complete)
  }

  /// What to ask for next; nil when everything is read.
  func nextRequest() -> FactsRequest? {
    var request = FactsRequest(
      repository: repository,
      label: label,
      wantsCounts: wantsCounts,
      issues: allowed(.issues, issues.page(sizes)),
      pulls: allowed(.pulls, pulls.page(sizes)),
      commits: allowed(.commits, commits.page(sizes)),
      forks: allowed(.forks, forks.page(sizes, recent: sizes.recentForks)),
      releases: allowed(.releases, releases.page(sizes, recent: recentReleases)),
      ownIssues: allowed(.own, ownIssues.page(sizes)),
      refused: Set(refusals.keys)
    )
    let room = PageSizes.nodeLimit - request.nodes
    let pullRoom = max(0, room) / FactsRequest.nodesOfCutPull
    request.cutPulls = Array(cutPulls.ids.prefix(pullRoom))
    let rest = room - request.cutPulls.count * FactsRequest.nodesOfCutPull
    let issueRoom = max(0, rest) / FactsRequest.nodesOfCutIssue
    request.cutIssues = Array(cutIssues.ids.prefix(issueRoom))
    return request.isEmpty ? nil : request
  }

  /// Downloads are read of every release there is, as far as one page holds them.
  private var recentReleases: Int {
    max(10, min(PageSizes.largest, (releases.state.total ?? 0) + 5))
  }

  private func allowed<Page>(_ section: FactsSection, _ page: Page?) -> Page? {
    guard refusals[section] == nil else { return nil }
    let isAboutIssues = section == .issues || section == .own
    return isAboutIssues && !hasIssues ? nil : page
  }

  /// Asks for smaller pages from now on; false when they cannot be any smaller.
  mutating func shrink() -> Bool {
    guard sizes.canShrink else { return false }
    sizes.shrink()
    return true
  }

  /// Takes an answer in, and says what it changes, the streams' states included.
  mutating func receive(_ page: FactsPage, to request: FactsRequest) -> Changes? {
    guard let record = page.repository else { return nil }
    sizes.grow()
    refusals.merge(page.refusals) { first, _ in first }
    hasIssues = record.hasIssues
    var changes = Changes(repository: record.id, record: record)
    if wantsCounts {
      changes.snapshot = page.counts.map { Snapshot($0, readAt: now) }
      changes.profile = page.profile.map { Profile($0, readAt: now) }
      wantsCounts = false
    }
    receiveItems(page, to: request, into: &changes)
    noteMissing(in: page, of: request)
    if let rows = page.commits {
      commits.receive(rows)
      changes.commits = rows.page.rows
    }
    if let rows = page.forks {
      forks.receive(rows, id: \.id, date: \.createdAt)
      changes.forks = rows.rows
    }
    if let rows = page.releases {
      releases.receive(rows, id: { String($0.id) }, date: \.createdAt)
      changes.releases = rows.rows
      changes.downloadsDay = now.day.advanced(by: -1)
    }
    if let rows = page.ownIssues { ownIssues.receive(rows) }
    changes.streams = states
    return changes
  }

  /// Gives up what was asked for and not told, which would be asked for again without end.
  private mutating func noteMissing(in page: FactsPage, of request: FactsRequest) {
    let isWithoutCommits = request.commits != nil && page.commits == nil
    if isWithoutCommits, refusals[.commits] == nil, commits.loseHead() { return }
    let missing: [(section: FactsSection, isMissing: Bool)] = [
      (.issues, request.issues != nil && page.issues == nil && hasIssues),
      (.pulls, request.pulls != nil && page.pulls == nil),
      (.commits, isWithoutCommits),
      (.forks, request.forks != nil && page.forks == nil),
      (.releases, request.releases != nil && page.releases == nil),
      (.own, request.ownIssues != nil && page.ownIssues == nil && hasIssues),
    ]
    for (section, isMissing) in missing where isMissing && refusals[section] == nil {
      refusals[section] = FactsRefusal(.partialResult, "the answer did not hold it")
    }
  }

  private mutating func receiveItems(
    _ page: FactsPage,
    to request: FactsRequest,
    into changes: inout Changes
  ) {
    cutIssues.removeFirst(request.cutIssues.count)
    cutPulls.removeFirst(request.cutPulls.count)
    let (issuesBefore, pullsBefore) = (issues, pulls)
    if let rows = page.issues {
      issues.receive(rows)
      changes.items += rows.rows
    }
    if let rows = page.pulls {
      pulls.receive(rows)
      changes.items += rows.rows
    }
    for cut in page.cut {
      let reader = cut.item.kind == .issue ? issuesBefore : pullsBefore
      let wasAsked = request.cutIssues.contains(cut.id) || request.cutPulls.contains(cut.id)
      guard wasAsked || reader.needsInside(of: cut.item) else { continue }
      if cut.item.kind == .issue {
        cutIssues.append(cut)
      } else {
        cutPulls.append(cut)
      }
    }
    changes.items += page.recut
  }

  /// Where to read which forks there are, when that is due.
  var forkSweep: [String]? {
    if case .quickSweep(let cursors) = forks.phase { cursors } else { nil }
  }

  /// Takes in which forks there are; nil when they could not be read at once.
  mutating func receiveForkSweep(_ ids: Set<String>?) {
    forks.receiveQuickSweep(ids)
  }

  /// Takes over what finished sweeps have seen, by stream: what is stored beyond it is gone.
  mutating func takeFinishedSweeps() -> [(stream: Stream, seen: Set<String>)] {
    [
      (Stream.issues, issues.takeFinishedSweep()), (.pulls, pulls.takeFinishedSweep()),
      (.commits, commits.takeFinishedSweep()), (.forks, forks.takeFinishedSweep()),
      (.releases, releases.takeFinishedSweep()),
    ]
    .compactMap { stream, seen in seen.map { (stream, $0) } }
  }

  /// An item with more inside than one page holds; nil when there is none.
  var longItem: CutItem? { cutIssues.long.first ?? cutPulls.long.first }

  /// Forgets the ``longItem``, which was read whole.
  mutating func removeLongItem() {
    if cutIssues.long.isEmpty { cutPulls.removeFirstLong() } else { cutIssues.removeFirstLong() }
  }

  /// Decides how each stream goes on, once the answer taken in last is stored.
  ///
  /// - Parameter stored: Rows in the store by stream.
  mutating func settle(stored: [Stream: Int]) {
    issues.settle(stored: stored[.issues] ?? 0)
    pulls.settle(stored: stored[.pulls] ?? 0)
    commits.settle(stored: stored[.commits] ?? 0)
    forks.settle(stored: stored[.forks] ?? 0)
    releases.settle(stored: stored[.releases] ?? 0)
  }

  /// Where each stream stands.
  var states: [Stream: StreamState] {
    [
      .issues: cutIssues.noted(in: issues.state), .pulls: cutPulls.noted(in: pulls.state),
      .commits: commits.state, .forks: forks.state, .releases: releases.state,
    ]
  }
}

extension FactsRequest {
  /// True when nothing is asked for.
  fileprivate var isEmpty: Bool {
    !wantsCounts && issues == nil && pulls == nil && commits == nil && forks == nil
      && releases == nil && ownIssues == nil && cutIssues.isEmpty && cutPulls.isEmpty
  }
}

extension Profile {
  fileprivate init(_ profile: FactsPage.Profile, readAt: Timestamp) {
    self.init(
      readAt: readAt,
      languages: profile.languages,
      licence: profile.licence,
      topics: profile.topics,
      discussions: profile.discussions
    )
  }
}

extension Snapshot {
  /// Counts belong to the last complete day before they were read.
  fileprivate init(_ counts: FactsPage.Counts, readAt: Timestamp) {
    self.init(
      day: readAt.day.advanced(by: -1),
      readAt: readAt,
      stars: counts.stars,
      forks: counts.forks,
      watchers: counts.watchers,
      openIssues: counts.openIssues,
      openPulls: counts.openPulls,
      size: counts.size
    )
  }
}
