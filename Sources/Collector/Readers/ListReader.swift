import GitHub
import Model

/// Reads a list that only grows at its newest end: forks, or releases.
///
/// After the backfill a run reads from the newest on until what is stored agrees with what
/// GitHub counts. When the store has more, something was deleted, and everything is read once to
/// see what.
struct ListReader: Sendable {
  enum Phase: Hashable, Sendable {
    case news(after: String?)
    case backfill(after: String?)
    case sweep(after: String?)
    /// Waits for someone to read which rows there are, from these cursors.
    case quickSweep(after: [String])
    case done
  }

  private(set) var phase: Phase
  private(set) var state: StreamState
  /// What a sweep has seen so far; nil while there is none.
  private var seen: Set<String>?
  private var hasSwept = false
  /// Where the page taken in last goes on.
  private var next: String?
  /// When the newest row was made that this pass has met.
  private var newest: Timestamp?
  /// Whether the page taken in last went down to what an earlier pass had met.
  private var isReached = true
  /// Where the pages of the backfill began, besides the first.
  private var cursors: [String]
  private let backfillLimit: Timestamp?
  private let sweepsQuickly: Bool

  /// With `sweepsQuickly` someone reads many pages at once when a sweep is due.
  init(_ state: StreamState?, backfillLimit: Timestamp? = nil, sweepsQuickly: Bool = false) {
    self.sweepsQuickly = sweepsQuickly
    self.state = state ?? StreamState()
    self.backfillLimit = backfillLimit
    cursors = self.state.cursor.map { $0.split(separator: " ").map(String.init) } ?? []
    phase = self.state.horizon == .nothing ? .backfill(after: nil) : .news(after: nil)
  }

  /// The page to ask for, nil when everything is read.
  ///
  /// - Parameters:
  ///   - sizes: How much may be asked for.
  ///   - recent: Rows of a first page that only looks for news.
  /// - Returns: The page, or nil.
  func page(_ sizes: PageSizes, recent: Int) -> FactsRequest.Page? {
    switch phase {
    case .news(nil): .init(first: min(recent, sizes.full))
    case .news(let after), .backfill(let after), .sweep(let after):
      .init(first: sizes.full, after: after)
    case .quickSweep, .done: nil
    }
  }

  /// Takes a page in; ``state`` is then what belongs into the same transaction.
  ///
  /// - Parameters:
  ///   - page: The page that was asked for.
  ///   - id: What tells rows apart.
  ///   - date: What the rows are ordered by.
  mutating func receive<Row>(
    _ page: FactsPage.Rows<Row>,
    id: (Row) -> String,
    date: (Row) -> Timestamp
  ) {
    state.total = page.total ?? state.total
    next = page.next
    newest = newest ?? page.rows.first.map(date)
    switch phase {
    case .news:
      isReached = page.rows.last.map { date($0) < state.watermark ?? .init(seconds: .max) } ?? true
    case .backfill(let after):
      state.watermark = state.watermark ?? newest
      note(page.next, isFirst: after == nil)
      if page.next == nil {
        state.horizon = .complete
      } else if let last = page.rows.last {
        state.horizon = .since(date(last).advanced(bySeconds: 1))
      }
    case .sweep(let after):
      seen?.formUnion(page.rows.map(id))
      note(page.next, isFirst: after == nil)
    case .quickSweep, .done: break
    }
  }

  /// Keeps where the next page begins, for going on there and for a quick sweep.
  private mutating func note(_ next: String?, isFirst: Bool) {
    if isFirst { cursors = [] }
    if let next { cursors.append(next) }
    state.cursor = cursors.isEmpty ? nil : cursors.joined(separator: " ")
  }

  /// Decides what comes next, once the page taken in last is stored.
  ///
  /// - Parameter stored: Rows in the store.
  mutating func settle(stored: Int) {
    switch phase {
    case .news:
      if state.horizon == .complete {
        compare(stored: stored)
      } else {
        settleAboveBackfill()
      }
    case .backfill:
      if let next {
        phase = continuesBackfill ? .backfill(after: next) : .done
      } else {
        // Rows that came after the backfill had begun stand above where it began.
        phase = state.total == stored ? .done : .news(after: nil)
      }
    case .sweep: phase = next.map { .sweep(after: $0) } ?? .done
    case .quickSweep, .done: break
    }
  }

  /// Takes in which rows there are; a set that does not fit GitHub's count is not believed, and
  /// everything is read page by page.
  mutating func receiveQuickSweep(_ ids: Set<String>?) {
    guard case .quickSweep = phase else { return }
    if let ids, ids.count == state.total {
      (seen, phase) = (ids, .done)
    } else {
      (seen, phase) = ([], .sweep(after: nil))
    }
  }

  /// What the backfill still lacks hides from the numbers whether something is missing above it,
  /// so the dates decide.
  private mutating func settleAboveBackfill() {
    if let next, !isReached {
      phase = .news(after: next)
    } else {
      state.watermark = newest ?? state.watermark
      phase = continuesBackfill ? .backfill(after: cursors.last) : .done
    }
  }

  private mutating func compare(stored: Int) {
    let total = state.total ?? stored
    if stored < total, let next {
      phase = .news(after: next)
    } else if stored > total, !hasSwept {
      hasSwept = true
      seen = []
      phase = sweepsQuickly ? .quickSweep(after: cursors) : .sweep(after: nil)
    } else {
      phase = .done
    }
  }

  private var continuesBackfill: Bool {
    state.horizon.isBefore(backfillLimit) == false
  }

  /// Gives, once, what a finished sweep has seen; nil where there was none.
  mutating func takeFinishedSweep() -> Set<String>? {
    guard phase == .done else { return nil }
    defer { seen = nil }
    return seen
  }
}

extension Horizon {
  /// True when everything since `limit` is known.
  func isBefore(_ limit: Timestamp?) -> Bool {
    switch self {
    case .nothing: false
    case .complete: true
    case .since(let instant): limit.map { instant <= $0 } ?? false
    }
  }
}
