import Analytics
import Model

/// The rule over made-up repositories: false alerts of steady ones, and collapses found.
enum Simulations {
  private static let collapse = 500
  private static let silence = 600
  private static let plans: [Plan] = [
    Plan(size: .tiny, count: 60, leastFound: nil),
    Plan(size: .small, count: 100, leastFound: 0.7),
    Plan(size: .medium, count: 40, leastFound: 0.95),
    Plan(size: .large, count: 20, leastFound: 1),
  ]

  /// How many repositories of a size, and which share of the collapses must be found.
  private struct Plan {
    var size: SteadyRepository.Size
    var count: Int
    /// Nil where activity is too little for a score to tell.
    var leastFound: Double?
  }

  /// A silent week must raise no alert in tiny ones, and enough collapses must be found in the others.
  static func measured() -> (table: String, isMet: Bool) {
    var table = "simulated  repositories  false a year  after a silent week  "
    table += "collapses found  at least  days to alert\n"
    var isMet = true
    for plan in plans {
      let steady = alerts(plan, .steady, days: 900).map(\.count).reduce(0, +)
      let silent = alerts(plan, .silentWeek(day: silence), days: 700).flatMap(\.self)
        .count { (silence..<silence + 30).contains($0) }
      let delays = alerts(plan, .collapse(day: collapse), days: 620)
        .compactMap { $0.first { (collapse...collapse + 100).contains($0) }.map { $0 - collapse } }
        .sorted()
      let found = Double(delays.count) / Double(plan.count)
      table += plan.size.rawValue.padded(to: 9) + String(plan.count).padded(left: 14)
      table += (Double(steady) / Double(plan.count * 900) * 365.25).hundredths.padded(left: 14)
      table += String(silent).padded(left: 21) + found.hundredths.padded(left: 17)
      table += (plan.leastFound?.hundredths ?? "").padded(left: 10)
      table += (delays.isEmpty ? "" : String(delays[delays.count / 2])).padded(left: 15) + "\n"
      isMet = isMet && found >= plan.leastFound ?? 0 && (plan.size != .tiny || silent == 0)
    }
    return (table, isMet)
  }

  /// The days on which alerts fired, by repository.
  private static func alerts(
    _ plan: Plan,
    _ fate: SteadyRepository.Fate,
    days: Int
  ) -> [[Int]] {
    (0..<plan.count)
      .compactMap { index in
        SteadyRepository(plan.size, fate, days: days, seed: UInt64(index + 1))?.lived()
      }
      .map { history in
        Analysis(history).health(from: Day(number: 0), to: Day(number: days - 1))
          .alerts.map(\.fired.number)
      }
  }
}
