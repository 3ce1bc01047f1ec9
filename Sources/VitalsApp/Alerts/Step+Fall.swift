import Analytics

extension Step {
  /// The step that an alert of a fall asks for: one about what fell, worth a point or more where the
  /// score sees it.
  ///
  /// - Parameters:
  ///   - fallen: The parts that the alert names; none allows any step.
  ///   - steps: What could be done.
  /// - Returns: One that concerns pull requests, else answers; nil where no step helps.
  static func bringingBack(_ fallen: [ComponentID], of steps: [Step]) -> Step? {
    let kinds: [Kind] = [.decidePulls, .settlePulls, .reviewPulls, .answerIssues]
    return kinds.lazy.compactMap { kind in steps.first { $0.kind == kind } }
      .first { step in
        let isAboutIt = fallen.isEmpty || !step.kind.parts.isDisjoint(with: fallen)
        return isAboutIt && (step.effect.map { $0.most >= 1 } ?? true)
      }
  }
}

extension Step.Kind {
  /// The parts of the score that it works on.
  fileprivate var parts: Set<ComponentID> {
    switch self {
    case .settlePulls, .decidePulls, .reviewPulls: [.throughput, .velocity]
    case .answerIssues: [.freshness]
    case .welcome, .oldQuestions: []
    }
  }
}

extension Step.Effect {
  /// The most points that it adds.
  fileprivate var most: Double {
    switch self {
    case .points(let points): points
    case .between(let closed, let merged): max(closed, merged)
    }
  }
}
