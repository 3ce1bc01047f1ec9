/// A next step: which items to act on, and what the score makes of it.
package struct Step: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Pull requests of the last weeks that have a review and still wait: merge them.
    case settlePulls = "settle-pulls"
    /// Pull requests that have been open for more than five weeks: merge or close them.
    case decidePulls = "decide-pulls"
    /// Pull requests without an answer: review them.
    case reviewPulls = "review-pulls"
    /// Issues without a reply that are younger than a week: reply in time.
    case answerIssues = "answer-issue"
    /// The open items of people who came for the first time.
    case welcome
    /// Issues that nobody has spoken on for 60 days.
    case oldQuestions = "old-questions"
  }

  /// Points of the score, everything else as it is.
  package enum Effect: Hashable, Sendable {
    /// Negative where the score falls.
    case points(Double)
    /// From all closed to all merged.
    case between(closed: Double, merged: Double)
  }

  package let kind: Kind
  /// Their numbers, oldest first.
  package let items: [Int]
  /// Of just these items; nil where the score does not see it, or is not known.
  package let effect: Effect?
  /// How many items there are of this kind, those included that a step leaves for later.
  package let total: Int

  /// - Parameters:
  ///   - kind: What to do.
  ///   - items: The numbers of those to act on, oldest first.
  ///   - effect: What the score makes of it.
  ///   - total: How many there are of the kind; nil where these are all.
  package init(_ kind: Kind, items: [Int], effect: Effect? = nil, of total: Int? = nil) {
    (self.kind, self.items, self.effect) = (kind, items, effect)
    self.total = max(total ?? items.count, items.count)
  }

  /// The most that each item adds to the score.
  package var pointsPerItem: Double {
    switch effect {
    case .points(let points): points / Double(items.count)
    case .between(let closed, let merged): max(closed, merged) / Double(items.count)
    case nil: 0
    }
  }
}
