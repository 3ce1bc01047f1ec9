import Glibc

/// A repository beside others of its size.
package struct PeerComparison: Hashable, Sendable {
  /// A place among the others.
  package struct Rank: Hashable, Sendable {
    package let measure: PeerRates.Measure
    /// How many of the others do worse.
    package let better: Int
    /// How many of them do just as well.
    package let equal: Int
    /// Of how many.
    package let peers: Int
    /// How many could do worse, within the 90 % range of the repository's own rate.
    package let range: ClosedRange<Int>

    /// From 0 to 1, both left out; half of the equals are taken to do worse.
    package var percentile: Double {
      (Double(better) + Double(equal) / 2 + 0.5) / Double(peers + 1)
    }
  }

  /// Others of similar size.
  package let peers: Int
  /// The fewest and the most people of that size.
  package let size: ClosedRange<Int>
  /// Of the measures that enough of the others have, too, in their order.
  package let ranks: [Rank]

  /// Fewer say nothing.
  package static let leastPeers = 8
  /// The half-width of a class of sizes, as a decimal logarithm of people.
  private static let sizeSpan = 0.5
  /// Standard errors in the 90 % range.
  private static let errors = 1.64

  /// Nil where no measure has enough peers.
  package init?(_ own: PeerRates, among others: [PeerRates]) {
    let peers = Self.peers(of: own, among: others)
    let ranks = PeerRates.Measure.allCases.compactMap { Self.rank($0, own, peers) }
    guard !ranks.isEmpty else { return nil }
    let people = Double(own.activePeople)
    let factor = pow(10, Self.sizeSpan)
    self.peers = peers.count
    size = Int((people / factor).rounded())...Int((people * factor).rounded())
    self.ranks = ranks
  }

  /// Those of similar size.
  package static func peers(of own: PeerRates, among others: [PeerRates]) -> [PeerRates] {
    let size = log10(Double(own.activePeople))
    return others.filter { abs(log10(Double($0.activePeople)) - size) <= sizeSpan }
  }

  private static func rank(
    _ measure: PeerRates.Measure,
    _ own: PeerRates,
    _ peers: [PeerRates]
  ) -> Rank? {
    let values = peers.compactMap { $0.rates[measure]?.value }
    guard let rate = own.rates[measure], values.count >= leastPeers else { return nil }
    let spread = errors * rate.standardError
    func worse(than value: Double) -> Int { values.count { $0 < value } }
    return Rank(
      measure: measure,
      better: worse(than: rate.value),
      equal: values.count { $0 == rate.value },
      peers: values.count,
      range: worse(than: rate.value - spread)...worse(than: rate.value + spread)
    )
  }
}
