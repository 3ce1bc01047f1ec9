import Analytics
import Model

/// What is said of the items of a step.
extension AdviceBuilder {
  private static let namedPeople = 3
  private static let namedPulls = 2
  /// An answer within this span counts as in time: docs/metrics.md, section 5.
  private static let answerDays = 7

  /// Pull requests that have a review and still wait.
  func settled(_ step: Step) -> Advice? {
    let named = open(step)
    guard let youngest = named.last else { return nil }
    let age = DurationText.waiting(from: youngest.createdAt, to: input.end)
    let count = NumberText.capitalWord(named.count)
    let verb =
      named.count == 1 ? "has its review and still waits" : "have their reviews and still wait"
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: "Reviewed, and not merged",
      evidence: "\(count) \(verb) after \(age).",
      next: "settle \(Inline.list(named.map(titled))).",
      effect: effects.merging(named.count, step.effect)
    )
  }

  /// Pull requests that have been open for very long.
  func decided(_ step: Step) -> Advice? {
    let named = open(step)
    guard !named.isEmpty else { return nil }
    let verb = named.count == 1 ? "has" : "have"
    let all = Inline.list(named.map { links.item($0.number, $0.kind) })
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: named.count == 1 ? "An old pull request" : "Old pull requests",
      evidence: Inline(
        "\(NumberText.capitalWord(named.count)) \(verb) been open for more than five weeks."
      ),
      next: named.count == 1
        ? "merge or close \(titled(named[0]))." : "merge or close \(all).",
      effect: effects.deciding(named.count, step.effect)
    )
  }

  /// Pull requests that nobody has looked at.
  func reviewed(_ step: Step) -> Advice? {
    let named = open(step).prefix(Self.namedPulls)
    guard !named.isEmpty else { return nil }
    let verb = named.count == 1 ? "has" : "have"
    return Advice(
      id: step.kind.rawValue,
      items: named.map(\.number),
      finding: "Without a review",
      evidence: "\(NumberText.capitalWord(named.count)) of them \(verb) no review yet.",
      next: "review \(Inline.list(named.map(titled))).",
      effect: "none on the score until they are merged."
    )
  }

  /// Issues that can still be answered in time.
  func answersDue(_ step: Step) -> Advice? {
    let named = open(step)
    guard let first = named.first else { return nil }
    let effect = effects.answering(named.count, step.effect)
    if named.count == 1 {
      let age = DurationText.waiting(from: first.createdAt, to: input.end)
      return Advice(
        id: step.kind.rawValue,
        items: step.items,
        finding: "One answer is due",
        evidence: "\(titled(first)) has had no reply for \(age).",
        next: "reply before \(day(deadline(of: first))).",
        effect: effect
      )
    }
    let list = named.map { "\(titled($0)) by \(day(deadline(of: $0)))" as Inline }
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: "\(NumberText.capitalWord(named.count)) answers are due",
      evidence: "\(Inline.joined(list, by: ", ")).",
      next: "a first reply is enough.",
      effect: effect
    )
  }

  private func deadline(of item: OpenItem) -> Timestamp {
    item.createdAt.advanced(bySeconds: Self.answerDays * 86_400)
  }

  private func day(_ instant: Timestamp) -> String { DateText.day(instant.day, near: input.date) }

  /// People seen for the first time.
  var newcomers: Advice? {
    let people = input.newcomers.sorted { ($0.openedAt, $0.number) < ($1.openedAt, $1.number) }
    guard !people.isEmpty else { return nil }
    let named = people.prefix(Self.namedPeople)
    let open = named.filter { $0.state == .open }
    let rest = people.count - named.count
    let more: Inline = rest > 0 ? " \(NumberText.capitalWord(rest)) more came." : ""
    let finding =
      people.count == 1 ? "A newcomer" : "\(NumberText.capitalWord(people.count)) newcomers"
    return Advice(
      id: open.isEmpty ? nil : Step.Kind.welcome.rawValue,
      items: open.map(\.number),
      finding: finding,
      evidence: Inline.joined(named.map(story), by: " ") + more,
      next: open.isEmpty ? nil : step(for: Array(open))
    )
  }

  private func story(_ newcomer: Newcomer) -> Inline {
    let what = newcomer.kind == .pull ? "pull request" : "issue"
    let answer = newcomer.kind == .pull ? "review" : "reply"
    let start: Inline =
      "\(.code(newcomer.login)) opened a first \(what) on \(day(newcomer.openedAt))"
    guard let answeredAt = newcomer.firstResponseAt else {
      return newcomer.state == .open
        ? "\(start), without a \(answer) so far." : "\(start); it is \(newcomer.state.rawValue)."
    }
    let hours = answeredAt.hours(since: newcomer.openedAt)
    return "\(start) and had a \(answer) after \(DurationText.of(hours: hours))."
  }

  private func step(for newcomers: [Newcomer]) -> Inline {
    let steps = newcomers.map { newcomer in
      let item = links.item(newcomer.number, newcomer.kind, title: newcomer.title)
      switch (newcomer.kind, newcomer.firstResponseAt) {
      case (.pull, .some): return "merge \(item), or say what is missing" as Inline
      case (.pull, .none): return "review \(item)"
      case (.issue, .some): return "help with \(item)"
      case (.issue, .none): return "answer \(item)"
      }
    }
    return .joined(steps, by: "; ") + "."
  }

  /// Issues that nobody has spoken on for long.
  func oldQuestions(_ step: Step) -> Advice? {
    let issues = items.filter { $0.kind == .issue }
    let stale = issues.count(where: \.isStale)
    let named = open(step)
    guard stale > 0, !named.isEmpty else { return nil }
    let list = Inline.list(named.map { links.item($0.number, $0.kind) })
    let verb = stale == 1 ? "has" : "have"
    let isUnanswered = named.allSatisfy { $0.firstResponseAt == nil }
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: "Old questions",
      evidence: Inline(
        "\(NumberText.count(stale)) of \(NumberText.count(issues.count)) open "
          + "\(CountText.noun(issues.count, "issue")) \(verb) been silent for more than 60 days."
      ),
      next: isUnanswered ? "\(list) never had a reply." : "answer or close \(list).",
      effect: "none on the score; fewer open ends for readers."
    )
  }

  /// The items of a step that are open, in its order.
  private func open(_ step: Step) -> [OpenItem] {
    step.items.compactMap { number in items.first { $0.number == number } }
  }

  private func titled(_ item: OpenItem) -> Inline {
    links.item(item.number, item.kind, title: item.title)
  }
}
