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
        .init("span", .string(input.scoreSpan.words)),
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
    let total = NumberText.fixed(sum, decimals: 1)
    return row("\(strong: "Together")", "\(strong: total) of \(weight)", whole(value) ?? "")
  }

  /// What the changes above it add up to; where parts are left out, or were, also how the score
  /// moved.
  private func whole(_ value: Double) -> Inline? {
    guard let before = input.before?.value else { return nil }
    let change = NumberText.change(value - before, decimals: 1)
    guard hasOtherParts || !score.unknown.isEmpty else { return .strong(Inline(change)) }
    return "\(strong: sumOfChanges)\(.lineBreak)\(Inline(change)) of 100"
  }

  private var sumOfChanges: String {
    let shown = ShownChanges.tenths(from: input.before, to: score)
    let sum = score.components.compactMap { shown[$0.id] }.reduce(0, +)
    return NumberText.change(sum, decimals: 1)
  }

  /// Whether other parts have data than had it before, so that the scores are of different wholes.
  private var hasOtherParts: Bool {
    guard let before = input.before, before.value != nil else { return false }
    return Set(before.known.map(\.id)) != Set(score.known.map(\.id))
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
    let parts = [unknownRemark, changeRemark].compactMap(\.self)
    return [
      parts.isEmpty ? nil : parts.joined(separator: " "), partialRemark, revisionRemark,
    ]
    .compactMap(\.self)
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
    guard let value = score.value, !score.unknown.isEmpty else { return nil }
    return "\(NumberText.fixed(sum, decimals: 1)) of \(weight) points is "
      + "\(NumberText.score(value)) of 100."
  }

  /// Why the changes of the parts are not that of the score.
  private var changeRemark: String? {
    guard hasOtherParts, let value = score.value, let before = input.before,
      let earlier = before.value
    else { return nil }
    func names(_ parts: [ComponentReading]) -> String? {
      let names = parts.map { ComponentWords.name(of: $0.id).lowercasedName }
      return names.isEmpty ? nil : CountText.list(names)
    }
    let gone = names(score.unknown.filter { before.component($0.id)?.score != nil })
    let come = names(score.known.filter { before.component($0.id)?.score == nil })
    let reasons = [gone.map { "\($0) counted" }, come.map { "\($0) did not count" }]
    let ago = input.scoreSpan == .week ? "a week ago" : "four weeks ago"
    let change = NumberText.change(value - earlier, decimals: 1)
    return "The changes do not add up to \(change), because "
      + "\(reasons.compactMap(\.self).joined(separator: ", and ")) \(ago)."
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
