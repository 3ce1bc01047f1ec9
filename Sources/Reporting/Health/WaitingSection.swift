import Model

/// *Also waiting*: what is open without an answer, oldest first, besides what advice names.
struct WaitingSection {
  private static let limit = 8

  private let input: ReportInput
  private let named: Set<Int>
  private let waiting: [OpenItem]

  /// Nil when nothing waits.
  init?(_ input: ReportInput, named: Set<Int>) {
    self.input = input
    self.named = named
    waiting = input.openItems
      .filter { item in
        guard !named.contains(item.number), !item.isDraft, !item.isStale else { return false }
        return item.kind == .pull || item.firstResponseAt == nil
      }
      .sorted { ($0.createdAt, $0.number) < ($1.createdAt, $1.number) }
    if waiting.isEmpty { return nil }
  }

  var section: ReportSection {
    let rows = waiting.prefix(Self.limit)
      .map { item in
        [
          Inline(DurationText.waiting(from: item.createdAt, to: input.end)),
          input.links.item(item.number, item.kind, title: item.title) + .lineBreak + state(item),
        ]
      }
    return ReportSection(
      named.isEmpty ? "Waiting" : "Also waiting",
      values: [.init("remark", JSONValue(remark))],
      tables: [("rows", ReportTable(columns: ["since", "what"], rows: rows))]
    )
  }

  private func state(_ item: OpenItem) -> Inline {
    guard item.firstResponseAt != nil || item.reviews > 0 else {
      return item.kind == .pull ? "no review yet" : "no reply yet"
    }
    let reviews =
      item.reviews == 0 ? "answered, no review yet" : CountText.of(item.reviews, "review")
    let last = DurationText.waiting(from: item.lastActivityAt, to: input.end)
    return "\(reviews), last activity \(last) ago"
  }

  private var remark: String? {
    let rest = waiting.count - Self.limit
    let more =
      rest > 0 ? "\(NumberText.capitalWord(rest)) more \(rest == 1 ? "waits" : "wait")." : nil
    let besides = named.isEmpty ? nil : "those named above"
    let old = input.openItems.contains(where: \.isStale) ? "the old questions" : nil
    let what = CountText.list([besides, old].compactMap(\.self))
    let scope = what.isEmpty ? nil : "\(what.capitalizedFirst) are left out."
    let words = [more, scope].compactMap(\.self)
    return words.isEmpty ? nil : Inline(words.joined(separator: " ")).markdown
  }
}
