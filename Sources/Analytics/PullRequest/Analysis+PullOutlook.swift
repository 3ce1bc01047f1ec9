package import Model

extension Analysis {
  /// What is known on a day about a pull request of now.
  ///
  /// - Parameters:
  ///   - subject: As GitHub shows it.
  ///   - day: The data date; nothing later counts.
  ///   - now: Until when it has waited.
  /// - Returns: Nil for one that a bot opened.
  package func outlook(of subject: PullSubject, on day: Day, now: Timestamp) -> PullOutlook? {
    let cutoff = Cutoff(endOf: day)
    let author = subject.author.flatMap(identity)
    guard author != .bot, subject.author?.kind != .bot else { return nil }
    let past = PastPulls(self, before: cutoff, without: subject.number)
    let contribution = contribution(of: subject, by: author, among: past)
    let size = size(of: subject, among: past.last(365))
    let waiting = waiting(of: subject, now: now, among: past)
    let queue = PullOutlook.Queue(
      others: past.pulls.count { $0.isOpen(at: cutoff.seconds) },
      usual: usualQueue(before: cutoff)
    )
    var reasons: [PullOutlook.Reason] = []
    if contribution.isFirst { reasons.append(.firstTime) }
    if size?.isUnusual == true { reasons.append(.large) }
    if waiting.isUnusual { reasons.append(.waiting) }
    if queue.isUnusual { reasons.append(.queue) }
    return PullOutlook(
      subject: subject,
      date: day,
      contribution: contribution,
      expected: past.expected(forFirst: contribution.isFirst),
      size: size,
      queue: queue,
      waiting: waiting,
      reasons: reasons
    )
  }

  /// Who an account is in this history; nil for one that does not appear in it.
  private func identity(of account: Account) -> Roster.Identity? {
    let index = history.accounts.firstIndex { known in
      if let id = account.id, let other = known.id { return id == other }
      return known.login.lowercased() == account.login.lowercased()
    }
    return index.map { roster.identity(of: $0) }
  }

  private func contribution(
    of subject: PullSubject,
    by author: Roster.Identity?,
    among past: PastPulls
  ) -> PullOutlook.Contribution {
    let person = author?.person
    let earlier = person.map { numberOpened(by: $0, before: subject) } ?? 0
    // A history that does not reach back to the beginning cannot tell a first one.
    let isWhole = streams[.pulls] == .complete
    let isNew = earlier == 0 && subject.author != nil && author != .nobody
    let firsts = past.pulls.filter { $0.isFirst && $0.created >= past.cutoff.last(730).start }
    return PullOutlook.Contribution(
      ordinal: subject.author == nil ? nil : earlier + 1,
      isFirst: isNew && (isWhole || subject.isKnownAuthor == false),
      firsts: firsts.count,
      firstsMerged: firsts.count { $0.merged < past.cutoff.seconds },
      firstsOpen: firsts.count { $0.isOpen(at: past.cutoff.seconds) }
    )
  }

  /// Whatever the store knows counts here, so that two on one day are not both a first one.
  private func numberOpened(by person: Int32, before subject: PullSubject) -> Int {
    pulls.count { pull in
      let item = history.items[Int(pull.item)]
      return item.number != subject.number && pull.created <= subject.createdAt.bounded
        && roster.identity(of: item.author).person == person
    }
  }

  private func size(of subject: PullSubject, among past: [PastPull]) -> PullOutlook.Size? {
    let sized = past.filter { $0.lines != nil }
    let lines = sized.compactMap { $0.lines.map(Double.init) }.sorted()
    guard
      let change = subject.size, lines.count >= PullOutlook.leastPulls,
      let median = lines.median, let threshold = lines.quantile(0.9)
    else { return nil }
    let border = Self.roundedUp(threshold)
    return PullOutlook.Size(
      change: change,
      largerThan: lines.count { $0 < Double(change.lines) },
      of: lines.count,
      median: median,
      threshold: threshold,
      border: border,
      large: PullOutlook.Group(sized.filter { ($0.lines ?? 0) >= border }),
      small: PullOutlook.Group(sized.filter { ($0.lines ?? 0) < border })
    )
  }

  /// To two digits: 395 becomes 400.
  private static func roundedUp(_ value: Double) -> Int {
    var scale = 1.0
    while value / scale > 100 { scale *= 10 }
    return Int((value / scale).rounded(.up) * scale)
  }

  private func waiting(
    of subject: PullSubject,
    now: Timestamp,
    among past: PastPulls
  ) -> PullOutlook.Waiting {
    let reviews = past.last(365).compactMap { $0.hoursToReview }.sorted()
    let isWaiting = !subject.isAnswered && !subject.isDraft
    let week = past.cutoff.seconds - 7 * Cutoff.day
    return PullOutlook.Waiting(
      hours: isWaiting ? Double(now.seconds - subject.createdAt.seconds) / 3_600 : nil,
      threshold: reviews.count >= PullOutlook.leastPulls ? reviews.quantile(0.9) : nil,
      others: past.pulls.count { pull in
        pull.isOpen(at: past.cutoff.seconds) && pull.firstReview == never && pull.created < week
          && !pull.isDraft
      }
    )
  }

  /// The median number of people's open pull requests at the end of each day of the past year.
  private func usualQueue(before cutoff: Cutoff) -> Double? {
    let known = max(streams[.pulls].start, creation)
    var counts: [Double] = []
    for day in 1...365 {
      let end = cutoff.seconds - day * Cutoff.day
      guard end >= known else { break }
      counts.append(Double(pulls.count { $0.created < end && $0.resolved >= end }))
    }
    return counts.sorted().median
  }
}

extension PullOutlook.Group {
  fileprivate init(_ pulls: [PastPull]) {
    count = pulls.count
    firstReview = pulls.compactMap(\.hoursToReview).sorted().median
    merge = pulls.compactMap(\.hoursToMerge).sorted().median
  }
}
