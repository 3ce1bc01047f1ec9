import Model
import Testing

@testable import Analytics

struct PeerComparisonTests {
  private func rates(
    _ people: Int,
    _ answers: Double?,
    error: Double = 0.1
  ) -> PeerRates {
    PeerRates(
      activePeople: people,
      rates: answers.map { [.answers: .init(value: $0, standardError: error)] } ?? [:]
    )
  }

  @Test func `the place among those of similar size, and how sure it is`() throws {
    // Half a power of ten around 6 people: 1.9 to 19.
    let others = (0..<11).map { rates(2 + $0, Double($0) / 10) } + [rates(1, 0), rates(20, 0)]
    let comparison = try #require(PeerComparison(rates(6, 0.55), among: others))
    #expect(comparison.peers == 11)
    #expect(comparison.size == 2...19)
    let rank = try #require(comparison.ranks.first)
    #expect(comparison.ranks.count == 1)
    #expect((rank.measure, rank.better, rank.peers) == (.answers, 6, 11))
    // 0.55 ± 0.164.
    #expect(rank.range == 4...8)
    #expect(rank.percentile == 6.5 / 12)
  }

  @Test func `it takes eight others who have the rate`() {
    let seven = (0..<7).map { rates(5, Double($0)) }
    #expect(PeerComparison(rates(6, 0.5), among: seven) == nil)
    #expect(PeerComparison(rates(6, 0.5), among: seven + [rates(5, nil)]) == nil)
    #expect(PeerComparison(rates(6, 0.5), among: seven + [rates(5, 9)]) != nil)
    #expect(PeerComparison(rates(6, nil), among: seven + [rates(5, 9)]) == nil)
  }

  @Test func `equals are not worse`() throws {
    let comparison = try #require(
      PeerComparison(
        rates(6, 0.5, error: 0),
        among: Array(repeating: rates(6, 0.5), count: 8)
      )
    )
    #expect(comparison.ranks.map(\.better) == [0])
    #expect(comparison.ranks.map(\.range) == [0...0])
    #expect(comparison.ranks.map(\.percentile) == [0.5])
  }

  @Test func `rates are those of the score's formulas`() throws {
    let found = (1...20 as ClosedRange<UInt64>).lazy.map { Analysis(.random(seed: $0)) }
      .map { (analysis: $0, day: $0.repository.createdAt.day.advanced(by: 100)) }
      .first { $0.analysis.peerRates(on: $0.day)?.rates.count == 3 }
    let (analysis, day) = try #require(found)
    let rates = try #require(analysis.peerRates(on: day))
    let score = analysis.score(on: day)
    func input(_ component: Int, _ name: String) -> Double? {
      score.components[component].inputs.first { $0.name == name }?.value
    }
    #expect(Double(rates.activePeople) == input(0, "active_30d"))
    #expect(rates.rates[.regulars]?.value == input(0, "retention"))
    #expect(rates.rates[.answers]?.value == input(3, "answered_share"))
    #expect(rates.rates[.merging] != nil)
  }

  @Test func `a repository without anybody active compares with none`() {
    let empty = Analysis(History(repository: .sample(), streams: .complete()))
    #expect(empty.peerRates(on: "2026-01-01") == nil)
  }
}
