import Analytics
import Model

/// *Details*: the rates of the active repositories, folded, and how the list is sorted.
struct PortfolioDetails {
  /// Quarters of fewer repositories say nothing.
  private static let leastRepositories = 4

  private let portfolio: Portfolio

  init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
  }

  var section: ReportSection {
    let table = ReportTable(
      columns: ["rate", "lower", "middle", "upper", "from"],
      rows: [merging, answers, regulars].compactMap(\.self)
    )
    return ReportSection(
      "Details",
      values: [.init("has_rates", .bool(!table.rows.isEmpty))],
      tables: [("rates", table)]
    )
  }

  private var merging: [Inline]? {
    row("Half of pull requests are merged within", DurationText.of) { entry in
      guard let part = entry.input.score.component(.velocity), part.isMedianReached else {
        return nil
      }
      return part["median_hours"]
    }
  }

  private var answers: [Inline]? {
    row("Issues answered within 7\(NumberText.space)days", NumberText.share) {
      Self.share("answered_7d", of: "issues", $0.input.score.component(.freshness))
    }
  }

  private var regulars: [Inline]? {
    row("Regulars active in the last 30\(NumberText.space)days", NumberText.share) {
      Self.share("repeat_seen", of: "repeat_contributors", $0.input.score.component(.contributors))
    }
  }

  private static func share(
    _ some: String,
    of all: String,
    _ part: ComponentReading?
  ) -> Double? {
    guard let some = part?[some], let all = part?[all], all > 0 else { return nil }
    return some / all
  }

  /// The quarters of a rate; nil where too few repositories have it.
  private func row(
    _ name: String,
    _ text: (Double) -> String,
    _ rate: (PortfolioEntry) -> Double?
  ) -> [Inline]? {
    let rates = portfolio.entries.filter { $0.input.lifecycle == .active }.compactMap(rate)
      .filter(\.isFinite).sorted()
    guard rates.count >= Self.leastRepositories else { return nil }
    let quarters = [0.25, 0.5, 0.75].compactMap { rates.quantile($0).map(text) }
    return [
      Inline(name), Inline(quarters[0]), .strong(Inline(quarters[1])), Inline(quarters[2]),
      Inline(NumberText.count(rates.count)),
    ]
  }
}
