import Analytics
import Model

/// Runs the analytics over many series in one process, for the scripts beside it.
///
/// Usage: `analytics-benchmark forecast [weekday-level|linear]`, `… anomalies` or `… speed`. The
/// first two read one series a line from standard input, its first day and its values separated by
/// commas, and write one JSON document a line.
@main
struct Program {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "forecast":
      let model = arguments.dropFirst().first.flatMap(Forecast.Model.init) ?? .weekdayLevel
      forEachSeries { Accuracy.forecast($0, model: model) }
    case "anomalies": forEachSeries(Accuracy.anomalies)
    case "speed": await Speed.measure()
    default: print("usage: analytics-benchmark forecast|anomalies|speed")
    }
  }

  private static func forEachSeries(_ body: (DailySeries) -> JSONValue) {
    while let line = readLine() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard let first = cells.first.flatMap({ Day($0) }) else {
        print("{}")
        continue
      }
      let values = cells.dropFirst().map { Double(String($0)) }
      print(JSONWriter.text(body(DailySeries(from: first, values))))
    }
  }
}
