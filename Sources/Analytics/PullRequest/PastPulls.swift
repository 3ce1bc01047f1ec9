import Model

/// The pull requests of people that were open or opened before a cutoff, as they stood then.
struct PastPulls {
  /// Below it the times of pull requests alike are not taken for usual.
  private static let leastCases = 5
  private static let lookBack = 730

  let cutoff: Cutoff
  /// By creation.
  let pulls: [PastPull]

  init(_ analysis: Analysis, before cutoff: Cutoff, without number: Int) {
    self.cutoff = cutoff
    var seen: Set<Int32> = []
    var pulls: [PastPull] = []
    for pull in analysis.pulls where pull.created < cutoff.seconds {
      let item = analysis.history.items[Int(pull.item)]
      let person = analysis.roster.identity(of: item.author).person
      let isFirst = person.map { seen.insert($0).inserted } ?? false
      guard item.number != number else { continue }
      pulls.append(PastPull(pull, person: person, isFirst: isFirst, item.size, before: cutoff))
    }
    self.pulls = pulls
  }

  /// Those opened in the last days before the cutoff.
  func last(_ days: Int) -> [PastPull] {
    let start = cutoff.last(days).start
    return pulls.filter { $0.created >= start }
  }

  /// Where the times of pull requests by such an author lay in the past two years.
  ///
  /// A back-test of this choice is in Benchmarks/review-time.
  func expected(forFirst isFirst: Bool) -> PullOutlook.Expected {
    let all = last(Self.lookBack).filter { $0.person != nil }
    let alike = all.filter { $0.isFirst == isFirst }
    func range(_ wait: (PastPull) -> KaplanMeier.Wait?) -> PullOutlook.Range? {
      let comparison = isFirst ? PullOutlook.Comparison.firsts : .regulars
      return PullOutlook.Range(alike.compactMap(wait), comparison, least: Self.leastCases)
        ?? PullOutlook.Range(all.compactMap(wait), .everyone, least: Self.leastCases)
    }
    return PullOutlook.Expected(
      firstReview: range { $0.waitForReview(until: cutoff.seconds) },
      merge: range { $0.waitForMerge(until: cutoff.seconds) }
    )
  }
}

/// A pull request as it stood at a cutoff; instants that had not come are ``never``.
struct PastPull {
  let created: Int
  let merged: Int
  let resolved: Int
  let firstReview: Int
  let isDraft: Bool
  /// Nil for a deleted account.
  let person: Int32?
  /// Whether it was the person's first.
  let isFirst: Bool
  let lines: Int?

  init(
    _ pull: PullFacts,
    person: Int32?,
    isFirst: Bool,
    _ size: ChangeSize?,
    before cutoff: Cutoff
  ) {
    func known(_ instant: Int) -> Int { instant < cutoff.seconds ? instant : never }
    created = pull.created
    merged = known(pull.merged)
    resolved = known(pull.resolved)
    firstReview = known(pull.firstReview)
    isDraft = pull.isDraft
    self.person = person
    self.isFirst = isFirst
    lines = size?.lines
  }

  func isOpen(at instant: Int) -> Bool { created < instant && resolved >= instant }

  var hoursToReview: Double? {
    firstReview == never ? nil : Double(firstReview - created) / 3_600
  }

  var hoursToMerge: Double? {
    merged == never ? nil : Double(merged - created) / 3_600
  }

  /// One that was closed before anybody looked at it no longer waits.
  func waitForReview(until end: Int) -> KaplanMeier.Wait {
    let isEnded = firstReview != never
    let last = isEnded ? firstReview : min(resolved, end)
    return KaplanMeier.Wait(seconds: last - created, isEnded: isEnded)
  }

  /// Nil for one that was closed without a merge, which says nothing of how long merging takes.
  func waitForMerge(until end: Int) -> KaplanMeier.Wait? {
    guard merged != never || resolved == never else { return nil }
    return KaplanMeier.Wait(seconds: min(merged, end) - created, isEnded: merged != never)
  }
}

extension PullOutlook.Range {
  /// Nil where fewer than `least` waits have ended.
  fileprivate init?(
    _ waits: [KaplanMeier.Wait],
    _ comparison: PullOutlook.Comparison,
    least: Int
  ) {
    let quantiles = WaitQuantiles(waits)
    guard quantiles.endedCount >= least, let low = quantiles.hours(0.1) else { return nil }
    self.init(
      comparison: comparison,
      cases: quantiles.count,
      low: low,
      middle: quantiles.hours(0.5),
      high: quantiles.hours(0.9)
    )
  }
}
