import Analytics
import Model

/// The first step in a repository, in a line.
struct PortfolioStep {
  /// More numbers than these are not read.
  private static let namedItems = 5

  private let entry: PortfolioEntry
  private let items: [Int: OpenItem]

  init(_ entry: PortfolioEntry) {
    self.entry = entry
    items = Dictionary(entry.input.openItems.map { ($0.number, $0) }) { first, _ in first }
  }

  /// The step with the most effect; that there is none where none is left.
  var text: Inline {
    entry.input.steps.lazy.compactMap(words).first ?? nothing
  }

  private var nothing: Inline {
    let rests = entry.count("active_30d", of: .contributors) == 0
    let start: Inline = items.isEmpty ? "nothing is waiting" : "nothing is due"
    return rests ? "\(start); say whether the project rests" : start
  }

  /// Nil where none of its items is open.
  private func words(_ step: Step) -> Inline? {
    let open = step.items.compactMap { items[$0] }
    guard let first = open.first else { return nil }
    let named = named(open, of: step.total)
    switch step.kind {
    case .settlePulls:
      return "settle \(named), which \(open.count == 1 ? "has its" : "have their") review"
    case .decidePulls where step.total == 1:
      let age = DurationText.waiting(from: first.createdAt, to: entry.input.end)
      return "decide \(named), open for \(age)"
    case .decidePulls where step.total > Self.namedItems:
      return "decide the \(NumberText.word(step.total)) that are older than five weeks"
    case .decidePulls: return "decide \(named)"
    case .reviewPulls: return "a first review of \(named)"
    case .answerIssues: return "a first reply to \(named)"
    case .welcome where !entry.input.knowsNewcomers: return nil
    case .welcome:
      return "welcome \(CountText.noun(open.count, "a newcomer", "newcomers")) in \(named)"
    case .oldQuestions: return "answer or close \(named)"
    }
  }

  private func named(_ open: [OpenItem], of total: Int) -> Inline {
    let links = open.prefix(Self.namedItems).map { entry.input.links.item($0.number, $0.kind) }
    let rest = total - links.count
    return .list(links + (rest > 0 ? ["\(NumberText.word(rest)) more"] : []))
  }
}
