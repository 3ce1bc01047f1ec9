import Model

/// Open pull requests at the end of each week, as a chart and as text.
struct QueueChart {
  /// A shorter axis gets ticks between the weeks.
  private static let leastWeeks = 12

  private let counts: [Int]

  /// Nil in other reports than weekly ones, and while too little is known.
  init?(_ input: ReportInput) {
    guard let weekly = input.weekly, !weekly.isFirstReading(on: input.date) else { return nil }
    let known = weekly.openPulls.reversed().prefix { $0 != nil }.compactMap(\.self)
    guard known.count >= Self.leastWeeks, known.contains(where: { $0 > 0 }) else { return nil }
    counts = known.reversed()
  }

  var json: JSONValue {
    ["words": .string(Inline(words).markdown), "chart": .string(chart)]
  }

  /// For *Numbers behind the charts*.
  var numbers: JSONValue {
    [
      "name": "Open pull requests by week, oldest first",
      "sparkline": .string(Marks.sparkline(counts.map(Double.init))),
      "values": .string(counts.map(NumberText.count).joined(separator: " ")),
    ]
  }

  private var words: String {
    let span = counts.count > 26 ? ", the past half year" : ""
    let (before, now) = (counts[counts.count - 2], counts[counts.count - 1])
    return "Open pull requests at the end of each week\(span): \(NumberText.count(before)) a week "
      + "ago, \(NumberText.count(now)) now."
  }

  private var chart: String {
    let highest = counts.max() ?? 0
    return Chart(
      form: .bar,
      title: "Open pull requests by week",
      description: nil,
      firstWeek: 1 - counts.count,
      highest: max(10, (highest + 4) / 5 * 5),
      values: counts.map(String.init)
    )
    .mermaid
  }
}
