import Model

/// Repositories sorted by how much they need someone.
struct Portfolio {
  /// Alerts first, then the lowest score.
  let needing: [PortfolioEntry]
  /// Those that fall first, the deepest fall at the top; then from the lowest score.
  let fine: [PortfolioEntry]
  /// The youngest first, the archived last.
  let unjudged: [PortfolioEntry]

  init(_ inputs: [ReportInput]) {
    let hasOneOwner = Set(inputs.map(\.repository.name.owner)).count == 1
    let entries = inputs.map { PortfolioEntry($0, showsOwner: !hasOneOwner) }
      .sorted { $0.name < $1.name }
    let judged = entries.filter { $0.score != nil }
    needing = judged.filter(\.needsSomeone)
      .sorted(by: \.input.alerts.isEmpty.rank, \.sortedScore)
    fine = judged.filter { !$0.needsSomeone }
      .sorted(by: \.isNotFalling.rank, \.fallOrScore)
    unjudged = entries.filter { $0.score == nil }
      .sorted(by: \.standing.place, \.input.knownDays)
  }

  /// In the order of the document.
  var entries: [PortfolioEntry] { needing + fine + unjudged }
  var judged: [PortfolioEntry] { needing + fine }
}

extension [PortfolioEntry] {
  /// By the first number, then by the second; stable, so that equal ones keep the order of names.
  fileprivate func sorted(
    by first: (PortfolioEntry) -> Double,
    _ second: (PortfolioEntry) -> Double
  ) -> [PortfolioEntry] {
    map { (key: (first($0), second($0)), entry: $0) }.sorted { $0.key < $1.key }.map(\.entry)
  }
}

extension PortfolioEntry {
  fileprivate var sortedScore: Double { score ?? 0 }
  fileprivate var isNotFalling: Bool { course != .falling }
  /// Of a falling one its change, which is negative.
  fileprivate var fallOrScore: Double { course == .falling ? change ?? 0 : score ?? 0 }
}

extension Bool {
  fileprivate var rank: Double { self ? 1 : 0 }
}

extension Standing {
  fileprivate var place: Double {
    switch self {
    case .judged: 0
    case .withoutScore: 1
    case .early: 2
    case .thin: 3
    case .inactive: 4
    case .archived: 5
    }
  }
}
