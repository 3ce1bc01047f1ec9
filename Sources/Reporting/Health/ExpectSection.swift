import Analytics
import Model

/// *What to expect*: what the next days will bring, and how far such forecasts can be trusted.
struct ExpectSection {
  private let outlooks: [SeriesOutlook]
  private let shown: [SeriesOutlook]
  private let chart: ForecastChart?

  /// Nil when nothing can be said.
  init?(_ input: ReportInput) {
    outlooks = input.outlooks
    shown = outlooks.filter(\.isShown)
    chart = ForecastChart(input)
    if shown.isEmpty, refusals.isEmpty { return nil }
  }

  var section: ReportSection {
    let spans = shown.first?.totals.map { CountText.of($0.days, "day") } ?? []
    let paragraphs = [check, trends].compactMap(\.self) + refusals
    return ReportSection(
      "What to expect",
      values: [
        .init("has_rows", .bool(!shown.isEmpty)),
        .init("spans", .array(spans.map { .string($0) })),
        .init("paragraphs", .array(paragraphs.map { .string(Inline($0).markdown) })),
        .init("chart", chart?.json ?? .null),
      ],
      tables: [("rows", ReportTable(columns: ["series"], rest: "totals", rows: shown.map(row)))]
    )
  }

  private func row(_ outlook: SeriesOutlook) -> [Inline] {
    let name = Inline(outlook.name.capitalizedFirst)
    let remarks: [Inline] = [
      outlook.status == .early ? "early estimate" : nil,
      // By the measure that *How the forecast is made* explains.
      outlook.record?.rmsse.map { $0 >= 1 } == true ? "no better than last week's number" : nil,
    ]
    .compactMap(\.self)
    return [.joined([name] + remarks, by: .lineBreak)]
      + outlook.totals.map(\.prediction)
      .map { prediction in
        let mean = NumberText.fixed(prediction.mean, decimals: 0)
        return "\(strong: "\(mean)")\(.lineBreak)\(prediction.rangeText)"
      }
  }

  /// What the ranges mean, and how often they held in the past.
  private var check: String? {
    guard !shown.isEmpty else { return nil }
    let meaning = "Below each number: where 8 of 10 outcomes should fall."
    let records = shown.compactMap { outlook in outlook.record.map { (outlook.noun, $0) } }
    guard let first = records.first?.1 else {
      return meaning + " Too few days are known to check it on the past."
    }
    let parts = records.enumerated()
      .map { index, entry in
        let (noun, record) = entry
        let held = NumberText.count(record.held)
        if index == 0 {
          return "\(held) \(record.held == 1 ? "time" : "times") in \(record.starts) for \(noun)"
        }
        return "\(held)\(record.starts == first.starts ? "" : " in \(record.starts)") for \(noun)"
      }
    let past = first.isWholeYear ? "the past year" : "the days before"
    return "\(meaning) Checked on \(past), the \(first.span)-day range held "
      + parts.joined(separator: ", ") + "."
  }

  /// Series that clearly rise or fall.
  private var trends: String? {
    let sentences = shown.compactMap { outlook -> String? in
      guard let window = outlook.trend, let trend = window.trend else { return nil }
      let span =
        switch window.days {
        case 364: "a year"
        case 182: "half a year"
        default: "three months"
        }
      return "\(outlook.name.capitalizedFirst) have been \(trend.direction.rawValue) for \(span)."
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Why there is no forecast, where there is none.
  private var refusals: [String] {
    func nouns(_ status: Forecast.Status) -> String? {
      let names = outlooks.filter { $0.status == status }.map(\.noun)
      return names.isEmpty ? nil : CountText.list(names)
    }
    return [
      nouns(.stopped).map { "No forecast for \($0): none came for much longer than ever before." },
      nouns(.none).map { "No forecast for \($0): fewer than seven days are known." },
    ]
    .compactMap(\.self)
  }
}
