import Analytics
import FoundationEssentials
import Model

/// The rule over daily scores of real repositories.
struct Archives {
  /// By repository, in the order of the file.
  private var repositories: [(name: String, days: [HealthDropMonitor.Sample])] = []

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let day = Day(cells[1]) else { continue }
      if repositories.last?.name != cells[0] { repositories.append((cells[0], [])) }
      let sample = HealthDropMonitor.Sample(
        day: day,
        score: Double(cells[2]),
        standardError: Double(cells[3]),
        mayAlert: (Double(cells[4]) ?? 0) >= 0.5
      )
      repositories[repositories.count - 1].days.append(sample)
    }
  }

  /// The most alerts in a year of a repository.
  private static let bar = 1.1

  /// Alerts by repository, and in a year of all together.
  func measured() -> (table: String, isMet: Bool) {
    var lines = "archives                              days  alerts  a year\n"
    var (allDays, allAlerts) = (0, 0)
    for (name, days) in repositories {
      var monitor = HealthDropMonitor()
      for day in days { _ = monitor.observe(day) }
      lines += Self.line(name, days.count, monitor.alerts.count)
      allDays += days.count
      allAlerts += monitor.alerts.count
    }
    lines += Self.line("together (at most \(Self.bar))", allDays, allAlerts)
    return (lines, Double(allAlerts) / (Double(allDays) / 365.25) <= Self.bar)
  }

  private static func line(_ name: String, _ days: Int, _ alerts: Int) -> String {
    let rate = Double(alerts) / (Double(days) / 365.25)
    return name.padded(to: 36) + String(days).padded(left: 6) + String(alerts).padded(left: 8)
      + rate.hundredths.padded(left: 8) + "\n"
  }
}
