import Analytics
import Model

/// *Where the score comes from*: the five parts, their points, and how these changed.
struct ScoreSection {
  private static let namedRevisions = 3

  private let input: ReportInput
  private let score: ScoreReading

  init(_ input: ReportInput) {
    self.input = input
    score = input.score
  }

  var section: ReportSection {
    ReportSection(
      "Where the score comes from",
      values: [
        .init("has_change", .bool(hasChange)),
        .init("span", .string(input.span.words)),
        .init("remarks", .array(remarks.map { .string(Inline($0).markdown) })),
      ],
      tables: [("rows", table)]
    )
  }

  /// The table of the step summary: no words, no points.
  var summary: ReportTable {
    let changes = changes
    return ReportTable(
      columns: columns,
      rows: score.components.map { component in
        let name = Inline(ComponentWords.name(of: component.id))
        let cell = component.score.map { Self.bar($0) } ?? "unknown"
        return row(name, cell, changes[component.id] ?? "")
      }
    )
  }

  var hasChange: Bool { input.before?.value != nil }

  private var columns: [String] { ["part", "score"] + (hasChange ? ["change"] : []) }

  private func row(_ part: Inline, _ score: Inline, _ change: Inline) -> [Inline] {
    [part, score] + (hasChange ? [change] : [])
  }

  private var table: ReportTable {
    let points = points
    let changes = changes
    var rows = score.components.map { component in
      let words = ComponentWords(component)
      let part: Inline =
        "\(strong: ComponentWords.name(of: component.id))\(.lineBreak)\(words.facts)"
      guard let value = component.score, let shown = points[component.id] else {
        return row(part, "unknown\(.lineBreak)left out", "")
      }
      let share = "\(NumberText.fixed(shown, decimals: 1)) of \(NumberText.short(component.weight))"
      return row(part, "\(Self.bar(value))\(.lineBreak)\(share)", changes[component.id] ?? "")
    }
    rows.append(together)
    return ReportTable(columns: columns, rows: rows)
  }

  private static func bar(_ value: Double) -> Inline {
    "\(.small(Inline(Marks.bar(value)))) \(strong: String(NumberText.score(value)))"
  }

  private var together: [Inline] {
    guard let value = score.value else {
      return row("\(strong: "Together")", "not enough data", "")
    }
    let change = input.before?.value.map { value - $0 }
    let shown = change.map { Inline.strong(Inline(NumberText.change($0, decimals: 1))) }
    let total = NumberText.fixed(sum, decimals: 1)
    return row("\(strong: "Together")", "\(strong: total) of \(weight)", shown ?? "")
  }

  private var sum: Double { score.known.compactMap(\.points).reduce(0, +) }
  private var weight: String { NumberText.short(score.known.map(\.weight).reduce(0, +)) }

  /// Points as shown, which add up to what stands beside *Together*.
  private var points: [ComponentID: Double] {
    let known = score.known.filter { $0.points != nil }
    let shown = LargestRemainder.tenths(known.compactMap(\.points))
    return Dictionary(zip(known.map(\.id), shown)) { first, _ in first }
  }

  /// The change of each part's points; they add up unless a part came or went.
  private var changes: [ComponentID: Inline] {
    guard hasChange else { return [:] }
    return ShownChanges.tenths(from: input.before, to: score)
      .mapValues { Inline(NumberText.change($0, decimals: 1)) }
  }

  private var remarks: [String] {
    [unknownRemark, partialRemark, revisionRemark].compactMap(\.self)
  }

  /// What was told of past days, and is no longer so.
  private var revisionRemark: String? {
    let all = input.revisions.sorted { abs($0.now - $0.told) > abs($1.now - $1.told) }
    guard !all.isEmpty else { return nil }
    let named = all.prefix(Self.namedRevisions).sorted { $0.day < $1.day }
      .map { revision in
        let day = DateText.day(revision.day, near: input.date)
        return "\(day): \(NumberText.score(revision.told)), now \(NumberText.score(revision.now))"
      }
    let rest = all.count - named.count
    let more = rest > 0 ? "; \(NumberText.count(rest)) more" : ""
    return "Earlier reports gave other scores: \(named.joined(separator: "; "))\(more). Past days "
      + "are always computed from what GitHub shows now."
  }

  private var unknownRemark: String? {
    guard let value = score.value, let missing = score.unknown.first else { return nil }
    let start =
      "\(NumberText.fixed(sum, decimals: 1)) of \(weight) points is "
      + "\(NumberText.score(value)) of 100."
    guard let before = input.before, let earlier = before.value,
      before.component(missing.id)?.score != nil
    else { return start }
    let change = NumberText.change(value - earlier, decimals: 1)
    let name = ComponentWords.name(of: missing.id).lowercasedName
    return
      "\(start) The changes do not add up to \(change), because \(name) counted \(input.span == .week ? "a week" : "four weeks") ago."
  }

  private var partialRemark: String? {
    let partial = score.known.filter { $0.status == .partial }
    guard let since = input.knownSince, !partial.isEmpty else { return nil }
    let names = partial.enumerated()
      .map { index, component in
        let name = ComponentWords.name(of: component.id)
        return index == 0 ? name : name.lowercasedName
      }
    let verb = partial.count == 1 ? "is" : "are"
    let days = min(ScoreRule.lookBackDays, max(0, since.distance(to: input.date) + 1))
    let later = hasChange ? "" : " Changes are shown from the fifth week on."
    return "\(CountText.list(names)) \(verb) known since "
      + "\(DateText.day(since, near: input.date)) only, \(days) of the "
      + "\(ScoreRule.lookBackDays) days that the score looks back on.\(later)"
  }
}

/// Changes of points as they are shown, the same wherever they stand.
enum ShownChanges {
  /// To one place, by largest remainder over the parts that had data both times.
  static func tenths(
    from before: ScoreReading?,
    to now: ScoreReading
  ) -> [ComponentID: Double] {
    let movements = Movement.all(from: before, to: now)
      .sorted { $0.component.id.rawValue < $1.component.id.rawValue }
    let shown = LargestRemainder.tenths(movements.map(\.points))
    return Dictionary(zip(movements.map(\.component.id), shown)) { first, _ in first }
  }
}
