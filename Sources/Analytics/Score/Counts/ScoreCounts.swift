/// Everything that the five components are made of at one cutoff, before any formula.
struct ScoreCounts: Sendable {
  /// Different people who were active.
  var people: MonthlyCounts
  /// Repeat contributors, and those of them who were active in the last 30 days.
  var regulars: (people: Int, seen: Int)
  var merged: MonthlyCounts
  var opened: MonthlyCounts
  /// Pull requests that are at least two weeks old, and those of them that are resolved.
  var matured: (pulls: Int, resolved: Int)
  /// Pull requests of the last 90 days that are merged, and those that wait for it.
  var quarter: (merged: Int, open: Int)
  /// Nil when no pull request of the last 90 days is merged or waits for it.
  var mergeWait: KaplanMeier?
  /// Issues that are at least a week old, and those of them that were answered within one.
  var issues: (opened: Int, answered: Int)
  /// Nil without such an issue.
  var answerWait: KaplanMeier?
  var forks: MonthlyCounts
  /// Forks that existed 30 days ago.
  var forksBefore: Int
  /// Whether anybody was active in the last 60 days.
  var isAnyoneActive: Bool
}

extension ScoreCounts {
  /// Hours that an unreached median of merging or answering is at least, and is drawn towards.
  static let (mergePrior, answerPrior) = (48.0, 72.0)

  /// Searches every window for what lies in it.
  init(_ analysis: Analysis, at cutoff: Cutoff) {
    let quarter = analysis.pullsCreated(in: cutoff.last(90))
    let old = analysis.pullsCreated(in: cutoff.last(104, without: 14))
    let issues = analysis.issuesCreated(in: cutoff.last(90, without: 7))
    self.init(
      people: MonthlyCounts(before: cutoff) { analysis.activity.people(in: $0) },
      regulars: analysis.activity.repeating(
        in: cutoff.last(120, without: 30),
        seenBefore: cutoff
      ),
      merged: MonthlyCounts(before: cutoff) { analysis.merges(in: $0).count },
      opened: MonthlyCounts(before: cutoff) { analysis.pullsCreated(in: $0).count },
      matured: (old.count, old.count { $0.resolved < cutoff.seconds }),
      quarter: (
        quarter.count { $0.merged < cutoff.seconds },
        quarter.count { $0.resolved >= cutoff.seconds && !$0.isDraft }
      ),
      mergeWait: KaplanMeier(
        quarter.compactMap { Waiting($0).wait(at: cutoff) },
        prior: Self.mergePrior
      ),
      issues: (issues.count, issues.count { $0.isAnsweredInAWeek(before: cutoff) }),
      answerWait: KaplanMeier(
        issues.compactMap { Waiting($0).wait(at: cutoff) },
        prior: Self.answerPrior
      ),
      forks: MonthlyCounts(before: cutoff) { analysis.forks.count(in: $0) },
      forksBefore: analysis.forks.sortedIndex(from: cutoff.last(30).start) { $0 },
      isAnyoneActive: !analysis.activity.entries(in: cutoff.last(60)).isEmpty
    )
  }
}

/// An item that waits for its end: a pull request for its merge, an issue for an answer.
struct Waiting: Sendable {
  let created: Int
  /// When what it waits for came; ``never`` while it has not.
  let ended: Int
  /// From when on it waits no more, whether that came or not.
  let gone: Int

  /// Drafts and rejected ones wait for nothing.
  init(_ pull: PullFacts) {
    (created, ended) = (pull.created, pull.merged)
    gone = pull.isDraft ? min(pull.created, pull.resolved) : pull.resolved
  }

  init(_ issue: IssueFacts) {
    (created, ended, gone) = (issue.created, issue.answered, issue.answered)
  }

  /// Nil for what neither has ended nor waits at the cutoff.
  func wait(at cutoff: Cutoff) -> KaplanMeier.Wait? {
    if ended < cutoff.seconds { return .init(seconds: ended - created, isEnded: true) }
    guard gone >= cutoff.seconds else { return nil }
    return .init(seconds: cutoff.seconds - created, isEnded: false)
  }
}
