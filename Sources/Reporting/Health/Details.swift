import Analytics
import Model

/// *Details*: the folded parts.
struct Details {
  private static let shownMonths = 12

  private let input: ReportInput
  private let year: YearSection?

  init(_ input: ReportInput) {
    self.input = input
    year = YearSection(input)
  }

  /// Nil when there is nothing to fold.
  var section: ReportSection? {
    let numbers = numbers
    guard !numbers.rows.isEmpty || input.score.value != nil else { return nil }
    let charts = [year?.numbers, QueueChart(input)?.numbers, ForecastChart(input)?.numbers]
      .compactMap(\.self)
    return ReportSection(
      "Details",
      values: [
        .init("has_numbers", .bool(!numbers.rows.isEmpty)),
        .init("absentees", JSONValue(absentees?.markdown)),
        .init("has_cohorts", .bool(!cohorts.rows.isEmpty)),
        .init("has_before", .bool(hasBefore)),
        .init("ago", .string(input.span.ago)),
        .init("method", input.score.value == nil ? .null : method),
        .init("forecast", ForecastMethod(input)?.json ?? .null),
        .init("charts", charts.isEmpty ? .null : .object([.init("rows", .array(charts))])),
      ],
      tables: [
        ("numbers", numbers), ("cohorts", cohorts),
        ("records", ForecastMethod(input)?.records ?? ReportTable(columns: [], rows: [])),
      ]
    )
  }

  private var hasBefore: Bool { !input.metricsBefore.isEmpty }

  /// Metrics of the catalogue that were collected, with those nobody knows left out.
  private var numbers: ReportTable {
    let now = Dictionary(input.metrics.map { ($0.id, $0) }) { first, _ in first }
    let before = Dictionary(input.metricsBefore.map { ($0.id, $0) }) { first, _ in first }
    let rows = MetricCatalogue.entries.compactMap { entry -> [Inline]? in
      guard let reading = now[entry.id] else { return nil }
      guard reading.value != nil || before[entry.id]?.value != nil else { return nil }
      let cells = [reading, hasBefore ? before[entry.id] : nil].prefix(hasBefore ? 2 : 1)
        .map { cell($0, entry.form) }
      return [Inline(entry.name)] + cells + [.code(entry.id)]
    }
    return ReportTable(
      columns: ["name", "now"] + (hasBefore ? ["before"] : []) + ["id"],
      rows: rows
    )
  }

  /// Whose commits make half of the year's, where they may be named.
  private var absentees: Inline? {
    guard !input.absentees.isEmpty else { return nil }
    let named = input.absentees.compactMap(\.self).map { Inline.code($0) }
    let others = input.absentees.count - named.count
    let rest: [Inline] =
      others == 0 ? [] : ["\(CountText.of(others, "person", "people")) without an account"]
    return "Half of the year's commits are by \(Inline.list(named + rest))."
  }

  /// The newest months, with counts of people as far as the months have come.
  private var cohorts: ReportTable {
    let rows = input.cohorts.suffix(Self.shownMonths)
      .map { cohort -> [Inline] in
        let later = (0..<3)
          .map { index -> Inline in
            index < cohort.active.count ? Inline(NumberText.count(cohort.active[index])) : "to come"
          }
        let month = Inline(DateText.month(cohort.month))
        return [month, Inline(NumberText.count(cohort.people))] + later
      }
    return ReportTable(columns: ["month", "people", "one", "two", "three"], rows: rows)
  }

  private func cell(_ reading: MetricReading?, _ form: MetricCatalogue.Form) -> Inline {
    guard let reading, let value = reading.value else { return "unknown" }
    let text = Inline(MetricCatalogue.text(value, form))
    guard reading.status == .partial, let since = reading.since,
      !MetricCatalogue.openItems.contains(reading.id)
    else { return text }
    return "\(text)\(.lineBreak)since \(DateText.day(since, near: input.date))"
  }

  /// How many bots were left out, with what is theirs.
  private var bots: String {
    guard input.botAccounts > 0 else {
      let items = CountText.of(input.botItems, "item")
      return input.botItems == 0 ? "none so far" : "\(items) so far"
    }
    let items = input.botItems == 0 ? "none" : NumberText.count(input.botItems)
    let theirs = input.botAccounts == 1 ? "its" : "their"
    return "\(NumberText.count(input.botAccounts)) so far, and \(items) of \(theirs) items"
  }

  private var method: JSONValue {
    let error = input.score.standardError
    let confidence = NumberText.fixed(input.score.confidence * 100, decimals: 0)
    return [
      "weights": .string(
        CountText.list(input.score.components.map { NumberText.short($0.weight) })
      ),
      "bots": .string(bots),
      "metrics_page": .string(input.links.page("metrics.md", "METRICS").markdown),
      "doubt": error.map {
        .string(String(NumberText.score($0 * ScoreRule.shownErrors)))
      } ?? .null,
      "standard_error": .string(error.map { NumberText.fixed($0, decimals: 1) } ?? "unknown"),
      "evidence": .string(confidence),
    ]
  }
}
