package import Model

/// What is to be done about every alert of a repository: docs/metrics.md, section 9.
package struct AlertPlan: Hashable, Sendable {
  /// What a plan goes by besides findings and states.
  package struct Rules: Hashable, Sendable {
    /// Notifications that the repository has had in the last seven days.
    package var recentNotifications: Int
    /// Issues that one run may open.
    package var mostNew: Int
    /// Days after the end of an alert within which its issue is opened again.
    package var cooldown: [AlertKind: Int]
    /// Whether facts of the day are missing.
    package var hasGap: Bool

    package init(
      recentNotifications: Int = 0,
      mostNew: Int = 5,
      cooldown: [AlertKind: Int] = [.healthDrop: 14, .anomaly: 7],
      hasGap: Bool = false
    ) {
      (self.recentNotifications, self.mostNew) = (recentNotifications, mostNew)
      (self.cooldown, self.hasGap) = (cooldown, hasGap)
    }

    /// Notifications that a repository may have in seven days.
    package static let weeklyNotifications = 3
    /// Where a kind has none of its own.
    fileprivate static let usualCooldown = 7
  }

  package struct Step: Hashable, Sendable {
    package var subject: AlertSubject
    /// Nil where nothing is wrong any more and nothing is known of what was.
    package var finding: AlertFinding?
    package var action: AlertAction
  }

  /// The most important first.
  package var steps: [Step] = []
}

extension AlertPlan {
  /// Derives the plan from what is the case, what was told, and what GitHub shows.
  ///
  /// - Parameters:
  ///   - findings: The newest of each subject, over or not.
  ///   - states: Every subject that was ever raised, or has an issue.
  ///   - date: The data date.
  ///   - rules: What may be told.
  package init(
    _ findings: [AlertFinding],
    _ states: [AlertState],
    on date: Day,
    by rules: Rules = Rules()
  ) {
    let known = Dictionary(states.map { ($0.subject, $0) }) { first, _ in first }
    let found = Dictionary(findings.map { ($0.subject, $0) }) { first, _ in first }
    let subjects = Set(known.keys).union(found.keys)
    let wanted =
      subjects.map { subject -> Step in
        let state = known[subject] ?? AlertState(subject)
        let finding = found[subject]
        return Step(
          subject: subject,
          finding: finding,
          action: Self.action(finding, state, on: date, by: rules)
        )
      }
      .filter { $0.action != .hold(.gap) || $0.finding != nil }
      .sorted(by: Self.comesFirst)
    steps = Self.within(rules, wanted)
  }

  /// Holds back what is more than readers may be told at once.
  private static func within(_ rules: Rules, _ wanted: [Step]) -> [Step] {
    var left = max(0, Rules.weeklyNotifications - rules.recentNotifications)
    var new = rules.mostNew
    return wanted.map { step in
      guard step.action.notifies else { return step }
      let isNew = step.action == .open
      guard left > 0, !isNew || new > 0 else {
        return Step(subject: step.subject, finding: step.finding, action: .hold(.budget))
      }
      left -= 1
      if isNew { new -= 1 }
      return step
    }
  }

  /// By importance, then by name, so that the order is always the same.
  private static func comesFirst(_ left: Step, _ right: Step) -> Bool {
    let weights = (left.finding?.weight ?? 0, right.finding?.weight ?? 0)
    guard weights.0 == weights.1 else { return weights.0 > weights.1 }
    return (left.subject.kind.rawValue, left.subject.name)
      < (right.subject.kind.rawValue, right.subject.name)
  }

  private static func action(
    _ finding: AlertFinding?,
    _ state: AlertState,
    on date: Day,
    by rules: Rules
  ) -> AlertAction {
    if rules.hasGap, state.subject.kind.needsWholeData { return .hold(.gap) }
    let isSame = state.raised?.covers(finding?.fired) ?? true
    // What was told as over stays over, whatever later facts say of its days.
    let isOver = isSame && state.raised?.cleared != nil
    guard let finding, finding.cleared == nil, !isOver else { return ending(state) }
    guard let issue = state.issue else {
      return finding.isPast && state.raised == nil ? .settle : .open
    }
    let told = state.raised.map { (severity: $0.severity, magnitude: $0.magnitude) }
    let isWorse = told.map(finding.isWorse) ?? false
    if issue.isOpen { return isSame && isWorse ? .worsen(issue.number) : .update(issue.number) }
    guard !isSame else {
      // Closed by a person, who is respected until it becomes worse.
      return isWorse ? .reopen(issue.number) : .hold(.dismissed)
    }
    let cooldown = rules.cooldown[state.subject.kind] ?? Rules.usualCooldown
    let over = state.raised?.cleared.map { finding.fired.number - $0.number }
    return (over ?? .max) <= cooldown ? .reopen(issue.number) : .open
  }

  /// What follows when nothing is wrong any more; an issue that a person opened again stays open.
  private static func ending(_ state: AlertState) -> AlertAction {
    if let issue = state.issue, issue.isOpen, state.raised?.isClosed != true {
      return issue.isSnoozed ? .close(issue.number) : .recover(issue.number)
    }
    return .settle
  }
}
