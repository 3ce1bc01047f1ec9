import Analytics
import Model

/// *How the forecast is made*, with what it reached on the past.
struct ForecastMethod {
  private let outlooks: [(name: String, record: ForecastRecord)]
  private let span: Int

  /// Nil where no forecast could be checked.
  init?(_ input: ReportInput) {
    outlooks = input.outlooks.filter(\.isShown)
      .compactMap { outlook in outlook.record.map { (outlook.name, $0) } }
    guard let first = outlooks.first else { return nil }
    span = first.record.span
  }

  var json: JSONValue { ["span": .string(CountText.of(span, "day"))] }

  var records: ReportTable {
    ReportTable(
      columns: ["series", "miss", "held", "error"],
      rows: outlooks.map { name, record in
        [
          Inline(name),
          Inline(NumberText.fixed(record.typicalMiss, decimals: 1)),
          Inline("\(record.held) of \(record.starts)"),
          Inline(record.rmsse.map { NumberText.fixed($0, decimals: 2) } ?? "unknown"),
        ]
      }
    )
  }
}
