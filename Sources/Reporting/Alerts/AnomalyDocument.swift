package import Analytics
package import Model

/// The alert that a number is unlike what was to be expected.
package struct AnomalyDocument: Sendable {
  private let input: ReportInput
  private let alert: AnomalyAlert
  /// Counts by week of the first cause, the last that of the data date.
  private let weeks: [Int?]
  /// Items that are new and wait for a first word.
  private let items: [ItemStanding]
  private let titles: [Int: String]
  private let marker: OwnMarker
  private let snoozeLabel: String

  package init(
    _ input: ReportInput,
    _ alert: AnomalyAlert,
    weeks: [Int?],
    items: [ItemStanding],
    titles: [Int: String],
    marker: OwnMarker,
    snoozeLabel: String
  ) {
    (self.input, self.alert, self.weeks) = (input, alert, weeks)
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
    return isUp ? "\(word), and more than usual" : "\(word), and less than usual"
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
    expected < 0.5 ? "none" : NumberText.short(expected)
  }

  private var sentence: String {
    let facts = alert.causes.map { cause in
      let finding = cause.finding
      let words = AnomalyWords(cause.metric)
      let span =
        switch finding.test {
        case .day, .cusum: "on \(DateText.day(finding.day, near: input.date))"
        case .zeroRun: "up to \(DateText.day(finding.day, near: input.date))"
        case .sum7: "in 7 days"
        case .sum14: "in 14 days"
        }
      return "\(NumberText.short(finding.observed)) \(words.noun(finding.observed)) \(span), "
        + "\(NumberText.fixed(finding.expected, decimals: 1)) expected"
    }
    let release =
      cause?.finding.isAfterRelease == true
      ? " A release was published within three days, which may be why." : ""
    return facts.joined(separator: "; ").capitalizedFirst + "." + release
  }

  private var first: Inline? {
    let open = items.filter { $0.state == .open && $0.firstResponseAt == nil }
    if !open.isEmpty {
      let what = open.count == 1 ? "the item" : "each of the \(NumberText.word(open.count))"
      return "\(strong: "Do first:") give \(what) below a first reply within a week."
    }
    guard !isUp else { return nil }
    return
      "\(strong: "Do first:") look whether something stands in the way: a broken check, a missing "
      + "maintainer, a holiday. If all is as it should be, close this."
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

/// How alerts speak of a series.
private struct AnomalyWords {
  let one: String
  let many: String

  init(_ metric: String) {
    switch SeriesID(rawValue: metric) {
    case .commits: (one, many) = ("commit", "commits")
    case .contributors: (one, many) = ("person active", "people active")
    case .issuesOpened: (one, many) = ("issue opened", "issues opened")
    case .issuesClosed: (one, many) = ("issue closed", "issues closed")
    case .pullsOpened: (one, many) = ("pull request opened", "pull requests opened")
    case .pullsMerged: (one, many) = ("pull request merged", "pull requests merged")
    case .reviews: (one, many) = ("review", "reviews")
    case .stars: (one, many) = ("new star", "new stars")
    case .forks: (one, many) = ("new fork", "new forks")
    case .views: (one, many) = ("view", "views")
    case .visitors: (one, many) = ("daily visitor", "daily visitors")
    case .clones: (one, many) = ("clone", "clones")
    case .cloners: (one, many) = ("daily cloner", "daily cloners")
    case .downloads: (one, many) = ("download", "downloads")
    case nil: (one, many) = (metric, metric)
    }
  }

  func noun(_ count: Double) -> String { count == 1 ? one : many }
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
