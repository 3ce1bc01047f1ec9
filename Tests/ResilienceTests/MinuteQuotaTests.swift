import Resilience
import TestSupport
import Testing

struct MinuteQuotaTests {
  private func after(_ seconds: Int) -> InstantClock.Instant {
    .init(offset: .seconds(seconds))
  }

  @Test func `a spending counts for a minute`() {
    var quota = MinuteQuota<InstantClock.Instant>(limit: 10)
    let waits = [
      quota.spend(5, at: after(0)), quota.spend(5, at: after(20)), quota.spend(1, at: after(30)),
      quota.spend(6, at: after(30)), quota.spend(5, at: after(60)), quota.spend(1, at: after(60)),
    ]
    #expect(waits == [0, 0, 30, 50, 0, 20].map(Duration.seconds))
  }

  @Test func `more than a whole window is let through alone`() {
    var quota = MinuteQuota<InstantClock.Instant>(limit: 10)
    let waits = [
      quota.spend(11, at: after(0)), quota.spend(12, at: after(1)), quota.spend(12, at: after(60)),
    ]
    #expect(waits == [0, 59, 0].map(Duration.seconds))
  }

  @Test func `no window ever holds more than the limit`() {
    var generator = SeededGenerator(seed: 7)
    var quota = MinuteQuota<InstantClock.Instant>(limit: 20)
    var now = InstantClock.Instant()
    var sent: [(at: InstantClock.Instant, points: Int)] = []
    for _ in 0..<500 {
      now = now.advanced(by: .milliseconds(Int.random(in: 0...4_000, using: &generator)))
      let points = Int.random(in: 1...5, using: &generator)
      while case let wait = quota.spend(points, at: now), wait > .zero {
        now = now.advanced(by: wait)
      }
      sent.append((now, points))
      let window = sent.filter { $0.at.advanced(by: .seconds(60)) > now }
      #expect(window.reduce(0) { $0 + $1.points } <= 20)
    }
  }
}
