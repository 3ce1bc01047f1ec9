import Analytics
import Model

/// The first series that is forecast: its last weeks, and the next four with their range.
struct ForecastChart {
  /// A shorter line says nothing.
  private static let leastWeeks = 4
  private static let ahead = 4

  private let outlook: SeriesOutlook
  private let week: Prediction

  /// Nil where too little is known, or nothing happened; and in a weekly report, which has its two
  /// charts.
  init?(_ input: ReportInput) {
    guard input.weekly == nil,
      let outlook = input.outlooks.first(where: { $0.isShown && $0.status == .ok }),
      let week = outlook.week, outlook.weeks.count >= Self.leastWeeks,
      let highest = (outlook.weeks + [week.high80]).max(), (1..<1e12).contains(highest)
    else { return nil }
    (self.outlook, self.week) = (outlook, week)
  }

  var json: JSONValue {
    ["words": .string(Inline(words).markdown), "drawing": .string(drawing)]
  }

  /// For *Numbers behind the charts*.
  var numbers: JSONValue {
    let past = outlook.weeks.map { NumberText.fixed($0, decimals: 0) }.joined(separator: " ")
    let next = "then \(NumberText.short(week.mean)) a week expected (\(week.rangeText))"
    return [
      "name": .string("\(outlook.event) by week, oldest first"),
      "sparkline": .string(Marks.sparkline(outlook.weeks)),
      "values": .string("\(past), \(next)"),
    ]
  }

  private var words: String {
    "\(outlook.event) per week: the past \(NumberText.word(outlook.weeks.count)) weeks, and the "
      + "next \(NumberText.word(Self.ahead)) with their range in grey."
  }

  /// Three lines that part after the newest week; the expected one is drawn last.
  private var drawing: String {
    let weeks = outlook.weeks
    let labels =
      (1 - weeks.count...0).map { "\"\($0)\"" } + (1...Self.ahead).map { "\"+\($0)\"" }
    let lines = [week.high80, week.low80, week.mean]
      .map { next in
        let values = weeks + [Double](repeating: next, count: Self.ahead)
        return "    line [\(values.map(Self.plain).joined(separator: ", "))]"
      }
    let head = """
      \(ChartLook.directive(colors: [ChartLook.grey, ChartLook.grey, ChartLook.blue]))
      xychart-beta
          accTitle: \(outlook.event) per week, with forecast
          accDescr: Lately \(Self.plain(weeks.last ?? 0)), expected \(Self.plain(week.mean))
          x-axis [\(labels.joined(separator: ", "))]
          y-axis 0 --> \(top)
      """
    return ([head] + lines).joined(separator: "\n")
  }

  /// At least 10 and a multiple of 5, so that ticks are whole.
  private var top: Int {
    let highest = Int((outlook.weeks + [week.high80]).max() ?? 0)
    return max(10, (highest + 4) / 5 * 5)
  }

  /// Digits as Mermaid reads them, with one place where it is not 0.
  private static func plain(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
