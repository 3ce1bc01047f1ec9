import Analytics
import Model

/// What the whole history of scores costs, for more and more days.
enum Speed {
  static var table: String {
    var lines = "days in one pass  pull requests  milliseconds  microseconds a day\n"
    for days in [365, 730, 1_460, 2_920] {
      guard
        let history = SteadyRepository(.medium, .steady, days: days, seed: 1)?.lived()
      else { continue }
      let analysis = Analysis(history)
      let clock = ContinuousClock()
      let times = (0..<5)
        .map { _ in
          clock.measure {
            _ = analysis.health(from: Day(number: 0), to: Day(number: days - 1))
          }
        }
      let seconds = (times.min() ?? .zero) / .seconds(1)
      let pulls = history.items.count { $0.kind == .pull }
      lines += String(days).padded(left: 16) + String(pulls).padded(left: 15)
      lines += (seconds * 1e3).hundredths.padded(left: 14)
      lines += (seconds * 1e6 / Double(days)).hundredths.padded(left: 20) + "\n"
    }
    return lines
  }
}
