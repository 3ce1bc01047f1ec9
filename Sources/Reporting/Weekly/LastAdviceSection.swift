import Analytics
import Model

/// *What became of last week's advice*: what was done of what was asked, and what came of it.
struct LastAdviceSection {
  private let input: ReportInput
  private let last: PastReport
  private let standings: [Int: ItemStanding]

  /// Nil when nothing was advised.
  init?(_ input: ReportInput) {
    guard let weekly = input.weekly, let last = weekly.last, !last.advice.isEmpty else {
      return nil
    }
    self.input = input
    self.last = last
    standings = Dictionary(weekly.standings.map { ($0.number, $0) }) { first, _ in first }
    if bullets.isEmpty { return nil }
  }

  var section: ReportSection {
    ReportSection(
      "What became of last week's advice",
      values: [.init("bullets", .array(bullets.map { .string($0.markdown) }))]
    )
  }

  /// For the hidden data.
  var json: JSONValue {
    .array(
      last.advice.map { advice in
        let done = items(of: advice).filter { isDone($0, advice.kind) }.map(\.number)
        return [
          "id": .string(advice.kind.rawValue),
          "items": .array(advice.items.map(JSONValue.int)),
          "done": .array(done.map(JSONValue.int)),
        ]
      }
    )
  }

  private var bullets: [Inline] { last.advice.compactMap(bullet) }

  private func bullet(_ advice: PastReport.Advice) -> Inline? {
    let items = items(of: advice)
    guard !items.isEmpty else { return nil }
    let done = items.filter { isDone($0, advice.kind) }
    let finding =
      "\(PastAdviceWords.title(advice.kind, count: items.count)): "
      + "\(NumberText.count(done.count)) of \(NumberText.count(items.count)) done."
    var text: Inline = .strong(Inline(finding))
    let left = items.filter { !isDone($0, advice.kind) }
    let sentences = [did(done), rest(left, of: advice.kind)].compactMap(\.self)
    for sentence in sentences { text += " \(sentence)" }
    if let effect = effect(of: advice) { text += .lineBreak + effect }
    return text
  }

  /// What was done moved the same part: its change is told once, behind the last of them.
  private func companions(of advice: PastReport.Advice) -> [PastReport.Advice] {
    let part = PastAdviceWords.component(advice.kind)
    return last.advice.filter { other in
      PastAdviceWords.component(other.kind) == part
        && items(of: other).contains { isDone($0, other.kind) }
    }
  }

  private func items(of advice: PastReport.Advice) -> [ItemStanding] {
    advice.items.compactMap { standings[$0] }
  }

  /// Whether what was asked for has happened since.
  private func isDone(_ item: ItemStanding, _ kind: Step.Kind) -> Bool {
    guard item.state == .open else { return true }
    switch kind {
    case .settlePulls, .decidePulls: return false
    case .reviewPulls, .answerIssues: return item.firstResponseAt != nil
    case .welcome where item.kind == .issue && item.firstResponseAt != nil: return true
    case .welcome, .oldQuestions: return item.lastActivityAt >= last.date.end
    }
  }

  /// What was done; nil where nothing was.
  private func did(_ done: [ItemStanding]) -> Inline? {
    let verbs: [(verb: String, matches: (ItemStanding) -> Bool)] = [
      ("merged", { $0.state == .merged }),
      ("closed", { $0.state == .closed }),
      ("answered", { $0.state == .open }),
    ]
    let groups = verbs.compactMap { verb, matches -> (items: [ItemStanding], verb: String)? in
      let items = done.filter(matches)
      return items.isEmpty ? nil : (items, verb)
    }
    let parts = groups.enumerated()
      .map { index, group -> Inline in
        let links = Inline.list(group.items.map(link))
        guard index == 0 else { return "\(links) \(group.verb)" }
        return "\(links) \(group.items.count == 1 ? "was" : "were") \(group.verb)"
      }
    return parts.isEmpty ? nil : .joined(parts, by: ", ") + "."
  }

  /// What is left; a newcomer who had an answer does not wait.
  private func rest(_ left: [ItemStanding], of kind: Step.Kind) -> Inline? {
    guard let only = left.first else { return nil }
    let links = Inline.list(left.map(link))
    guard left.count == 1 else { return "\(links) are still open." }
    guard kind != .welcome || only.firstResponseAt == nil else {
      return "\(links) is still open."
    }
    let span = DurationText.waiting(from: only.createdAt, to: input.end)
    return "\(links) has waited \(span)."
  }

  private func link(_ item: ItemStanding) -> Inline { input.links.item(item.number, item.kind) }

  /// How the part behind the advice has moved since, beside what was expected.
  ///
  /// Of several that moved the same part no expectation is told: each was made without the others.
  private func effect(of advice: PastReport.Advice) -> Inline? {
    let companions = companions(of: advice)
    guard
      companions.last == advice, let id = PastAdviceWords.component(advice.kind),
      let before = last.scores[id],
      let now = input.score.component(id), let score = now.score
    else { return nil }
    let (from, to) = (NumberText.score(before), NumberText.score(score))
    guard from != to else { return nil }
    let verb = to > from ? "rose" : "fell"
    let points = NumberText.change((score - before) * now.weight / 100, decimals: 1)
    let isAlone = companions.count == 1
    let range = isAlone ? advice.effect.map(PastAdviceWords.range) : nil
    let expected = range.map { "; expected \($0)" } ?? ""
    let lead = isAlone ? "Effect:" : "Effect of \(companions.count == 2 ? "both" : "all"):"
    let name = ComponentWords.name(of: id)
    let words = "\(name) \(verb) from \(from) to \(to) (\(points) points\(expected))."
    return "\(strong: lead) \(words)"
  }
}

/// How the report speaks of what it advised a week ago.
enum PastAdviceWords {
  static func title(_ kind: Step.Kind, count: Int) -> String {
    let all = count == 1 ? "the" : "the \(NumberText.word(count))"
    let pulls = CountText.noun(count, "pull request")
    let issues = CountText.noun(count, "issue")
    switch kind {
    case .settlePulls: return "Settle \(all) reviewed \(pulls)"
    case .decidePulls: return "Decide \(all) oldest \(pulls)"
    case .reviewPulls: return "Review \(all) \(pulls) without a review"
    case .answerIssues: return "Answer \(all) \(issues) without a reply"
    case .welcome: return "Welcome \(all) \(CountText.noun(count, "newcomer"))"
    case .oldQuestions: return "Take up \(all) old \(CountText.noun(count, "question"))"
    }
  }

  /// The part of the score that a step moves; nil where it moves none.
  static func component(_ kind: Step.Kind) -> ComponentID? {
    switch kind {
    case .settlePulls, .decidePulls: .throughput
    case .answerIssues: .freshness
    case .reviewPulls, .welcome, .oldQuestions: nil
    }
  }

  /// `3 to 5`, or one number with a place.
  static func range(_ effect: ClosedRange<Double>) -> String {
    let ends = [effect.lowerBound, effect.upperBound].map { NumberText.fixed($0, decimals: 0) }
    return ends[0] == ends[1]
      ? NumberText.fixed(effect.lowerBound, decimals: 1) : "\(ends[0]) to \(ends[1])"
  }
}
