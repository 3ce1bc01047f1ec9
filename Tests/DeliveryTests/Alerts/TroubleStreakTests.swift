import Model
import Testing

@testable import Delivery

struct TroubleStreakTests {
  private func run(_ day: Int, hour: Int = 6) -> TroubleStreak.Run {
    let day = Day(number: 20_000 + day)
    return .init(
      day: day,
      at: day.end.advanced(bySeconds: hour * 3_600),
      number: nil,
      url: nil,
      answer: "403"
    )
  }

  @Test func `the third day in a row makes an alert`() {
    var streak = TroubleStreak(run(0))
    streak.add(run(1))
    #expect(streak.fired == nil)
    streak.add(run(3))
    #expect(streak.fired == Day(number: 20_003))
    #expect(streak.began == Day(number: 20_000))
  }

  @Test func `several runs of one day are one`() {
    var streak = TroubleStreak(run(0))
    streak.add(run(0, hour: 7))
    streak.add(run(1))
    streak.add(run(1, hour: 9))
    #expect(streak.fired == nil)
    #expect(streak.runs == [run(0), run(1)])
  }

  @Test func `of a long streak the last ten runs are kept, and its first day`() {
    var streak = TroubleStreak(run(0))
    for day in 1...30 { streak.add(run(day)) }
    #expect(streak.runs.count == 10)
    #expect(streak.runs.last == run(30))
    #expect(streak.began == run(0).day)
    #expect(streak.fired == run(2).day)
  }
}
