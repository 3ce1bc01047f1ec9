import Analytics
import Model

/// *The week in numbers*: what happened, beside the week before and a usual week.
struct WeekSection {
  private let weekly: WeeklyEdition
  private let counts: [WeeklyCount]
  private let knowsNewcomers: Bool

  /// Nil while nothing is known of the week, or it is not over.
  init?(_ input: ReportInput) {
    guard let weekly = input.weekly, !weekly.isFirstReading(on: input.date) else { return nil }
    // What has not happened in all the weeks is no news.
    counts = weekly.counts.filter {
      ($0.values.last ?? nil) != nil && $0.values.contains { $0 ?? 0 > 0 }
    }
    self.weekly = weekly
    knowsNewcomers = input.knowsNewcomers
    if counts.isEmpty { return nil }
  }

  var section: ReportSection {
    let rows = counts.map { count -> [Inline] in
      let values = count.values
      return [
        Inline(Self.name(count.kind)),
        "\(strong: Self.text(values.last ?? nil))",
        Inline(Self.text(values.dropLast().last ?? nil)),
        Inline(usual(values)),
        Inline(Marks.sparkline(values.map { $0.map(Double.init) })),
      ]
    }
    return ReportSection(
      "The week in numbers",
      values: [.init("remark", .string(Inline(remark).markdown))],
      tables: [
        ("rows", ReportTable(columns: ["what", "now", "before", "usual", "weeks"], rows: rows))
      ]
    )
  }

  private var remark: String {
    let usual = "Usual is the middle value of the 12 weeks before."
    guard knowsNewcomers else { return usual }
    let people =
      switch weekly.newPeople {
      case 0: "No one contributed for the first time this week."
      case 1: "One person contributed for the first time this week."
      default:
        "\(NumberText.capitalWord(weekly.newPeople)) people contributed for the first time this week."
      }
    return "\(usual) \(people)"
  }

  /// The median of the weeks before; unknown with fewer than four.
  private func usual(_ values: [Int?]) -> String {
    let known = values.dropLast().compactMap(\.self).sorted()
    guard known.count >= 4 else { return "unknown" }
    let middle = Double(known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    return NumberText.short(middle)
  }

  private static func text(_ value: Int?) -> String { value.map(NumberText.count) ?? "unknown" }

  private static func name(_ kind: WeeklyCount.Kind) -> String {
    switch kind {
    case .pullsOpened: "PRs opened"
    case .pullsMerged: "PRs merged"
    case .pullsClosedUnmerged: "PRs closed unmerged"
    case .issuesOpened: "Issues opened"
    case .issuesClosed: "Issues closed"
    case .reviews: "Reviews"
    case .commits: "Commits"
    case .people: "People active"
    }
  }
}
