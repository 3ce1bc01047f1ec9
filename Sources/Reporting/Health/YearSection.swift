import Model

/// *The past year*: the score by week as a chart, and the same numbers as text.
struct YearSection {
  /// A shorter line says nothing.
  private static let leastWeeks = 4

  private let date: Day
  /// The weeks since the last gap, oldest first, with their last day.
  private let weeks: [(end: Day, score: Double)]
  private let hasGap: Bool
  private let isWholeYear: Bool
  private let queue: QueueChart?

  /// Nil while there is too little to draw.
  init?(_ input: ReportInput) {
    let scores = input.sureScores
    let start = scores.lastIndex { $0 == nil }.map { $0 + 1 } ?? 0
    let known = scores[start...].compactMap(\.self)
    guard known.count >= Self.leastWeeks else { return nil }
    date = input.date
    queue = QueueChart(input)
    hasGap = start > 0 && input.weeklyScores[..<start].contains { $0 != nil }
    isWholeYear = known.count >= 52
    weeks = known.enumerated()
      .map { index, score in
        (input.date.advanced(by: -7 * (known.count - 1 - index)), score)
      }
  }

  var section: ReportSection {
    ReportSection(
      "The past year",
      values: [
        .init("words", .string(Inline(words).markdown)),
        .init("chart", .string(chart)),
        .init("queue", queue?.json ?? .null),
      ]
    )
  }

  /// For *Numbers behind the charts*.
  var numbers: JSONValue {
    [
      "name": "Score by week, oldest first",
      "sparkline": .string(Marks.sparkline(weeks.map(\.score))),
      "values": .string(shown.joined(separator: " ")),
    ]
  }

  private var shown: [String] { weeks.map { String(NumberText.score($0.score)) } }

  private var words: String {
    let start =
      isWholeYear
      ? "Score at the end of each week, from a year ago (left) to now."
      : "Score at the end of each week, from \(DateText.dayAndYear(weeks[0].end)) (left) to now."
    let gap = hasGap ? " Before that, too little is known." : ""
    guard
      let low = weeks.min(by: { $0.score < $1.score }),
      let high = weeks.max(by: { $0.score < $1.score })
    else { return start + gap }
    let crossesYears = weeks[0].end.components.year != date.components.year
    func day(_ day: Day) -> String {
      crossesYears ? DateText.dayAndYear(day) : DateText.day(day)
    }
    return "\(start)\(gap) Lowest \(NumberText.score(low.score)) on \(day(low.end)), "
      + "highest \(NumberText.score(high.score)) on \(day(high.end))."
  }

  private var chart: String {
    let scores = weeks.map(\.score)
    let low = NumberText.score(scores.min() ?? 0)
    let high = NumberText.score(scores.max() ?? 0)
    let span =
      isWholeYear ? "the year to \(date)" : "\(CountText.plain(weeks.count, "week")) to \(date)"
    return Chart(
      title: "Health score by week, \(span)",
      description: "Lowest \(low), highest \(high), now \(shown.last ?? "unknown")",
      firstWeek: 1 - weeks.count,
      highest: 100,
      values: shown
    )
    .mermaid
  }
}
