import TestSupport
import Testing

@testable import Analytics

struct WaitQuantilesTests {
  private static func waits(_ ended: [Int], open: [Int] = []) -> [KaplanMeier.Wait] {
    ended.map { KaplanMeier.Wait(seconds: $0 * 3_600, isEnded: true) }
      + open.map { KaplanMeier.Wait(seconds: $0 * 3_600, isEnded: false) }
  }

  @Test func `without open waits it is type 7`() throws {
    var generator = SeededGenerator(seed: 7)
    for count in 1...40 {
      let hours = (0..<count).map { _ in Int.random(in: 0...500, using: &generator) }
      let quantiles = WaitQuantiles(Self.waits(hours))
      for share in [0, 0.1, 0.25, 0.5, 0.9, 1] {
        let expected = try #require(hours.map(Double.init).sorted().quantile(share))
        let found = try #require(quantiles.hours(share))
        #expect(abs(found - expected) < 1e-9, "\(count) waits, \(share)")
      }
    }
  }

  /// Ended and open waits in hours, with a quantile worked out by hand.
  static let cases: [(ended: [Int], open: [Int], share: Double, hours: Double?)] = [
    ([], [], 0.5, nil),
    ([], [5], 0.5, nil),
    ([1], [], 0.9, 1),
    // The open wait's weight goes to the two longer ones: places 1, 2.5 and 4; h = 2.5.
    ([1, 3, 5], [2], 0.5, 3),
    // h = 3.7: 1.2 beyond place 2.5 is more than one place, so the longest.
    ([1, 3, 5], [2], 0.9, 5),
    // h = 2.8 of places 1, 2.5: .3 of the way from 3 to 5.
    ([1, 3, 5], [2], 0.6, 3.6),
    // The longest is still open: its place is beyond all that ended.
    ([1, 2, 3], [9], 0.5, 2.5),
    ([1, 2, 3], [9], 0.9, nil),
    // One that is open since before the first ended one counts for both.
    ([2, 4], [1], 0, 2),
  ]

  @Test(arguments: cases)
  func `open waits move the quantiles up`(
    _ example: (ended: [Int], open: [Int], share: Double, hours: Double?)
  ) throws {
    let quantiles = WaitQuantiles(Self.waits(example.ended, open: example.open))
    let found = quantiles.hours(example.share)
    if let hours = example.hours {
      #expect(abs(try #require(found) - hours) < 1e-9)
    } else {
      #expect(found == nil)
    }
    #expect(quantiles.count == example.ended.count + example.open.count)
  }
}
