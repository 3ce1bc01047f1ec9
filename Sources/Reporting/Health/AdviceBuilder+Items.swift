import Analytics
import Model

/// What is said of the items of a step.
extension AdviceBuilder {
  private static let namedPeople = 3
  private static let namedPulls = 2
  /// The titles of more fill the page.
  private static let titledItems = 3
  /// An answer within this span counts as in time: docs/metrics.md, section 5.
  private static let answerDays = 7

  /// Pull requests that have a review and still wait.
  func settled(_ step: Step) -> Advice? {
    let named = open(step)
    guard let youngest = named.last else { return nil }
    let age = DurationText.waiting(from: youngest.createdAt, to: input.end)
    let verb =
      step.total == 1 ? "has its review and still waits" : "have their reviews and still wait"
    let oldest =
      step.total == named.count
      ? "" : ", the \(named.count == 1 ? "" : NumberText.word(named.count) + " ")oldest"
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: "Reviewed, and not merged",
      evidence: "\(NumberText.capitalWord(step.total)) \(verb)\(oldest) after \(age).",
      next: "settle \(Inline.list(named.map(titled))).",
      effect: effects.merging(named.count, step.effect)
    )
  }

  /// Pull requests that have been open for very long.
  func decided(_ step: Step) -> Advice? {
    let named = open(step)
    guard !named.isEmpty else { return nil }
    let verb = step.total == 1 ? "has" : "have"
    let oldest =
      step.total == named.count ? "" : "the \(NumberText.word(named.count)) oldest, "
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: step.total == 1 ? "An old pull request" : "Old pull requests",
      evidence: Inline(
        "\(NumberText.capitalWord(step.total)) \(verb) been open for more than five weeks."
      ),
      next: "merge or close \(Inline(oldest))\(list(named)).",
      effect: effects.deciding(named.count, step.effect)
    )
  }

  /// Pull requests that nobody has looked at.
  func reviewed(_ step: Step) -> Advice? {
    let named = open(step).prefix(Self.namedPulls)
    guard !named.isEmpty else { return nil }
    let verb = step.total == 1 ? "has" : "have"
    return Advice(
      id: step.kind.rawValue,
      items: named.map(\.number),
      finding: "Without an answer",
      evidence: "\(NumberText.capitalWord(step.total)) of them \(verb) had no answer yet.",
      next: "review \(Inline.list(named.map(titled))).",
      effect: "none on the score until they are merged."
    )
  }

  /// Issues that can still be answered in time.
  func answersDue(_ step: Step) -> Advice? {
    let named = open(step)
    guard let first = named.first else { return nil }
    let effect = effects.answering(named.count, step.effect)
    if step.total == 1 {
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
    let rest = step.total - named.count
    let more = rest > 0 ? ", and \(NumberText.word(rest)) more" : ""
    let list = named.map { "\(titled($0)) by \(day(deadline(of: $0)))" as Inline }
    return Advice(
      id: step.kind.rawValue,
      items: step.items,
      finding: "\(NumberText.capitalWord(step.total)) answers are due",
      evidence: "\(Inline.joined(list, by: ", "))\(Inline(more)).",
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
    guard input.knowsNewcomers, !people.isEmpty else { return nil }
    let named = people.prefix(Self.namedPeople)
    let open = named.filter { $0.state == .open }
    let rest = people.count - named.count
    let more: Inline = rest > 0 ? " \(NumberText.capitalWord(rest)) more came." : ""
    let finding =
      people.count == 1
      ? "A newcomer" : "\(NumberText.capitalWord(people.count)) newcomers in 30 days"
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
    let answer = newcomer.kind == .pull ? "an answer" : "a reply"
    let start: Inline =
      "\(.code(newcomer.login)) opened a first \(what) on \(day(newcomer.openedAt))"
    guard let answeredAt = newcomer.firstResponseAt else {
      return newcomer.state == .open
        ? "\(start), without \(answer) so far." : "\(start); it is \(newcomer.state.rawValue)."
    }
    let hours = answeredAt.hours(since: newcomer.openedAt)
    return "\(start) and had \(answer) after \(DurationText.of(hours: hours))."
  }

  private func step(for newcomers: [Newcomer]) -> Inline {
    let deeds: [(verb: Inline, rest: Inline, kind: Item.Kind, isAnswered: Bool)] = [
      ("merge", ", or say what is missing", .pull, true), ("review", "", .pull, false),
      ("help with", "", .issue, true), ("answer", "", .issue, false),
    ]
    let steps = deeds.compactMap { deed -> Inline? in
      let items = newcomers.filter {
        $0.kind == deed.kind && ($0.firstResponseAt != nil) == deed.isAnswered
      }
      guard !items.isEmpty else { return nil }
      let list = Inline.list(items.map { links.item($0.number, $0.kind, title: $0.title) })
      return "\(deed.verb) \(list)\(deed.rest)"
    }
    return .joined(steps, by: "; ") + "."
  }

  /// Issues that nobody has spoken on for long.
  func oldQuestions(_ step: Step) -> Advice? {
    let issues = items.filter { $0.kind == .issue }
    let stale = issues.count(where: \.isStale)
    let named = open(step)
    guard stale > 0, !named.isEmpty else { return nil }
    let list = list(named)
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

  /// A few with their titles, many by their numbers alone.
  private func list(_ items: [OpenItem]) -> Inline {
    guard items.count > Self.titledItems else { return .list(items.map(titled)) }
    return .list(items.map { links.item($0.number, $0.kind) })
  }

  private func titled(_ item: OpenItem) -> Inline {
    links.item(item.number, item.kind, title: item.title)
  }
}
