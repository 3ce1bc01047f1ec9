import Analytics
import Model

/// *Not collected*: what is missing, why, and how to get it.
struct MissingSection {
  private let input: ReportInput
  private let missing: [MissingReading]

  /// Nil when nothing is missing.
  init?(_ input: ReportInput) {
    self.input = input
    let parts = input.score.unknown.map { component in
      MissingReading(
        id: component.id.rawValue,
        what: ComponentWords.name(of: component.id),
        why: (component.reason ?? "No data").capitalizedFirst,
        remedy: Self.permission(component) ?? Self.remedy(component.id, input)
      )
    }
    missing = parts + input.missing
    if missing.isEmpty { return nil }
  }

  var section: ReportSection {
    let rows = missing.map { reading -> [Inline] in
      let page = reading.page.map { input.links.page($0.path, $0.text) } ?? ""
      return [Inline(reading.what), Inline(reading.why), Inline(reading.remedy) + page]
    }
    let table = ReportTable(columns: ["what", "why", "how"], rows: rows)
    return ReportSection("Not collected", tables: [("rows", table)])
  }

  /// What a reason says to do: the permission that the token lacks, or the issues that are off.
  private static func permission(_ component: ComponentReading) -> String? {
    if component.reason?.contains("issues are disabled") == true { return "Switch issues on" }
    return component.tokenNeed.map { "Give the token \($0)" }
  }

  /// Waiting times need an item, the other parts a history of 60 days.
  private static func remedy(_ id: ComponentID, _ input: ReportInput) -> String {
    switch id {
    case .freshness: "Nothing to do; it returns with the next issue"
    case .velocity: "Nothing to do; it returns with the next pull request"
    case .contributors, .throughput, .forks:
      input.knownDays < ScoreRule.componentDays
        ? "Nothing to do; it comes when 60 days are known"
        : "Nothing to do; it returns with the next activity"
    }
  }
}
