import Model
import Testing

@testable import Analytics

/// One letter a day and metric: `s` a spike, `t` one of two events, `d` a drop, `h` a shift,
/// `H` a critical one, `z` stopped, `.` quiet, `-` neither quiet nor firing, `?` unknown.
struct AnomalyAlertsTests {
  private struct Life: CustomTestStringConvertible {
    var name: String
    var metrics: [String]
    /// As in `3 fired a`.
    var events: [String]
    var silenced: Set<String> = []

    var testDescription: String { name }
  }

  private static let lives: [Life] = [
    Life(name: "a spike", metrics: ["..s......."], events: ["2 fired a", "9 cleared a"]),
    Life(name: "a spike of two events", metrics: ["..t......."], events: []),
    Life(name: "one day's drop", metrics: ["..d......."], events: []),
    Life(name: "two days' drop", metrics: ["..dd......."], events: ["3 fired a", "10 cleared a"]),
    Life(
      name: "a drop, unknown, a drop",
      metrics: ["..d?d...", "........"],
      events: ["4 fired a"]
    ),
    Life(name: "a drop that stops all", metrics: ["..dz..."], events: ["3 fired a"]),
    Life(name: "a stop", metrics: ["..z..."], events: ["2 fired a"]),
    Life(name: "a shift", metrics: ["..h..."], events: ["2 fired a"]),
    Life(name: "a silenced shift", metrics: ["..hs.."], events: ["3 fired a"], silenced: ["a"]),
    Life(
      name: "quiet days must come in a row",
      metrics: [".s......-......."],
      events: ["1 fired a", "15 cleared a"]
    ),
    Life(
      name: "unknown days neither count nor break",
      metrics: [".s...???....", "............"],
      events: ["1 fired a", "11 cleared a"]
    ),
    Life(
      name: "it worsens once",
      metrics: [".hhHhH......."],
      events: ["1 fired a", "3 worsened a", "12 cleared a"]
    ),
    Life(
      name: "it comes back within seven days",
      metrics: [".s............s"],
      events: ["1 fired a", "8 cleared a", "14 fired a again"]
    ),
    Life(
      name: "it comes back later",
      metrics: [".s.............s"],
      events: ["1 fired a", "8 cleared a", "15 fired a"]
    ),
    Life(
      name: "two metrics",
      metrics: [".s.", ".h.", "..."],
      events: ["1 fired a", "1 fired b"]
    ),
    Life(
      name: "three metrics are one",
      metrics: [".s.......", ".h.......", ".zz......"],
      events: ["1 fired a+b+c"]
    ),
    Life(
      name: "it clears with the last of them",
      metrics: [".s........", ".h........", ".zz......."],
      events: ["1 fired a+b+c", "9 cleared a+b+c"]
    ),
    Life(
      name: "one of them comes back before the others are over",
      metrics: [".s.......s........", ".h................", ".hhhhh............"],
      events: ["1 fired a+b+c", "16 cleared a+b+c"]
    ),
    Life(
      name: "a gap of the collection",
      metrics: ["..??..", "..??.."],
      events: ["2 fired no data", "4 cleared no data"]
    ),
    Life(name: "one metric unknown", metrics: ["..??..", "......"], events: []),
    Life(name: "nothing known yet", metrics: ["??....", "??...."], events: []),
  ]

  @Test(arguments: lives) private func `alerts fire, worsen and clear`(_ row: Life) {
    var alerts = AnomalyAlerts()
    var events: [String] = []
    let days = row.metrics.map { Array($0) }
    for index in days[0].indices {
      let day = DailySeries.start.advanced(by: index)
      let readings = zip(["a", "b", "c"], days)
        .map { (metric: $0, reading: reading($1[index], on: day)) }
      events += alerts.advance(readings, on: day, silenced: row.silenced)
        .map { "\(index) \($0.change.rawValue) \(words($0.alert))" }
    }
    #expect(events == row.events)
    let fired = events.count { $0.contains("fired") }
    let cleared = events.count { $0.contains("cleared") }
    #expect(alerts.open.count == fired - cleared)
  }

  @Test func `what is worse and what is larger comes first`() {
    func alert(_ letter: Character, expected: Double) -> Double? {
      var alerts = AnomalyAlerts()
      let reading = reading(letter, on: DailySeries.start, expected: expected)
      return alerts.advance([("a", reading)], on: DailySeries.start).first?.alert.priority
    }
    #expect((alert("H", expected: 5) ?? 0) > (alert("h", expected: 5) ?? 0))
    #expect((alert("h", expected: 50) ?? 0) > (alert("h", expected: 5) ?? 0))
  }

  private func words(_ alert: AnomalyAlert) -> String {
    let subject =
      switch alert.subject {
      case .metric(let name): name
      case .several(let names): names.joined(separator: "+")
      case .noData: "no data"
      }
    return subject + (alert.reopens != nil && alert.cleared == nil ? " again" : "")
  }

  private func reading(
    _ letter: Character,
    on day: Day,
    expected: Double = 20
  ) -> AnomalyReading {
    let tests: [Character: (test: AnomalyTest, up: Bool, ratio: Double, by: Double)] = [
      "s": (.day, true, 1.6, 10), "t": (.day, true, 1.6, 2), "d": (.day, false, 1.2, -10),
      "h": (.cusum, true, 1.2, 5), "H": (.cusum, true, 2.6, 5), "z": (.zeroRun, false, 3, -20),
    ]
    let finding = tests[letter]
      .map { row in
        AnomalyFinding(
          TestResult(
            test: row.test,
            direction: row.up ? .up : .down,
            score: row.ratio * row.test.threshold,
            observed: expected + row.by,
            expected: expected,
            dispersion: 1
          ),
          on: day,
          votes: PlainVotes(1, after: []),
          isAfterRelease: false
        )
      }
    return AnomalyReading(
      day: day,
      isKnown: letter != "?",
      ratio: finding?.ratio ?? (letter == "-" ? 0.9 : 0),
      expected: 20,
      finding: finding
    )
  }
}
