import GitHub
import Model

/// Reads issues, or pull requests: what changed since the last time first, then what a backfill
/// still lacks.
///
/// Rows come by the time of their last change, newest first, and every change of an item moves
/// that time. So a synchronisation may stop at the first row older than the watermark, and a
/// backfill that has come down to some time knows every event since. Open items come first in a
/// backfill: what is open is then known, however old.
struct ItemReader: Sendable {
  /// What the next page is for.
  enum Phase: Hashable, Sendable {
    case sync(after: String?)
    case open(after: String?)
    case closed(after: String?)
    /// Reads only which items there still are.
    case sweep(after: String?)
    case done
  }

  private(set) var phase: Phase
  private(set) var state: StreamState
  /// The backfill that follows the synchronisation.
  private var rest: Phase
  /// The newest change that GitHub knew when this pass began.
  private var newest: Timestamp?
  /// A backfill stops here.
  private let backfillLimit: Timestamp?
  /// What a sweep has seen so far; nil while there is none.
  private var seen: Set<String>?
  private var hasSwept = false
  private var hasRestarted = false

  init(_ state: StreamState?, backfillLimit: Timestamp? = nil) {
    self.state = state ?? StreamState()
    self.backfillLimit = backfillLimit
    let isEnough = self.state.cursor == nil && self.state.horizon == .complete
    let isFresh = self.state.watermark == nil && self.state.horizon == .nothing
    rest =
      isEnough || self.state.horizon.isBefore(backfillLimit) && self.state.horizon != .complete
      ? .done : Self.backfill(self.state)
    phase = isFresh ? rest : .sync(after: nil)
  }

  /// Where a backfill stands, from the note of the run before.
  private static func backfill(_ state: StreamState) -> Phase {
    guard let cursor = state.cursor else { return .open(after: nil) }
    let (name, after) = cursor.splitAtSpace
    return name == "closed" ? .closed(after: after) : .open(after: after)
  }

  /// The page to ask for, nil when everything is read.
  func page(_ sizes: PageSizes) -> FactsRequest.ItemPage? {
    switch phase {
    case .sync(nil):
      .init(page: .init(first: sizes.recent), selection: .all, inside: sizes.insideRecent)
    case .sync(let after):
      .init(page: .init(first: sizes.full, after: after), selection: .all, inside: sizes.insideFull)
    case .open(let after):
      .init(
        page: .init(first: sizes.full, after: after),
        selection: .open,
        inside: sizes.insideFull
      )
    case .closed(let after):
      .init(
        page: .init(first: sizes.full, after: after),
        selection: .closed,
        inside: sizes.insideFull
      )
    case .sweep(let after):
      .init(page: .init(first: sizes.full, after: after), selection: .all, inside: 1)
    case .done: nil
    }
  }

  /// Takes a page in; ``state`` is then what belongs into the same transaction.
  mutating func receive(_ page: FactsPage.Rows<Item>) {
    state.total = page.total ?? state.total
    switch phase {
    case .sync(let after):
      if after == nil { newest = page.newest }
      let isReached = page.rows.oldest.map { $0 < state.watermark ?? $0 } ?? true
      if let next = page.next, !isReached {
        phase = .sync(after: next)
      } else {
        finishPass()
      }
    case .open(let after):
      if after == nil { newest = page.newest ?? page.rows.first?.updatedAt }
      // The watermark must not be newer than the first page: what changes behind it while the
      // backfill goes on is found by the next synchronisation.
      if state.watermark == nil { state.watermark = newest }
      phase = page.next.map { .open(after: $0) } ?? .closed(after: nil)
      note(phase)
    case .closed:
      receiveClosed(page)
    case .sweep:
      seen?.formUnion(page.rows.map { String($0.number) })
      phase = page.next.map { .sweep(after: $0) } ?? .done
    case .done: break
    }
  }

  private mutating func receiveClosed(_ page: FactsPage.Rows<Item>) {
    guard let next = page.next else {
      (state.horizon, state.cursor) = (.complete, nil)
      phase = .done
      return
    }
    note(.closed(after: next))
    phase = .closed(after: next)
    guard let oldest = page.rows.oldest, state.horizon != .complete else { return }
    // Another item may have changed in the same second and stand on the next page.
    state.horizon = .since(oldest.advanced(bySeconds: 1))
    if state.horizon.isBefore(backfillLimit) { phase = .done }
  }

  private mutating func finishPass() {
    state.watermark = newest ?? state.watermark
    phase = rest
    rest = .done
  }

  private mutating func note(_ phase: Phase) {
    switch phase {
    case .open(let after): state.cursor = "open \(after ?? "")"
    case .closed(let after): state.cursor = "closed \(after ?? "")"
    case .sync, .sweep, .done: break
    }
  }

  /// Whether what was cut off inside an item of the present page must be read again.
  ///
  /// A sweep only looks which items there are, and what did not change since the watermark is
  /// stored whole.
  func needsInside(of item: Item) -> Bool {
    switch phase {
    case .sweep: false
    case .sync: state.watermark.map { item.updatedAt >= $0 } ?? true
    case .open, .closed, .done: true
    }
  }

  /// Compares what is stored with what GitHub counts, once everything was read: more begins a
  /// sweep, less reads everything again, each at most once.
  ///
  /// - Parameter stored: Rows in the store.
  mutating func settle(stored: Int) {
    guard phase == .done, state.horizon == .complete, let total = state.total else { return }
    if stored > total, !hasSwept {
      hasSwept = true
      seen = []
      phase = .sweep(after: nil)
    } else if stored < total, !hasRestarted {
      hasRestarted = true
      phase = .open(after: nil)
    }
  }

  /// Gives, once, what a finished sweep has seen; nil where there was none.
  mutating func takeFinishedSweep() -> Set<String>? {
    guard phase == .done else { return nil }
    defer { seen = nil }
    return seen
  }
}

extension [Item] {
  /// The time of the row that changed least recently.
  fileprivate var oldest: Timestamp? { map(\.updatedAt).min() }
}

extension String {
  /// The text before the first space, and what follows it; nil where nothing follows.
  var splitAtSpace: (String, String?) {
    let parts = split(separator: " ", maxSplits: 1)
    let second = parts.count > 1 ? String(parts[1]) : nil
    return (parts.first.map(String.init) ?? "", second)
  }
}
