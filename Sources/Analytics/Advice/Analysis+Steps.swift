package import Model

extension Analysis {
  /// What could be done next, the most points an item first, then by kind.
  ///
  /// - Parameters:
  ///   - day: The data date.
  ///   - now: When it is read; a deadline that has passed by then is none.
  /// - Returns: At most one step of each kind.
  package func steps(on day: Day, now: Timestamp) -> [Step] {
    let open = openItems(on: day)
    let newcomers = newcomers(on: day).compactMap(\.firstItem)
    let steps =
      pullSteps(open, on: day) + [
        answers(open, on: day, now: now),
        Step(.welcome, items: newcomers.filter { $0.state == .open }.map(\.number)),
        Step(.oldQuestions, items: Self.silent(open, on: day)),
      ]
    return steps.filter { !$0.items.isEmpty }
      .enumerated()
      .sorted { ($1.element.pointsPerItem, $0.offset) < ($0.element.pointsPerItem, $1.offset) }
      .map(\.element)
  }

  private func pullSteps(_ open: [OpenItem], on day: Day) -> [Step] {
    let pulls = open.filter { $0.kind == .pull && !$0.isDraft }
    let limit = day.end.advanced(bySeconds: -StepRule.oldDays * Cutoff.day)
    let patience = day.end.advanced(bySeconds: -StepRule.patientDays * Cutoff.day)
    let old = pulls.filter { $0.createdAt < limit }.prefix(StepRule.decisions).map(\.number)
    let settled =
      pulls.filter { limit <= $0.createdAt && $0.createdAt < patience && $0.firstResponseAt != nil }
      .prefix(StepRule.settled).map(\.number)
    let unreviewed = pulls.filter { $0.firstResponseAt == nil }.prefix(StepRule.named)
    return [
      Step(.settlePulls, items: settled, effect: points(of: .merge(settled), on: day)),
      Step(.decidePulls, items: old, effect: range(of: old, on: day)),
      Step(.reviewPulls, items: unreviewed.map(\.number)),
    ]
  }

  private func answers(_ open: [OpenItem], on day: Day, now: Timestamp) -> Step {
    let start = max(day.end, now).advanced(bySeconds: -7 * Cutoff.day)
    let due = open.filter {
      $0.kind == .issue && $0.firstResponseAt == nil && $0.createdAt > start
    }
    let numbers = due.prefix(StepRule.named).map(\.number)
    return Step(.answerIssues, items: numbers, effect: points(of: .answer(numbers), on: day))
  }

  /// Those that never had a reply, else all, oldest first.
  private static func silent(_ open: [OpenItem], on day: Day) -> [Int] {
    let stale = open.filter { $0.kind == .issue && $0.isStale(on: day) }
    let unanswered = stale.filter { $0.firstResponseAt == nil }
    return (unanswered.isEmpty ? stale : unanswered).prefix(StepRule.named).map(\.number)
  }

  private func points(of deed: Deed, on day: Day) -> Step.Effect? {
    effect(of: deed, on: day).map(Step.Effect.points)
  }

  private func range(of pulls: [Int], on day: Day) -> Step.Effect? {
    guard
      let closed = effect(of: .close(pulls), on: day),
      let merged = effect(of: .merge(pulls), on: day)
    else { return nil }
    return .between(closed: closed, merged: merged)
  }
}

/// How much a step asks for.
private enum StepRule {
  /// A pull request that has been open longer needs a decision.
  static let oldDays = 35
  /// A younger one is on its way.
  static let patientDays = 3
  static let decisions = 9
  static let settled = 2
  static let named = 3
}
