import GitHub
import Model

/// Reads the commits of the default branch.
///
/// Commits reach the branch days after their date, so no date tells where the news end. A run
/// reads from the branch's head until the head of the run before has been met and the number of
/// stored commits agrees with GitHub's. A backfill goes on at the head it began with, which a
/// cursor belongs to, not at the branch that has moved.
struct CommitReader: Sendable {
  enum Phase: Hashable, Sendable {
    /// From the branch, then from the head that was met there.
    case news(head: String?, after: String?)
    case backfill(head: String?, after: String?)
    /// Reads everything behind the head to see which commits are still there.
    case sweep(head: String, after: String?)
    case done
  }

  private(set) var phase: Phase
  private(set) var state: StreamState
  /// What a sweep has seen so far; nil while there is none.
  private var seen: Set<String>?
  private var hasSwept = false
  /// The head of the run before, until it was met.
  private var oldHead: String?
  /// Where a backfill of an earlier run goes on.
  private var backfill: Phase
  /// Head and continuation of the page taken in last.
  private var head: String?
  private var next: String?
  /// False while a page was taken in that ``settle(stored:)`` has not seen.
  private var isSettled = true
  private let backfillLimit: Timestamp?

  init(_ state: StreamState?, backfillLimit: Timestamp? = nil) {
    self.state = state ?? StreamState()
    self.backfillLimit = backfillLimit
    let (noted, after) = self.state.cursor.map(\.splitAtSpace) ?? ("", nil)
    oldHead = noted.isEmpty ? nil : noted
    backfill = after == nil ? .done : .backfill(head: noted, after: after)
    phase =
      self.state.horizon == .nothing
      ? .backfill(head: nil, after: nil) : .news(head: nil, after: nil)
  }

  /// The page to ask for, nil when everything is read.
  func page(_ sizes: PageSizes) -> FactsRequest.CommitPage? {
    switch phase {
    case .news(nil, _): .init(page: .init(first: sizes.recentCommits))
    case .news(let head, let after), .backfill(let head, let after):
      .init(page: .init(first: sizes.full, after: after), head: head)
    case .sweep(let head, let after):
      .init(page: .init(first: sizes.full, after: after), head: head)
    case .done: nil
    }
  }

  /// Takes a page in; ``state`` is then what belongs into the same transaction.
  mutating func receive(_ rows: FactsPage.CommitRows) {
    (head, next) = (rows.head, rows.page.next)
    isSettled = false
    switch phase {
    case .news:
      state.total = rows.page.total ?? state.total
      if rows.head == oldHead || rows.page.rows.contains(where: { $0.oid == oldHead }) {
        oldHead = nil
      }
    case .backfill:
      // News may have told a newer total than the head that the backfill goes on from.
      state.total = state.total ?? rows.page.total
      state.cursor = [head, next].compactMap(\.self).joined(separator: " ")
      if next == nil {
        (state.horizon, oldHead) = (.complete, nil)
      } else if let last = rows.page.rows.last {
        state.horizon = .since(last.committedAt.advanced(bySeconds: 1))
      }
    case .sweep: seen?.formUnion(rows.page.rows.map(\.oid))
    case .done: break
    }
  }

  /// Begins anew at the branch, since the head that was asked for is gone from GitHub.
  ///
  /// - Returns: False when it was the branch itself that was asked for.
  mutating func loseHead() -> Bool {
    switch phase {
    case .news(nil, _), .backfill(nil, _), .done: return false
    case .news, .backfill, .sweep: break
    }
    (state.horizon, state.cursor, state.total) = (.nothing, nil, nil)
    (oldHead, backfill, seen) = (nil, .done, nil)
    phase = .backfill(head: nil, after: nil)
    return true
  }

  /// Decides what comes next, once the page taken in last is stored.
  ///
  /// - Parameter stored: Commits in the store.
  mutating func settle(stored: Int) {
    guard !isSettled else { return }
    isSettled = true
    switch phase {
    case .news: settleNews(stored: stored)
    case .backfill:
      if let head, let next {
        let isEnough = state.horizon.isBefore(backfillLimit)
        phase = isEnough ? .done : .backfill(head: head, after: next)
      } else {
        // Others may have been pushed since the backfill began.
        phase = state.total == stored ? .done : .news(head: nil, after: nil)
      }
    case .sweep(let head, _):
      if let next {
        phase = .sweep(head: head, after: next)
      } else {
        finish()
      }
    case .done: break
    }
  }

  private mutating func settleNews(stored: Int) {
    guard let head, let total = state.total else {
      phase = .done
      return
    }
    guard state.horizon == .complete else {
      // The old head ends the news; what came in late below it shows in the numbers once the
      // backfill is done.
      if oldHead != nil, let next {
        phase = .news(head: head, after: next)
      } else {
        phase = state.horizon.isBefore(backfillLimit) ? .done : backfill
      }
      return
    }
    if stored <= total, stored < total || oldHead != nil, let next {
      phase = .news(head: head, after: next)
    } else if stored > total, !hasSwept {
      hasSwept = true
      seen = []
      phase = .sweep(head: head, after: nil)
    } else {
      finish()
    }
  }

  private mutating func finish() {
    state.cursor = head
    phase = .done
  }

  /// Gives, once, what a finished sweep has seen; nil where there was none.
  mutating func takeFinishedSweep() -> Set<String>? {
    guard phase == .done else { return nil }
    defer { seen = nil }
    return seen
  }
}
