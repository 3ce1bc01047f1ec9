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

  /// What a step on just these items would add to the score of the day, everything else as it is.
  ///
  /// Nil for a step that the score does not see, without items, and where there is no score.
  package func effect(of kind: Step.Kind, items: [Int], on day: Day) -> Step.Effect? {
    guard !items.isEmpty else { return nil }
    switch kind {
    case .settlePulls: return effect(of: .merge(items), on: day).map(Step.Effect.points)
    case .answerIssues: return effect(of: .answer(items), on: day).map(Step.Effect.points)
    case .decidePulls:
      guard
        let closed = effect(of: .close(items), on: day),
        let merged = effect(of: .merge(items), on: day)
      else { return nil }
      return .between(closed: closed, merged: merged)
    case .reviewPulls, .welcome, .oldQuestions: return nil
    }
  }

  /// A step on the oldest of the items, so many at most.
  private func step(_ kind: Step.Kind, _ all: [OpenItem], atMost limit: Int, on day: Day) -> Step {
    let items = all.prefix(limit).map(\.number)
    return Step(kind, items: items, effect: effect(of: kind, items: items, on: day), of: all.count)
  }

  private func pullSteps(_ open: [OpenItem], on day: Day) -> [Step] {
    let pulls = open.filter { $0.kind == .pull && !$0.isDraft }
    let limit = day.end.advanced(bySeconds: -StepRule.oldDays * Cutoff.day)
    let patience = day.end.advanced(bySeconds: -StepRule.patientDays * Cutoff.day)
    let old = pulls.filter { $0.createdAt < limit }
    // Of those that had an answer, a comment is no review.
    let settled = pulls.filter {
      limit <= $0.createdAt && $0.createdAt < patience && $0.firstResponseAt != nil
        && $0.reviews > 0
    }
    let unanswered = pulls.filter { $0.firstResponseAt == nil }
    return [
      step(.settlePulls, settled, atMost: StepRule.settled, on: day),
      step(.decidePulls, old, atMost: StepRule.decisions, on: day),
      step(.reviewPulls, unanswered, atMost: StepRule.named, on: day),
    ]
  }

  private func answers(_ open: [OpenItem], on day: Day, now: Timestamp) -> Step {
    let start = max(day.end, now).advanced(bySeconds: -7 * Cutoff.day)
    let due = open.filter {
      $0.kind == .issue && $0.firstResponseAt == nil && $0.createdAt > start
    }
    return step(.answerIssues, due, atMost: StepRule.named, on: day)
  }

  /// Those that never had a reply, else all, oldest first.
  private static func silent(_ open: [OpenItem], on day: Day) -> [Int] {
    let stale = open.filter { $0.kind == .issue && $0.isStale(on: day) }
    let unanswered = stale.filter { $0.firstResponseAt == nil }
    return (unanswered.isEmpty ? stale : unanswered).prefix(StepRule.named).map(\.number)
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
