import Analytics
import Model

/// Finds what to say under *What changed, and what to do*.
struct AdviceBuilder {
  /// A shorter list is read.
  private static let limit = 5
  /// Losses below it are not worth a line.
  private static let leastPoints = 2.0

  let input: ReportInput
  let links: Links
  /// By age, oldest first.
  let items: [OpenItem]
  let effects: EffectWords

  init(_ input: ReportInput) {
    self.input = input
    links = input.links
    items = input.openItems.sorted { ($0.createdAt, $0.number) < ($1.createdAt, $1.number) }
    effects = EffectWords(score: input.score.value)
  }

  /// At most five, those with a step first, in the order of the steps.
  func advice() -> [Advice] {
    var steps = input.steps
    let moved = movements(taking: &steps)
    let order = Dictionary(
      input.steps.enumerated().map { ($1.kind.rawValue, $0) },
      uniquingKeysWith: min
    )
    let acting = (moved + steps.compactMap(advice)).filter(\.isAction)
      .sorted { order[$0.id ?? ""] ?? 0 < order[$1.id ?? ""] ?? 0 }
    let welcomed = acting.contains { $0.id == Step.Kind.welcome.rawValue }
    let quiet = (welcomed ? [] : [newcomers].compactMap(\.self)) + moved.filter { !$0.isAction }
    return Array((acting + quiet).prefix(Self.limit))
  }

  /// A step that stands for itself; nil where it says nothing without a fall.
  private func advice(_ step: Step) -> Advice? {
    switch step.kind {
    case .settlePulls: settled(step)
    case .decidePulls: decided(step)
    case .reviewPulls: nil
    case .answerIssues: answersDue(step)
    case .welcome: newcomers
    case .oldQuestions: oldQuestions(step)
    }
  }

  // MARK: Parts that moved

  private func movements(taking steps: inout [Step]) -> [Advice] {
    let all = Movement.all(from: input.before, to: input.score)
    let direction = Direction.of(input)?.direction
    let falls = all.filter { $0.points <= -Self.leastPoints }.map { fall($0, taking: &steps) }
    let rises = all.filter { direction == .rising && $0.points >= Self.leastPoints }.prefix(1)
    return falls + rises.map(rise)
  }

  private func rise(_ movement: Movement) -> Advice {
    let words = ComponentWords(movement.component)
    return Advice(
      finding: words.event(rose: true),
      component: movement.component.id,
      evidence: Inline(words.facts.capitalizedFirst + ".")
    )
  }

  private func fall(_ movement: Movement, taking steps: inout [Step]) -> Advice {
    let component = movement.component
    let words = ComponentWords(component)
    var advice = Advice(
      finding: finding(component),
      component: movement.component.id,
      evidence: Inline(words.facts.capitalizedFirst + ".")
    )
    if component.id == .forks, component.count("forks_30d") == 0 {
      advice.evidence = Inline(forksGone(component, words))
    }
    if movement.isChance {
      advice.next = "nothing. This is chance."
      return advice
    }
    let kinds: [Step.Kind] =
      switch component.id {
      case .throughput: [.settlePulls, .decidePulls]
      case .velocity: [.reviewPulls, .settlePulls, .decidePulls]
      case .contributors, .freshness, .forks: []
      }
    for kind in kinds {
      guard let index = steps.firstIndex(where: { $0.kind == kind }) else { continue }
      add(steps.remove(at: index), to: &advice)
      break
    }
    return advice
  }

  /// When the forks were made that there are no more of, and how much one of them is.
  private func forksGone(_ component: ComponentReading, _ words: ComponentWords) -> String {
    var text = "There were \(words.forksBefore)."
    if let before = input.fourWeeksAgo?.component(.forks)?.count("forks_30d"), before > 0 {
      let day = DateText.day(input.date.advanced(by: -28), near: input.date)
      let verb = before == 1 ? "was" : "were"
      text = "There \(verb) \(NumberText.count(before)) in the 30 days to \(day), none since."
    }
    guard let effect = input.forkEffect, effect >= 0.5, let all = component.count("forks_before")
    else { return text }
    return "\(text) With \(CountText.of(all, "fork")) in all, one fork moves the score by "
      + "\(NumberText.score(effect))."
  }

  private func finding(_ component: ComponentReading) -> String {
    switch component.id {
    case .contributors: "Fewer \(ComponentWords(component).missed)"
    case .throughput:
      ComponentWords(component).event(rose: false) == "Merging slowed down"
        ? "Fewer merges" : "More pull requests stay open"
    case .velocity: "Slower reviews"
    case .freshness: "Slower answers"
    case .forks: component.count("forks_30d") == 0 ? "No new fork" : "Fewer forks"
    }
  }

  /// Puts the step of a finding behind it, with how much is open as its evidence.
  private func add(_ step: Step, to advice: inout Advice) {
    let own: Advice? =
      switch step.kind {
      case .settlePulls: settled(step)
      case .decidePulls: decided(step)
      default: reviewed(step)
      }
    guard let own else { return }
    let count = items.count { $0.kind == .pull && !$0.isDraft }
    let noun = CountText.noun(count, "pull request is", "pull requests are")
    let all: Inline = "\(NumberText.capitalWord(count)) \(noun) open. "
    (advice.id, advice.items) = (own.id, own.items)
    (advice.next, advice.effect) = (own.next, own.effect)
    advice.evidence = all + own.evidence
  }
}
