import Analytics
import Model

/// The sentence below the heading: which part moved most, or holds the score back.
struct VerdictSentence {
  private let input: ReportInput

  init(_ input: ReportInput) {
    self.input = input
  }

  /// Words of movement only where the score itself is shown to have moved that way: a number beyond
  /// its band may stand still, and then the sentence says what holds it where it is; or what fell,
  /// where a number above its band came down to it.
  func sentence(state: Band, _ direction: Direction, since: ScoreReading?) -> String {
    let movements = Movement.all(from: since, to: input.score)
    let change = (input.score.value ?? 0) - (since?.value ?? input.score.value ?? 0)
    let moved = movements.filter { abs($0.points) >= Self.leastPoints }
    switch direction {
    case .rising where change >= Self.leastChange:
      return rising(state, moved.filter { $0.points > 0 }, all: movements)
    case .falling where change <= -Self.leastChange:
      return falling(state, moved.filter { $0.points < 0 }, all: movements)
    case .rising where change <= -Self.leastChange:
      return falling(min(state, here(state)), moved.filter { $0.points < 0 }, all: movements)
    case .rising, .falling, .steady: return steady(min(state, here(state)))
    }
  }

  /// A part that moved less is much as it was.
  private static let leastPoints = 1.0
  /// A smaller change of the score is shown as none.
  private static let leastChange = 0.5

  /// The band in which the number lies.
  private func here(_ state: Band) -> Band { input.score.value.map(Band.init(score:)) ?? state }

  /// Nothing is in good order while an alert says that health fell.
  private func steady(_ state: Band) -> String {
    guard let weakest else { return "In good order." }
    let topic = ComponentWords.topic(of: weakest.id)
    let fact = ComponentWords(weakest).mainFact
    let hasFallen = input.alerts.contains { $0.kind == "health-drop" }
    switch state {
    case .thriving where !hasFallen:
      return hasSomethingDue ? "In good order." : "Nothing needs you this week."
    case .healthy where !hasFallen:
      return "In good order; \(topic) \(hold(weakest.id)) it back: \(fact)."
    case .thriving, .healthy, .watch: return "Held back by \(topic): \(fact)."
    case .atRisk: return "Needs someone: \(mostUrgent)."
    }
  }

  private func rising(_ state: Band, _ rises: [Movement], all: [Movement]) -> String {
    guard let top = rises.first?.component else { return steady(min(state, here(state))) }
    let topic = ComponentWords.topic(of: top.id)
    let fact = ComponentWords(top).mainFact
    let others = unmoved(all, besides: top.id)
    switch state {
    case .thriving: return "\(topic.capitalizedFirst) got better still: \(fact).\(others)"
    case .healthy: return "\(ComponentWords(top).event(rose: true)): \(fact).\(others)"
    case .watch: return "Coming back: \(topic), \(fact).\(others)"
    case .atRisk: return "Still weak, but \(topic) \(come(top.id)) coming back: \(fact)."
    }
  }

  private func falling(_ state: Band, _ falls: [Movement], all: [Movement]) -> String {
    guard let top = falls.first?.component else { return steady(min(state, here(state))) }
    let fact = ComponentWords(top).mainFact
    let others = unmoved(all, besides: top.id)
    switch state {
    case .thriving:
      return "Still strong; \(ComponentWords.topic(of: top.id)) gave way: \(fact).\(others)"
    case .healthy: return "\(ComponentWords(top).event(rose: false)): \(fact).\(others)"
    case .watch:
      let both = falls.prefix(2).map(\.component)
      let topics = CountText.list(both.map { ComponentWords.topic(of: $0.id) }).capitalizedFirst
      let facts = both.map { ComponentWords($0).mainFact }.joined(separator: "; ")
      return "\(topics) gave way: \(facts)."
    case .atRisk: return "Needs someone now: \(mostUrgent)."
    }
  }

  /// For an early reading: what goes well, and what takes longest.
  var bestAndLowest: String {
    let known = input.score.known
    let best = known.max { ($0.score ?? 0) < ($1.score ?? 0) }
    guard let best, let lowest, best.id != lowest.id else {
      return known.first.map { "\(ComponentWords($0).mainFact.capitalizedFirst)." } ?? ""
    }
    return "Best so far: \(ComponentWords.topic(of: best.id)), \(ComponentWords(best).mainFact). "
      + "Lowest: \(ComponentWords.topic(of: lowest.id)), \(ComponentWords(lowest).mainFact)."
  }

  /// For a score with little behind it.
  var thin: String {
    let facts = input.score.known.prefix(2).map { ComponentWords($0).mainFact }
    let start = facts.isEmpty ? "Little happens here" : CountText.list(facts).capitalizedFirst
    return "\(start). Such a score raises no alert."
  }

  /// The part that most points of the score are missing from.
  private var weakest: ComponentReading? {
    func missing(_ part: ComponentReading) -> Double { part.weight * (100 - (part.score ?? 0)) }
    return input.score.known.max { missing($0) < missing($1) }
  }

  private var lowest: ComponentReading? {
    input.score.known.min { ($0.score ?? 0) < ($1.score ?? 0) }
  }

  private var hasSomethingDue: Bool {
    input.openAlerts > 0
      || input.openItems.contains { $0.firstResponseAt == nil && !$0.isDraft && !$0.isStale }
  }

  private var mostUrgent: String {
    let waiting = input.openItems.filter {
      $0.kind == .pull && !$0.isDraft && $0.firstResponseAt == nil
    }
    if let oldest = waiting.map(\.createdAt).min() {
      let span = DurationText.waiting(from: oldest, to: input.end)
      let pulls = CountText.of(waiting.count, "pull request")
      return "\(pulls) without an answer, the oldest for \(span)"
    }
    return weakest.map { ComponentWords($0).mainFact } ?? "too little is known"
  }

  /// Names the parts that stayed within a point.
  private func unmoved(_ all: [Movement], besides id: ComponentID) -> String {
    let topics =
      all
      .filter { $0.component.id != id && abs($0.points) < Self.leastPoints }
      .sorted { Self.order($0.component.id) < Self.order($1.component.id) }
      .map { ComponentWords.topic(of: $0.component.id) }
    guard !topics.isEmpty else { return "" }
    let isPlural = topics.count > 1 || topics[0].hasSuffix("s") || topics[0] == "people"
    let words = isPlural ? "are much as they were" : "is much as it was"
    return " \(CountText.list(topics).capitalizedFirst) \(words)."
  }

  private static func order(_ id: ComponentID) -> Int {
    ComponentID.allCases.firstIndex(of: id) ?? 0
  }

  private func isPlural(_ id: ComponentID) -> Bool {
    [.contributors, .freshness, .forks].contains(id)
  }

  private func hold(_ id: ComponentID) -> String { isPlural(id) ? "hold" : "holds" }
  private func come(_ id: ComponentID) -> String { isPlural(id) ? "are" : "is" }
}
