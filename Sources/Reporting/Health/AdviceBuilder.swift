import Model

/// Finds what to say under *What changed, and what to do*.
struct AdviceBuilder {
  /// A shorter list is read.
  private static let limit = 5
  /// Losses below it are not worth a line.
  private static let leastPoints = 2.0
  /// Items named in one line.
  private static let namedItems = 3
  /// An answer within this span counts as in time: docs/metrics.md, section 5.
  private static let answerDays = 7

  private let input: ReportInput
  private let links: Links
  /// By age, oldest first.
  private let items: [OpenItem]

  init(_ input: ReportInput) {
    self.input = input
    links = input.links
    items = input.openItems.sorted { ($0.createdAt, $0.number) < ($1.createdAt, $1.number) }
  }

  /// At most five, those with a step first, then by points.
  func advice() -> [Advice] {
    let moved = movements
    let all =
      moved.filter(\.isAction)
      + [answersDue, newcomers, oldQuestions].compactMap(\.self)
      + moved.filter { !$0.isAction }
    return Array(all.prefix(Self.limit))
  }

  // MARK: Parts that moved

  private var movements: [Advice] {
    let all = Movement.all(from: input.fourWeeksAgo, to: input.score)
    let direction = Direction.of(input)?.direction
    let falls = all.filter { $0.points <= -Self.leastPoints }.map(fall)
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

  private func fall(_ movement: Movement) -> Advice {
    let component = movement.component
    let words = ComponentWords(component)
    var advice = Advice(
      finding: finding(component),
      component: movement.component.id,
      evidence: Inline(words.facts.capitalizedFirst + ".")
    )
    if component.id == .forkGrowth, component.count("forks_30d") == 0 {
      advice.evidence = Inline("There were \(words.forksBefore).")
    }
    if movement.isChance {
      advice.next = "nothing. This is chance."
      return advice
    }
    switch component.id {
    case .pullThroughput: addPulls(to: &advice)
    case .reviewVelocity: addUnreviewed(to: &advice)
    case .contributors, .issueFreshness, .forkGrowth: break
    }
    return advice
  }

  private func finding(_ component: ComponentReading) -> String {
    switch component.id {
    case .contributors: "Fewer people"
    case .pullThroughput:
      ComponentWords(component).event(rose: false) == "Merging slowed down"
        ? "Fewer merges" : "More pull requests stay open"
    case .reviewVelocity: "Slower reviews"
    case .issueFreshness: "Slower answers"
    case .forkGrowth: component.count("forks_30d") == 0 ? "No new fork" : "Fewer forks"
    }
  }

  private func addPulls(to advice: inout Advice) {
    let pulls = items.filter { $0.kind == .pull && !$0.isDraft }
    guard let oldest = pulls.first else { return }
    let count = NumberText.capitalWord(pulls.count)
    let noun = CountText.noun(pulls.count, "pull request is", "pull requests are")
    let age = DurationText.waiting(from: oldest.createdAt, to: input.end)
    let subject = pulls.count == 1 ? "It" : "The oldest"
    advice.evidence = Inline(
      "\(count) \(noun) open; \(reviews(of: pulls)). \(subject) has waited for \(age)."
    )
    let named = pulls.prefix(2)
    advice.id = "settle-pulls"
    advice.items = named.map(\.number)
    advice.next = "settle \(Inline.list(named.map(titled)))."
  }

  private func reviews(of pulls: [OpenItem]) -> String {
    let reviewed = pulls.count { $0.reviews > 0 }
    switch (reviewed, pulls.count) {
    case (0, 1): return "it has no review yet"
    case (0, _): return "none has a review yet"
    case (1, 1): return "it has been reviewed"
    case (let some, let all) where some == all: return "all have been reviewed"
    case (1, _): return "one has been reviewed"
    default: return "\(NumberText.word(reviewed)) have been reviewed"
    }
  }

  private func addUnreviewed(to advice: inout Advice) {
    let pulls = items.filter { $0.kind == .pull && !$0.isDraft && $0.firstResponseAt == nil }
    guard !pulls.isEmpty else { return }
    let named = pulls.prefix(2)
    advice.id = "review-pulls"
    advice.items = named.map(\.number)
    advice.next = "review \(Inline.list(named.map(titled)))."
  }

  // MARK: Items

  private var answersDue: Advice? {
    let due = items.filter { item in
      item.kind == .issue && item.firstResponseAt == nil
        && deadline(of: item) > max(input.end, input.origin.writtenAt)
    }
    guard let first = due.first else { return nil }
    let named = due.prefix(Self.namedItems)
    if due.count == 1 {
      let age = DurationText.waiting(from: first.createdAt, to: input.end)
      return Advice(
        id: "answer-issue",
        items: [first.number],
        finding: "One answer is due",
        evidence: "\(titled(first)) has had no reply for \(age).",
        next: "reply before \(day(deadline(of: first)))."
      )
    }
    let list = named.map { "\(titled($0)) by \(day(deadline(of: $0)))" as Inline }
    let rest = due.count - named.count
    let more: Inline = rest > 0 ? ", and \(rest) more" : ""
    return Advice(
      id: "answer-issue",
      items: named.map(\.number),
      finding: "\(NumberText.capitalWord(due.count)) answers are due",
      evidence: "\(Inline.joined(list, by: ", "))\(more).",
      next: "a first reply is enough."
    )
  }

  private func deadline(of item: OpenItem) -> Timestamp {
    item.createdAt.advanced(bySeconds: Self.answerDays * 86_400)
  }

  private func day(_ instant: Timestamp) -> String { DateText.day(instant.day, near: input.date) }

  private var newcomers: Advice? {
    let people = input.newcomers.sorted { ($0.openedAt, $0.number) < ($1.openedAt, $1.number) }
    guard !people.isEmpty else { return nil }
    let named = people.prefix(Self.namedItems)
    let open = named.filter { $0.state == .open }
    let rest = people.count - named.count
    let more: Inline = rest > 0 ? " \(NumberText.capitalWord(rest)) more came." : ""
    let finding =
      people.count == 1 ? "A newcomer" : "\(NumberText.capitalWord(people.count)) newcomers"
    return Advice(
      id: open.isEmpty ? nil : "welcome",
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

  private var oldQuestions: Advice? {
    let issues = items.filter { $0.kind == .issue }
    let stale = issues.filter(\.isStale)
    guard !stale.isEmpty else { return nil }
    let unanswered = stale.filter { $0.firstResponseAt == nil }
    let named = (unanswered.isEmpty ? stale : unanswered).prefix(Self.namedItems)
    let list = Inline.list(named.map { links.item($0.number, $0.kind) })
    let verb = stale.count == 1 ? "has" : "have"
    return Advice(
      id: "old-questions",
      items: named.map(\.number),
      finding: "Old questions",
      evidence: Inline(
        "\(NumberText.count(stale.count)) of \(NumberText.count(issues.count)) open "
          + "\(CountText.noun(issues.count, "issue")) \(verb) been silent for more than 60 days."
      ),
      next: unanswered.isEmpty ? "answer or close \(list)." : "\(list) never had a reply.",
      effect: "none on the score; fewer open ends for readers."
    )
  }

  private func titled(_ item: OpenItem) -> Inline {
    links.item(item.number, item.kind, title: item.title)
  }
}
