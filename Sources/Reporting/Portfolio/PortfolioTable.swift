import Analytics
import Model

/// *Needs someone* and *Fine*: a row for each repository that is judged.
enum PortfolioTable {
  /// More are not read, and would not fit.
  static let namedNeeding = 30
  private static let shownFacts = 2
  /// Losses below it explain nothing.
  private static let leastPoints = 2.0

  /// Nil where no repository needs anyone.
  static func needing(_ entries: [PortfolioEntry]) -> ReportSection? {
    section("Needs someone", entries, limit: namedNeeding) { entry in
      let start: Inline = .joined([state(entry), entry.alert].compactMap(\.self), by: ", ")
      let why = Inline(why(entry).joined(separator: "; "))
      return .joined(
        [start, why, "\(strong: "Next:") \(PortfolioStep(entry).text)"],
        by: .lineBreak
      )
    }
  }

  /// Nil where there is none.
  static func fine(_ entries: [PortfolioEntry]) -> ReportSection? {
    section("Fine", entries, limit: entries.count) { entry in
      guard entry.course == .falling, let fact = facts(entry).first else { return state(entry) }
      return "\(state(entry)); \(fact)"
    }
  }

  private static func section(
    _ title: String,
    _ entries: [PortfolioEntry],
    limit: Int,
    words: (PortfolioEntry) -> Inline
  ) -> ReportSection? {
    guard !entries.isEmpty else { return nil }
    let rows = entries.prefix(limit).map { [words($0), score($0), change($0)] }
    let rest = entries.count - rows.count
    let remark =
      "\(NumberText.capitalWord(rest)) more \(rest == 1 ? "follows" : "follow") in the data."
    return ReportSection(
      title,
      values: [.init("remark", rest > 0 ? .string(Inline(remark).markdown) : .null)],
      tables: [("rows", ReportTable(columns: ["repository", "score", "change"], rows: rows))]
    )
  }

  private static func state(_ entry: PortfolioEntry) -> Inline {
    "\(entry.link) \(entry.verdict.state)"
  }

  private static func score(_ entry: PortfolioEntry) -> Inline {
    guard let score = entry.score else { return "unknown" }
    return
      "\(.small(Inline(Marks.bar(score)))) \(strong: NumberText.count(NumberText.score(score)))"
  }

  private static func change(_ entry: PortfolioEntry) -> Inline {
    entry.change.map { Inline(NumberText.change($0, decimals: 0)) } ?? "unknown"
  }

  /// An alert of its own kind first; the parts otherwise.
  private static func why(_ entry: PortfolioEntry) -> [String] {
    let own = entry.input.alerts.first.flatMap { alert in
      alert.kind == "health-drop" ? nil : alert.title.lowercasedFirst
    }
    return Array(([own].compactMap(\.self) + facts(entry)).prefix(shownFacts))
  }

  /// What fell most, or where nothing fell what is lowest; and what is open.
  private static func facts(_ entry: PortfolioEntry) -> [String] {
    let score = entry.input.score
    let fallen = Movement.all(from: entry.input.fourWeeksAgo, to: score)
      .filter { $0.points <= -leastPoints && !$0.isChance }
    let lowest = score.known.sorted { ($0.score ?? 0) < ($1.score ?? 0) }
    let parts = fallen.isEmpty ? lowest : fallen.map(\.component)
    let pulls = entry.input.openItems.count { $0.kind == .pull }
    let open = pulls > 0 ? ["\(CountText.of(pulls, "pull request")) open"] : []
    return unrepeated(parts.prefix(shownFacts).compactMap { ComponentWords($0).shortFact }) + open
  }

  /// Names the span once, where facts that follow each other have the same.
  private static func unrepeated(_ facts: [String]) -> [String] {
    let span = " in 30 days"
    guard let first = facts.first, first.contains(span) else { return facts }
    return [first] + facts.dropFirst().map { $0.replacing(span, with: "") }
  }
}
