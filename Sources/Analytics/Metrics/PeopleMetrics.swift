package import Model

extension Analysis {
  /// Everything the catalogue says of people.
  func peopleMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let window = cutoff.last(30)
    let known = streams.activity.knowledge(of: window)
    return [
      MetricValue(.contributorsActive, count: activity.people(in: window), known),
      MetricValue(
        .contributorsNew,
        count: firstDays(in: window).count,
        knowledgeOfNewcomers(in: window)
      ),
      returningShare(at: cutoff),
      absenceFactor(at: cutoff),
    ]
  }

  /// The entries of a window that are their person's first ever.
  func firstDays(in window: Window) -> [Activity.Entry] {
    activity.entries(in: window).filter { $0.previous == Activity.none }
  }

  /// A first appearance is certain only where everything before is known.
  func knowledgeOfNewcomers(in window: Window) -> Knowledge {
    let reach = streams.activity
    let known = reach.knowledge(of: window)
    guard known.isKnown, let horizon = reach.horizon else { return known }
    return .since(Day(beginningFrom: horizon))
  }

  private func returningShare(at cutoff: Cutoff) -> MetricValue {
    let (window, before) = (cutoff.last(30), cutoff.last(60, without: 30))
    let end = before.dayAfter
    // A person's last entry in the window before speaks for the person.
    let last = activity.entries(in: before)
      .filter {
        $0.next == Activity.none || $0.next >= end
      }
    let returned = last.count { $0.next != Activity.none && $0.next < window.dayAfter }
    return MetricValue(
      .contributorsReturning,
      last.isEmpty ? nil : Double(returned) / Double(last.count),
      streams.activity.knowledge(of: before),
      nothing: "nobody was active between 60 and 30 days ago"
    )
  }

  private func absenceFactor(at cutoff: Cutoff) -> MetricValue {
    let year = cutoff.last(365)
    return MetricValue(
      .absenceFactor,
      Self.fewestForHalf(of: commitCounts(in: year)).map(Double.init),
      streams[.commits].knowledge(of: year),
      nothing: "nobody committed in the last 365 days"
    )
  }

  /// By person.
  private func commitCounts(in window: Window) -> [Int] {
    var counts = [Int](repeating: 0, count: roster.isIgnored.count)
    for commit in commits[commits.range(in: window) { $0.at }]
    where !roster.isIgnored[Int(commit.person)] {
      counts[Int(commit.person)] += 1
    }
    return counts
  }

  /// The logins of the people of `contributors.absence_factor.365d`, most commits first; nil for
  /// one who is only known by an address.
  package func peopleBehindAbsenceFactor(on day: Day) -> [String?] {
    let counts = commitCounts(in: Cutoff(endOf: day).last(365))
    let ranked = counts.enumerated().sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
    let people = ranked.prefix(Self.fewestForHalf(of: counts) ?? 0).map { Int32($0.offset) }
    let logins = logins(of: Set(people))
    return people.map { logins[$0] }
  }

  /// How few of the counts together make at least half of their sum; nil when the sum is 0.
  ///
  /// CHAOSS, https://chaoss.community/kb/metric-contributor-absence-factor/.
  static func fewestForHalf(of counts: [Int]) -> Int? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    var sum = 0
    for (index, count) in counts.sorted(by: >).enumerated() {
      sum += count
      if 2 * sum >= total { return index + 1 }
    }
    return nil
  }
}
