import Analytics
import Model

@testable import Reporting

/// Twenty repositories of one account, in every state.
///
/// The scores are those of real repositories at some date; the names are made up.
enum SamplePortfolio {
  static let date = SampleInputs.day("2024-06-30")

  static var inputs: [ReportInput] {
    judged.map(input) + [sprout, tally, meadow, oldNotes]
  }

  /// What tells a repository apart.
  struct Case {
    var name: String
    var score: Double
    var change: Double?
    var band: Band?
    var confidence = 0.6
    /// Active people and merges, each in 30 days and usually.
    var people: (Double, Double) = (6, 5)
    var merged: (Double, Double) = (9, 8)
    /// Issues answered within a week, of all.
    var answered: (Double, Double) = (8, 12)
    var hours = 40.0
    var regulars: (Double, Double) = (3, 5)
    /// The number of the alert's issue, and for how long it is open.
    var alert: (issue: Int?, days: Int)?
    var openPulls = 0
    var steps: [Step] = []
    /// Points that people and merging lost in four weeks.
    var lost: (people: Double, merging: Double) = (0, 0)
  }

  private static let judged: [Case] = [
    Case(
      name: "harbor",
      score: 37.67,
      change: -14.34,
      band: .watch,
      people: (0, 7),
      merged: (0, 5),
      answered: (2, 9),
      hours: 130,
      regulars: (0, 6),
      alert: (659, 39),
      openPulls: 8,
      steps: [Step(.reviewPulls, items: [1, 2, 3, 4, 5, 6])],
      lost: (9, 0)
    ),
    Case(
      name: "tundra",
      score: 51.03,
      change: -8.57,
      band: .atRisk,
      people: (1, 7),
      merged: (0, 3),
      answered: (5, 9),
      hours: 100,
      regulars: (1, 6),
      alert: (659, 25),
      openPulls: 8,
      steps: [Step(.reviewPulls, items: [1, 2, 3, 4])],
      lost: (7, 0)
    ),
    Case(
      name: "kite",
      score: 52.04,
      change: -25.75,
      band: .watch,
      people: (1, 6),
      merged: (0, 4.7),
      answered: (4, 8),
      hours: 90,
      regulars: (1, 5),
      alert: (473, 3),
      openPulls: 1,
      steps: [Step(.decidePulls, items: [1], effect: .between(closed: 1, merged: 2))],
      lost: (14, 10)
    ),
    Case(
      name: "beacon",
      score: 58.68,
      change: 1,
      band: .watch,
      people: (3, 3),
      merged: (0, 2),
      answered: (3, 11),
      hours: 150,
      regulars: (1, 4),
      alert: (613, 31),
      openPulls: 1,
      steps: [Step(.answerIssues, items: [51], effect: .points(0.4))]
    ),
    Case(
      name: "forge",
      score: 64.39,
      change: -14.11,
      band: .healthy,
      people: (4, 5),
      merged: (2, 6.3),
      answered: (9, 12),
      hours: 60,
      alert: (659, 1),
      openPulls: 12,
      steps: [
        Step(.decidePulls, items: Array(1...9), effect: .between(closed: 3, merged: 4))
      ],
      lost: (0, 11)
    ),
    Case(
      name: "mint",
      score: 68.89,
      change: -13.03,
      band: .healthy,
      people: (5, 6),
      merged: (2, 32),
      answered: (7, 12),
      hours: 30,
      alert: (nil, 15),
      lost: (0, 12)
    ),
    Case(
      name: "lantern",
      score: 58.37,
      change: -18.73,
      band: .healthy,
      people: (0, 3.7),
      merged: (0, 5.3),
      answered: (6, 10),
      hours: 80,
      regulars: (0, 3),
      lost: (11, 7)
    ),
    Case(
      name: "ballot",
      score: 73.24,
      change: -11.65,
      band: .healthy,
      merged: (4, 9.7),
      answered: (10, 18),
      hours: 36,
      lost: (0, 6)
    ),
    Case(
      name: "loom",
      score: 71.78,
      change: -6.42,
      band: .healthy,
      merged: (0, 3),
      answered: (5, 8),
      hours: 70,
      openPulls: 3,
      lost: (0, 5)
    ),
    Case(name: "compass", score: 76.1, change: -1.61, band: .healthy, hours: 39),
    Case(name: "anvil", score: 76.77, change: -2.94, band: .healthy, hours: 24),
    Case(name: "quarry", score: 77.38, change: 5.64, band: .healthy, hours: 20),
    Case(name: "signal", score: 79.7, change: 12.55, band: .healthy, hours: 18),
    Case(name: "ledger", score: 84.71, change: 0.17, band: .thriving, hours: 12),
    Case(name: "crates", score: 87.24, change: 2.84, band: .thriving, hours: 10),
    Case(name: "vault", score: 88.19, change: 8.09, band: .healthy, hours: 16),
  ]

