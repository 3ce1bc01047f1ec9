import Analytics
import Model
import Testing

@testable import Reporting

struct VerdictTests {
  /// Score, published band, score 7 and 28 days before, and the heading.
  static let headings: [(now: Double, band: Band, week: Double?, month: Double?, heading: String)] =
    [
      (87, .thriving, 80, 80, "Thriving, rising: 87 of 100"),
      (88, .thriving, 87, 86, "Thriving, steady: 88 of 100"),
      (83, .thriving, 88, 83, "Thriving, falling: 83 of 100"),
      (75, .healthy, 70, 90, "Healthy, rising: 75 of 100"),
      (71, .healthy, 71, 70, "Healthy, steady: 71 of 100"),
      (73, .healthy, 75.6, 84.9, "Healthy, falling: 73 of 100"),
      (59, .watch, nil, 50, "Watch, rising: 59 of 100"),
      (52, .watch, 57, 52, "Watch, falling: 52 of 100"),
      (43, .atRisk, 30, 43, "At risk, rising: 43 of 100"),
      (38, .atRisk, 38, 50, "At risk, falling: 38 of 100"),
      (64, .healthy, 64, 64, "Healthy, slipping to watch: 64 of 100"),
      (80, .healthy, 80, 80, "Healthy, heading for thriving: 80 of 100"),
      (49.5, .watch, 50, 50, "Watch, steady: 50 of 100"),
      (70, .healthy, nil, nil, "Healthy: 70 of 100"),
    ]

  @Test(arguments: headings)
  func `state and direction`(
    _ example: (now: Double, band: Band, week: Double?, month: Double?, heading: String)
  ) {
    var input = SampleInputs.ordinary
    input.score.value = example.now
    input.score.publishedBand = example.band
    input.weekAgo?.value = example.week
    input.fourWeeksAgo?.value = example.month
    #expect(Verdict(input).heading == example.heading)
  }

  @Test func `less than 90 days known is an early reading whatever the evidence`() {
    var input = SampleInputs.ordinary
    input.knownDays = 89.9
    #expect(Verdict(input).heading == "Early reading: about 73 of 100")
    input.knownDays = 90
    #expect(Verdict(input).heading == "Healthy, falling: 73 of 100")
    input.score.confidence = 0.349
    #expect(Verdict(input).heading == "Little to go on: about 73 of 100")
  }

  @Test func `a repository at rest has no number`() {
    let inactive = Verdict(SampleInputs.inactive)
    #expect(inactive.heading == "Inactive since 9\u{A0}September 2021")
    #expect(inactive.facts == [] && inactive.note == nil)
    let archived = Verdict(SampleInputs.archived)
    #expect(archived.heading == "Archived" && archived.sentence == nil)
  }

  /// The score four weeks before, points that people and merging had then, and the sentence.
  private static let sentences: [(month: Double, people: Double, merging: Double, words: String)] =
    [
      (73.24, 0, 0, "Held back by forks: "), (73.2, 4, -4, "Held back by forks: "),
      (75, 0.6, 0, "Held back by forks: "), (76, 2.8, 0, "Fewer regulars took part: "),
      (76, 2.8, 0.9, "Fewer regulars took part: "),
    ]

  @Test(arguments: sentences)
  func `nothing gives way while nothing changes`(
    _ row: (month: Double, people: Double, merging: Double, words: String)
  ) throws {
    var input = SampleInputs.ordinary
    input.score.value = 64.2
    let shift = row.month - 73.24
    input.weekAgo = nil
    input.fourWeeksAgo = input.score
    input.fourWeeksAgo?.value = 64.2 + shift
    for (id, points) in [(ComponentID.contributors, row.people), (.throughput, row.merging)] {
      let index = try #require(input.score.components.firstIndex { $0.id == id })
      input.fourWeeksAgo?.components[index].points? += points
    }
    let verdict = Verdict(input)
    #expect(verdict.heading == "Healthy, slipping to watch: 64 of 100")
    #expect(verdict.sentence?.hasPrefix(row.words) == true, "\(verdict.sentence ?? "")")
    #expect(verdict.facts.contains("no change in 4 weeks") == (abs(shift) < 0.5))
  }

  private static let drop = AlertReading(
    kind: "health-drop",
    subject: "",
    title: "Health fell",
    since: SampleInputs.day("2023-08-01"),
    issue: 1
  )

  /// The band, the score now and four weeks ago, whether health fell, and how the sentence begins.
  private static let orders:
    [(band: Band, now: Double, month: Double, alert: Bool, start: String)] =
      [
        (.healthy, 71, 71, false, "In good order; forks hold it back: "),
        (.healthy, 71, 71, true, "Held back by forks: "),
        (.thriving, 88, 88, true, "Held back by forks: "),
        (.watch, 66, 66, false, "Held back by forks: "),
        (.watch, 66, 70, false, "People gave way: "),
        (.healthy, 81, 81, false, "In good order; forks hold it back: "),
      ]

  @Test(arguments: orders)
  private func `nothing is in good order that fell, or whose band is watch`(
    _ row: (band: Band, now: Double, month: Double, alert: Bool, start: String)
  ) {
    var input = SampleInputs.ordinary
    (input.score.value, input.score.publishedBand) = (row.now, row.band)
    (input.weekAgo, input.fourWeeksAgo) = (nil, input.score)
    input.fourWeeksAgo?.value = row.month
    input.fourWeeksAgo?.components[0].points? += row.month - row.now
    input.alerts = row.alert ? [Self.drop] : []
    let sentence = Verdict(input).sentence
    #expect(sentence?.hasPrefix(row.start) == true, "\(sentence ?? "")")
  }

  @Test func `an alert needs someone where else nobody is needed`() {
    var input = SampleInputs.ordinary
    (input.score.value, input.score.publishedBand) = (88, .thriving)
    (input.weekAgo, input.fourWeeksAgo, input.openItems) = (nil, input.score, [])
    #expect(Verdict(input).sentence == "Nothing needs you this week.")
    input.alerts = [Self.drop]
    input.alerts[0].kind = "anomaly"
    #expect(Verdict(input).sentence == "In good order.")
  }

  @Test func `the part that most points are missing from holds the score back`() {
    var input = SampleInputs.ordinary
    // Of its 30 points people lack 12, of their 15 forks lack 7.
    input.score.components[0].score = 60
    input.fourWeeksAgo = input.score
    input.weekAgo = nil
    #expect(Verdict(input).sentence?.hasPrefix("In good order; people hold it back: ") == true)
  }

  @Test func `without any part none is known`() {
    var input = SampleInputs.ordinary
    input.score.value = nil
    for index in input.score.components.indices { input.score.components[index].score = nil }
    #expect(Verdict(input).facts == ["no part known"])
  }
}
