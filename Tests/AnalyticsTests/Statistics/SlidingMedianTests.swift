import TestSupport
import Testing

@testable import Analytics

struct SlidingMedianTests {
  @Test(arguments: [(7, 0), (56, 15), (1, 3)])
  func `it equals the median of the window sorted anew`(days: Int, delay: Int) {
    var generator = SeededGenerator(seed: 3)
    var sliding = SlidingMedian(days: days, delay: delay)
    var values: [Double?] = []
    for _ in 0..<400 {
      // Few different values, so that equals leave and enter.
      values.append(
        Bool.random(using: &generator) ? Double.random(in: 0...9, using: &generator).rounded() : nil
      )
      sliding.append(values.last ?? nil)
      let window = values.dropLast(delay).suffix(days)
      #expect(sliding.median == window.compactMap(\.self).sorted().median)
    }
  }

  @Test func `what is not finite is unknown`() {
    var sliding = SlidingMedian(days: 3)
    for value in [Double.nan, 4, .infinity] { sliding.append(value) }
    #expect(sliding.median == 4)
  }
}