  private static var sprout: ReportInput {
    var input = input(Case(name: "sprout", score: 0))
    (input.lifecycle, input.knownDays) = (.new, 36.4)
    (input.score.value, input.score.publishedBand, input.fourWeeksAgo) = (nil, nil, nil)
    return input
  }

  private static var tally: ReportInput {
    input(
      Case(
        name: "tally",
        score: 68.49,
        change: -2.11,
        confidence: 0.27,
        people: (1, 1),
        merged: (0, 0)
      )
    )
  }

  private static var meadow: ReportInput {
    var input = input(Case(name: "meadow", score: 44.15, change: -11.87, openPulls: 2))
    input.lifecycle = .inactive(since: date.advanced(by: -66))
    input.score.publishedBand = nil
    return input
  }

  private static var oldNotes: ReportInput {
    var input = input(Case(name: "old-notes", score: 0))
    (input.lifecycle, input.score.value, input.fourWeeksAgo) = (.archived, nil, nil)
    return input
  }

  static func input(_ example: Case) -> ReportInput {
    let name = SampleInputs.name("octo-org/\(example.name)")
    return ReportInput(
      repository: .init(
        id: RepositoryID(rawValue: example.name.utf8.reduce(0) { $0 * 31 % 65_536 + Int($1) }),
        name: name,
        createdAt: SampleInputs.time("2021-10-05T17:30:43Z")
      ),
      origin: .init(
        runNumber: 88,
        runURL: "https://github.com/octo-org/.github/actions/runs/88",
        version: "1.0.0",
        writtenAt: SampleInputs.time("2024-07-01T06:41:00Z")
      ),
      date: date,
      knownDays: 900,
      score: score(example),
      fourWeeksAgo: example.change.map { change in
        SampleInputs.reading(
          example.score - change,
          zip(parts(example), [example.lost.people / 0.3, example.lost.merging / 0.2, 0, 0, 0])
            .map { $0 + $1 }
        )
      },
      openItems: items(example),
      steps: example.steps,
      alerts: example.alert.map { alert in
        [
          AlertReading(
            kind: "health-drop",
            subject: "",
            title: "Health fell",
            since: date.advanced(by: -alert.days),
            issue: alert.issue
          )
        ]
      } ?? [],
      missing: [.traffic, .peers]
    )
  }

  /// Of all five parts; what the points add up to does not matter here.
  private static func parts(_ example: Case) -> [Double] {
    [example.score - 6, example.score - 4, example.score + 2, example.score + 4, example.score + 6]
  }

  private static func score(_ example: Case) -> ScoreReading {
    let inputs: [[(String, Double?)]] = [
      [
        ("active_30d", example.people.0), ("active_baseline", example.people.1),
        ("repeat_seen", example.regulars.0), ("repeat_contributors", example.regulars.1),
      ],
      [("merged_30d", example.merged.0), ("merged_baseline", example.merged.1)],
      [("median_hours", example.hours)],
      [("answered_7d", example.answered.0), ("issues", example.answered.1)],
      [("forks_30d", 1), ("forks_baseline", 1)],
    ]
    return ScoreReading(
      value: example.score,
      standardError: 5,
      confidence: example.confidence,
      coverage: 1,
      publishedBand: example.band,
      components: zip(ComponentID.allCases, zip(parts(example), inputs))
        .map { id, part in SampleInputs.component(id, part.0, part.1) }
    )
  }

  private static func items(_ example: Case) -> [OpenItem] {
    func item(_ number: Int, _ kind: Item.Kind) -> OpenItem {
      OpenItem(
        number: number,
        kind: kind,
        title: "@octocat fixes #12 </details>",
        createdAt: Timestamp(seconds: date.end.seconds - (50 - number) * 86_400)
      )
    }
    let issues = example.steps.contains { $0.kind == .answerIssues } ? [item(51, .issue)] : []
    return (0..<example.openPulls).map { item($0 + 1, .pull) } + issues
  }
}
