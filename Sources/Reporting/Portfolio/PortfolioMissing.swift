/// *Not collected*: what is missing, in which repositories, and how to get it.
enum PortfolioMissing {
  private static let namedRepositories = 3

  /// Nil where nothing is missing.
  static func section(_ entries: [PortfolioEntry]) -> ReportSection? {
    var order: [String] = []
    var found: [String: (reading: MissingReading, entries: [PortfolioEntry])] = [:]
    for entry in entries {
      // A portfolio compares nobody, and lost history is told where it was lost.
      for reading in entry.input.missing where reading.id == MissingReading.traffic.id {
        let key = reading.id + reading.remedy
        if found[key] == nil { order.append(key) }
        found[key, default: (reading, [])].entries.append(entry)
      }
    }
    let rows = order.compactMap { found[$0] }
      .map { reading, lacking -> [Inline] in
        let page = reading.page.flatMap { page in
          lacking.first?.input.links.page(page.path, page.text)
        }
        return [
          Inline(reading.what), place(lacking, of: entries.count),
          Inline(reading.remedy) + (page ?? ""),
        ]
      }
    guard !rows.isEmpty else { return nil }
    let table = ReportTable(columns: ["what", "where", "how"], rows: rows)
    return ReportSection("Not collected", tables: [("rows", table)])
  }

  private static func place(_ entries: [PortfolioEntry], of all: Int) -> Inline {
    if entries.count == all, all > 1 { return "all \(NumberText.count(all))" }
    guard entries.count > namedRepositories else { return .list(entries.map { Inline($0.name) }) }
    return "\(NumberText.count(entries.count)) of \(NumberText.count(all))"
  }
}
