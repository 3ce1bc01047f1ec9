/// The waits of the items of a moving window, kept in order from day to day.
///
/// A day costs what changed since the day before, and a walk over what waits.
struct WaitWindow {
  private let items: [Waiting]
  /// Days that an item stays in the window, and those before it enters.
  private let (span, delay): (Int, Int)
  private let prior: Double
  /// Indexes of the items that end, by the first cutoff that sees them ended and in the window.
  private let arrivals: [(cutoff: Int, item: Int)]
  /// What ended, shortest first.
  private var ended: [KaplanMeier.Ranked] = []
  /// Indexes of what waits, oldest first.
  private var open: [Int] = []
  private var (nextArrival, nextOpen, nextLeaving) = (0, 0, 0)

  /// - Parameters:
  ///   - items: By creation.
  ///   - span: Days after its creation on which an item is in the window.
  ///   - delay: The first of them on which it is not.
  ///   - prior: Hours, the least that an unreached median can be.
  init(_ items: [Waiting], span: Int, delay: Int = 0, prior: Double) {
    self.items = items
    (self.span, self.delay, self.prior) = (span, delay, prior)
    arrivals = items.indices.filter { items[$0].ended != never }
      .map { (max(items[$0].created.day + delay, items[$0].ended.day) + 1, $0) }
      .sorted { $0 < $1 }
  }

  /// Moves on to a later cutoff; nil without any wait.
  mutating func move(to cutoff: Cutoff) -> KaplanMeier? {
    let day = cutoff.day
    while nextLeaving < items.count, items[nextLeaving].created.day + span < day {
      remove(nextLeaving)
      nextLeaving += 1
    }
    while nextArrival < arrivals.count, arrivals[nextArrival].cutoff <= day {
      let item = arrivals[nextArrival].item
      if item >= nextLeaving { insert(item) }
      nextArrival += 1
    }
    while nextOpen < items.count, items[nextOpen].created.day + delay < day {
      open.append(nextOpen)
      nextOpen += 1
    }
    open.removeAll { $0 < nextLeaving || min(items[$0].ended, items[$0].gone).day < day }
    // Younger ones have waited less: all but equals are in order already.
    let waits = open.reversed()
      .map { KaplanMeier.Ranked(cutoff.seconds - items[$0].created, order: $0) }
    return KaplanMeier(ended: ended, open: waits.sorted(), prior: prior)
  }

  private func rank(of item: Int) -> KaplanMeier.Ranked {
    KaplanMeier.Ranked(items[item].ended - items[item].created, order: item)
  }

  private mutating func insert(_ item: Int) {
    let rank = rank(of: item)
    ended.insert(rank, at: ended.sortedIndex(past: { $0 < rank }))
  }

  /// Does nothing for an item that had not ended while it was in the window.
  private mutating func remove(_ item: Int) {
    guard items[item].ended != never else { return }
    let rank = rank(of: item)
    let index = ended.sortedIndex(past: { $0 < rank })
    if index < ended.count, ended[index] == rank { ended.remove(at: index) }
  }
}
