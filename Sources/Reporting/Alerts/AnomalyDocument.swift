package import Analytics
package import Model

/// The alert that a number is unlike what was to be expected.
package struct AnomalyDocument: Sendable {
  /// What a slow drift comes to: one day of it says nothing.
  package struct Drift: Hashable, Sendable {
    /// Of how many days the counts are.
    package var days: Int
    /// The count of the last days of the drift.
    package var count: Double
    /// The middle one of the counts of as many days before.
    package var usual: Double

    package init(days: Int = 14, count: Double, usual: Double) {
      (self.days, self.count, self.usual) = (days, count, usual)
    }
  }

  private let input: ReportInput
  private let alert: AnomalyAlert
  /// Counts by week of the first cause, the last that of the data date.
  private let weeks: [Int?]
  /// By metric, where known.
  private let drifts: [String: Drift]
  /// Items that are new and wait for a first word.
  private let items: [ItemStanding]
  private let titles: [Int: String]
  private let marker: OwnMarker
  private let snoozeLabel: String

  package init(
    _ input: ReportInput,
    _ alert: AnomalyAlert,
    weeks: [Int?],
    drifts: [String: Drift] = [:],
    items: [ItemStanding],
    titles: [Int: String],
    marker: OwnMarker,
    snoozeLabel: String
  ) {
    (self.input, self.alert) = (input, alert)
    (self.weeks, self.drifts) = (weeks, drifts)
    (self.items, self.titles) = (items, titles)
    (self.marker, self.snoozeLabel) = (marker, snoozeLabel)
  }

  /// The document, checked to show on GitHub as it was meant.
  package func document(templates: TemplateSet = .builtIn) throws -> AlertDocument {
    let content = AlertContent(
      title: title,
      heading: heading,
      paragraphs: [Inline(sentence), first].compactMap(\.self),
      sections: [("items", waiting), ("details", details)],
      values: [
        .init("chart", JSONValue(chart)),
        .init("snooze", .string(Inline.code(snoozeLabel).markdown)),
      ],
      alert: json
    )
    return try content.document("alert-anomaly", marker: marker, input, templates: templates)
  }

  private var cause: AnomalyAlert.Cause? { alert.causes.first }

  /// More of what people do is never bad news.
  private var isUp: Bool { alert.causes.allSatisfy { $0.finding.direction == .up } }

  private var heading: String {
    let word = alert.severity > .information ? "Very unusual" : "Unusual"
    guard alert.causes.count == 1, let cause else {
      let count = CountText.words(alert.causes.count, "number")
      let isDown = alert.causes.allSatisfy { $0.finding.direction == .down }
      return "\(word): \(count) \(isUp ? "rose" : isDown ? "fell" : "changed") at once"
    }
    let many = AnomalyWords(cause.metric).many
    return switch cause.finding.kind {
    case .spike: "\(word): many \(many) in one day"
    case .drop: "\(word): \(cause.finding.observed == 0 ? "no" : "few") \(many) in one day"
    case .shift: "\(word): \(isUp ? "more" : "fewer") \(many) than usual"
    case .stopped: "\(word): no \(many) any more"
    }
  }

  private var title: String {
    let day = DateText.day(alert.fired, near: input.date)
    guard alert.causes.count == 1, let cause else {
      return "\(NumberText.capitalWord(alert.causes.count)) numbers changed on \(day)"
    }
    let words = AnomalyWords(cause.metric)
    let count = NumberText.short(cause.finding.observed)
    switch cause.finding.kind {
    case .spike, .drop:
      return "\(count) \(words.noun(cause.finding.observed)) in one day (\(day)), usually "
        + Self.usual(cause.finding.expected)
    case .shift:
      return "\(isUp ? "More" : "Fewer") \(words.many) than usual since \(day)"
    case .stopped: return "No \(words.many) for some time, as of \(day)"
    }
  }

  private static func usual(_ expected: Double) -> String {
    expected < 0.5 ? "none" : expected < 10 ? NumberText.short(expected) : expectation(expected)
  }

  private var sentence: String {
    let facts = alert.causes.map(fact)
    let release =
      cause?.finding.isAfterRelease == true
      ? " A release was published within three days, which may be why." : ""
    return facts.joined(separator: "; ").capitalizedFirst + "." + release
  }

  /// A clause: how much was found, and how much was to be expected.
  private func fact(_ cause: AnomalyAlert.Cause) -> String {
    let finding = cause.finding
    let words = AnomalyWords(cause.metric)
    let day = DateText.day(finding.day, near: input.date)
    let found = "\(NumberText.short(finding.observed)) \(words.noun(finding.observed))"
    let expected = "\(Self.expectation(finding.expected)) expected"
    switch finding.test {
    case .day: return "\(found) on \(day), \(expected)"
    case .zeroRun: return "\(found) up to \(day), \(expected)"
    case .sum7: return "\(found) in the 7 days to \(day), \(expected)"
    case .sum14: return "\(found) in the 14 days to \(day), \(expected)"
    case .cusum:
      let isLess = finding.direction == .down
      guard let drift = drifts[cause.metric],
        isLess ? drift.count < drift.usual : drift.count > drift.usual
      else {
        let side = isLess ? "fewer" : "more"
        return "day after day \(side) \(words.many) than expected; on \(day) \(found), \(expected)"
      }
      return
        "\(NumberText.short(drift.count)) \(words.noun(drift.count)) in the \(drift.days) days to \(day), "
        + "usually \(Self.usual(drift.usual))"
    }
  }

  /// Fractions only where they matter.
  private static func expectation(_ expected: Double) -> String {
    NumberText.fixed(expected, decimals: expected < 10 ? 1 : 0)
  }

  private var first: Inline? {
    let open = items.filter { $0.state == .open && $0.firstResponseAt == nil }
    if !open.isEmpty {
      let what = open.count == 1 ? "the item" : "each of the \(NumberText.word(open.count))"
      return "\(strong: "Do first:") give \(what) below a first reply within a week."
    }
    guard let fallen = alert.causes.first(where: { $0.finding.direction == .down }) else {
      return nil
    }
    let obstacle = AnomalyWords(fallen.metric).obstacle
    return
      "\(strong: "Do first:") look whether \(Inline(obstacle)). If all is as it should be, close "
      + "this."
  }

  private var waiting: ReportSection? {
    guard !items.isEmpty else { return nil }
    let rows = items.map { item -> JSONValue in
      let link = input.links.item(item.number, item.kind, title: titles[item.number])
      let isDone = item.state != .open || item.firstResponseAt != nil
      return ["mark": .string(isDone ? "x" : " "), "what": .string(link.markdown)]
    }
    return ReportSection("Without a reply", values: [.init("rows", .array(rows))])
  }

  private var chart: String? {
    let known = weeks.reversed().prefix { $0 != nil }.compactMap(\.self)
    guard alert.causes.count == 1, known.count >= 12, let cause else { return nil }
    return Chart(
      form: .bar,
      title: "\(AnomalyWords(cause.metric).many.capitalizedFirst) per week",
      description: nil,
      firstWeek: 1 - known.count,
      highest: max(10, ((known.max() ?? 0) + 4) / 5 * 5),
      values: known.reversed().map(String.init)
    )
    .mermaid
  }

  private var details: ReportSection {
    let rows = alert.causes.map { cause -> [Inline] in
      let finding = cause.finding
      let range =
        "\(NumberText.short(finding.range.lowerBound)) to "
        + NumberText.short(finding.range.upperBound)
      return [
        .code(cause.metric), Inline(finding.test.words), Inline(range),
        Inline(NumberText.fixed(finding.ratio, decimals: 1)),
        Inline(NumberText.fixed(finding.votes.robustZ, decimals: 1)),
        Inline(NumberText.fixed(finding.votes.tukey, decimals: 1)),
      ]
    }
    let table = ReportTable(
      columns: ["number", "test", "range", "ratio", "median", "fences"],
      rows: rows
    )
    return ReportSection("Details", tables: [("rows", table)])
  }

  private var json: JSONValue {
    [
      "kind": "anomaly",
      "metrics": .array(alert.causes.map { .string($0.metric) }),
      "class": JSONValue(cause?.finding.kind.rawValue),
      "direction": JSONValue(cause?.finding.direction.rawValue),
      "ratio": JSONValue(cause?.finding.ratio),
      "observed": JSONValue(cause?.finding.observed),
      "expected": JSONValue(cause?.finding.expected),
      "since": JSONValue(alert.fired),
    ]
  }
}

extension AnomalyTest {
  fileprivate var words: String {
    switch self {
    case .day: "one day against its expectation"
    case .cusum: "slow drift"
    case .zeroRun: "a run of zeros"
    case .sum7: "sum of 7 days"
    case .sum14: "sum of 14 days"
    }
  }
}
