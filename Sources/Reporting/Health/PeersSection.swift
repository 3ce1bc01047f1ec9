import Analytics
import Model

/// *Compared with others*: where the repository stands among those of its size.
struct PeersSection {
  private let comparison: PeerComparison

  /// Nil where there are too few others.
  init?(_ input: ReportInput) {
    guard let comparison = input.peers else { return nil }
    self.comparison = comparison
  }

  var section: ReportSection {
    let size = comparison.size
    let words = "Others with \(size.lowerBound) to \(size.upperBound) active people. Rates only."
    return ReportSection(
      "Compared with \(NumberText.count(comparison.peers)) repositories of similar size",
      values: [
        .init("words", .string(Inline(words).markdown)),
        .init("bullets", .array(comparison.ranks.map { .string(Inline(line($0)).markdown) })),
      ]
    )
  }

  private func line(_ rank: PeerComparison.Rank) -> String {
    let (name, high, low, better) =
      switch rank.measure {
      case .merging: ("Merging", "faster", "slower", "faster")
      case .answers: ("Answers within 7 days", "higher", "lower", "better")
      case .regulars: ("Regulars still active", "higher", "lower", "better")
      }
    let place =
      rank.percentile < 1.0 / 3
      ? "\(low) than most" : rank.percentile > 2.0 / 3 ? "\(high) than most" : "in the middle"
    let range = "\(rank.range.lowerBound) to \(rank.range.upperBound)"
    let others = rank.peers == comparison.peers ? "" : " of \(rank.peers)"
    let beaten =
      rank.better == rank.peers
      ? "all \(NumberText.word(rank.peers))" : "\(rank.better)\(others)"
    return "\(name): \(place), \(better) than \(beaten) (could be \(range))."
  }
}
