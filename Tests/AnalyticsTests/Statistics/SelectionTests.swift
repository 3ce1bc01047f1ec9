import TestSupport
import Testing

@testable import Analytics

struct SelectionTests {
  @Test(arguments: [1, 2, 3, 10, 97, 400])
  func `quantiles of values in any order equal those of sorted ones`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for most in [0, 3, 1000] {
      // Few different values, so that many are equal.
      let values = (0..<count).map { _ in Double(Int.random(in: 0...most, using: &generator)) }
      for share in [0, 0.025, 0.5, 0.9, 0.97, 1] {
        #expect(values.unsortedQuantile(share) == values.sorted().quantile(share))
      }
    }
    #expect([Double]().unsortedQuantile(0.5) == nil)
  }

  @Test func `what is before a selected rank is not greater, what is after not less`() {
    var generator = SeededGenerator(seed: 5)
    for order in [0, 1, -1] {
      let values = (0..<200)
        .map { Double(order == 0 ? .random(in: 0...50, using: &generator) : order * $0) }
      for rank in [0, 1, 60, 199] {
        var selected = values
        selected.select(rank)
        #expect(selected[rank] == values.sorted()[rank])
        #expect(selected[..<rank].allSatisfy { $0 <= selected[rank] })
        #expect(selected[rank...].allSatisfy { $0 >= selected[rank] })
      }
    }
  }
}
