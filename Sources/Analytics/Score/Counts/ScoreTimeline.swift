import Model

/// The counts of the score at the end of every day of a range, oldest first, in one pass.
///
/// Windows that only count are tallied beforehand, each event once; the waits move from day to day.
struct ScoreTimeline: Sequence, IteratorProtocol {
  private var days: Range<Int>
  private var mergeWaits: WaitWindow
  private var answerWaits: WaitWindow
  private let people: PeopleTallies
  private let pulls: PullTallies
  private let issues: (opened: DayTally, answered: DayTally)
  private let forks: (made: DayTally, before: DayTally)

  /// - Parameters:
  ///   - analysis: The history.
  ///   - cutoffs: Numbers of the days before which the data dates end.
  init(_ analysis: Analysis, cutoffs: ClosedRange<Int>) {
    days = Range(cutoffs)
    // The baselines look back at windows that end up to 90 days before.
    let months = (cutoffs.lowerBound - 90)...cutoffs.upperBound
    let everything = Window(start: .min, end: never)
    let pulls = analysis.pullsCreated(in: everything)
    let issues = analysis.issuesCreated(in: everything)
    people = PeopleTallies(analysis.activity, cutoffs, months: months)
    self.pulls = PullTallies(pulls, merges: analysis.merges.map(\.merged), cutoffs, months: months)
    self.issues = Self.tallies(issues, cutoffs)
    forks = Self.tallies(forks: analysis.forks, cutoffs, months: months)
    mergeWaits = WaitWindow(pulls.map(Waiting.init), span: 90, prior: ScoreCounts.mergePrior)
    answerWaits = WaitWindow(
      issues.map(Waiting.init),
      span: 90,
      delay: 7,
      prior: ScoreCounts.answerPrior
    )
  }

  mutating func next() -> (cutoff: Cutoff, counts: ScoreCounts)? {
    guard let day = days.popFirst() else { return nil }
    let cutoff = Cutoff(endOf: Day(number: day - 1))
    return (
      cutoff,
      ScoreCounts(
        people: MonthlyCounts(before: cutoff, in: people.active),
        regulars: (people.regulars[day], people.seen[day]),
        merged: MonthlyCounts(before: cutoff, in: pulls.merged),
        opened: MonthlyCounts(before: cutoff, in: pulls.opened),
        matured: (pulls.matured[day], pulls.resolved[day]),
        quarter: (pulls.quarterMerged[day], pulls.quarterOpen[day]),
        mergeWait: mergeWaits.move(to: cutoff),
        issues: (issues.opened[day], issues.answered[day]),
        answerWait: answerWaits.move(to: cutoff),
        forks: MonthlyCounts(before: cutoff, in: forks.made),
        forksBefore: forks.before[day],
        isAnyoneActive: people.anyone[day] > 0
      )
    )
  }

  private static func tallies(
    _ issues: ArraySlice<IssueFacts>,
    _ cutoffs: ClosedRange<Int>
  ) -> (DayTally, DayTally) {
    let opened = DayTally(cutoffs) { add in
      for issue in issues { add(issue.created.day + 7, issue.created.day + 90) }
    }
    let answered = DayTally(cutoffs) { add in
      for issue in issues where issue.isAnsweredInAWeek {
        add(Swift.max(issue.created.day + 7, issue.answered.day), issue.created.day + 90)
      }
    }
    return (opened, answered)
  }

  private static func tallies(
    forks: [Int],
    _ cutoffs: ClosedRange<Int>,
    months: ClosedRange<Int>
  ) -> (DayTally, DayTally) {
    let made = DayTally(months) { add in for fork in forks { add(fork.day, fork.day + 30) } }
    let before = DayTally(cutoffs) { add in for fork in forks { add(fork.day + 30, never) } }
    return (made, before)
  }
}

/// Who was active in the windows of the score.
private struct PeopleTallies: Sendable {
  let active: DayTally
  let regulars: DayTally
  let seen: DayTally
  let anyone: DayTally

  init(_ activity: Activity, _ cutoffs: ClosedRange<Int>, months: ClosedRange<Int>) {
    let entries = activity.entries.map(Span.init)
    // In each window a person's first entry speaks for the person …
    active = DayTally(months) { add in
      for entry in entries { add(Swift.max(entry.day, entry.previous + 30), entry.day + 30) }
    }
    // … and here the last one, which has another before it in the 90 days of the window.
    regulars = DayTally(cutoffs) { add in
      for entry in entries { add(entry.day + 30, entry.lastAsRegular) }
    }
    seen = DayTally(cutoffs) { add in
      for entry in entries { add(Swift.max(entry.day + 30, entry.next), entry.lastAsRegular) }
    }
    anyone = DayTally(cutoffs) { add in for entry in entries { add(entry.day, entry.day + 60) } }
  }

  /// A person's day between the nearest ones; far away where there is none.
  private struct Span {
    let day: Int
    let previous: Int
    let next: Int

    init(_ entry: Activity.Entry) {
      let far = 1 << 40
      day = Int(entry.day)
      previous = entry.previous == Activity.none ? -far : Int(entry.previous)
      next = entry.next == Activity.none ? far : Int(entry.next)
    }

    /// The last cutoff 30 days before which the entry is the last of its person's window, and
    /// `previous` in that window, too.
    var lastAsRegular: Int { Swift.min(next, previous + 90) + 30 }
  }
}

/// The pull requests in the windows of the score.
private struct PullTallies: Sendable {
  let merged: DayTally
  let opened: DayTally
  let matured: DayTally
  let resolved: DayTally
  let quarterMerged: DayTally
  let quarterOpen: DayTally

  init(
    _ pulls: ArraySlice<PullFacts>,
    merges: [Int],
    _ cutoffs: ClosedRange<Int>,
    months: ClosedRange<Int>
  ) {
    merged = DayTally(months) { add in for merge in merges { add(merge.day, merge.day + 30) } }
    opened = DayTally(months) { add in
      for pull in pulls { add(pull.created.day, pull.created.day + 30) }
    }
    matured = DayTally(cutoffs) { add in
      for pull in pulls { add(pull.created.day + 14, pull.created.day + 104) }
    }
    resolved = DayTally(cutoffs) { add in
      for pull in pulls {
        add(Swift.max(pull.created.day + 14, pull.resolved.day), pull.created.day + 104)
      }
    }
    quarterMerged = DayTally(cutoffs) { add in
      for pull in pulls {
        add(Swift.max(pull.created.day, pull.merged.day), pull.created.day + 90)
      }
    }
    quarterOpen = DayTally(cutoffs) { add in
      for pull in pulls where !pull.isDraft {
        add(pull.created.day, Swift.min(pull.created.day + 90, pull.resolved.day))
      }
    }
  }
}
