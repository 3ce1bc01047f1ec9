import Model
import Testing

@testable import Analytics
@testable import Reporting

/// Alerts about the repository of ``SampleInputs``.
enum SampleAlerts {
  static let id = RepositoryID(rawValue: 413_903_417)

  static func marker(_ kind: String, _ attributes: [String: String] = [:]) -> OwnMarker {
    OwnMarker(kind: kind, repository: id, attributes: attributes)
  }

  static func day(_ text: String) -> Day { SampleInputs.day(text) }

  static func notice(
    _ kind: String,
    _ notice: NoticeDocument.Notice
  ) throws -> AlertDocument {
    try NoticeDocument(SampleInputs.ordinary, notice, marker: marker(kind)).document()
  }

  static func standing(
    _ number: Int,
    _ state: Item.State = .open,
    answered: Bool = true,
    reviews: Int = 0,
    last: String = "2023-08-01T08:00:00Z"
  ) -> ItemStanding {
    let created = SampleInputs.time("2023-06-01T08:00:00Z")
    return ItemStanding(
      number: number,
      kind: .pull,
      createdAt: created,
      state: state,
      firstResponseAt: answered ? created : nil,
      lastActivityAt: SampleInputs.time(last),
      reviews: reviews
    )
  }

  /// Two that fell, one hardly, one that is as it was, and one that rose.
  static let falls = [
    ComponentFall(id: .throughput, before: 87, now: 50, points: 7.4),
    ComponentFall(id: .contributors, before: 90, now: 67, points: 6.9),
    ComponentFall(id: .freshness, before: 86, now: 84, points: 0.3),
    ComponentFall(id: .forks, before: 51.4, now: 51.2, points: 0.03),
    ComponentFall(id: .velocity, before: 70, now: 78, points: -1.6),
  ]

  static func healthDrop(
    goodDays: Int = 0,
    drop: HealthDrop? = nil,
    told: HealthDropReading.Told? = nil,
    falls: [ComponentFall] = falls,
    step: Step.Kind? = .decidePulls,
    effect: Step.Effect? = .between(closed: 2.87, merged: 5.76),
    titles: [Int: String] = [279: "Replace <record> @level|padding", 281: "Ping-pong"],
    lastMerges: [ItemStanding] = [standing(300, .merged)],
    input: ReportInput = SampleInputs.ordinary
  ) -> HealthDropDocument {
    HealthDropDocument(
      input,
      HealthDropReading(
        since: day("2023-08-16"),
        drop: drop
          ?? (goodDays > 0
            ? HealthDrop(before: 80.2, now: 77, threshold: 10)
            : HealthDrop(before: 80.2, now: 64.4, threshold: 14)),
        told: told,
        rule: HealthDropRule(),
        goodDays: goodDays,
        falls: falls,
        step: step,
        items: step == nil
          ? []
          : [standing(279, reviews: 23), standing(281, .merged), standing(282, answered: false)],
        effect: effect,
        titles: titles,
        lastMerges: lastMerges,
        previous: day("2023-01-20")...day("2023-02-06")
      ),
      marker: marker("health-drop"),
      snoozeLabel: "vitals:snooze"
    )
  }

  static func anomaly(
    _ causes: [(String, AnomalyFinding.Kind, AnomalyFinding.Direction)],
    test: AnomalyTest? = nil,
    expected: Double = 3.2,
    drifts: [String: AnomalyDocument.Drift] = [:]
  ) -> AnomalyDocument {
    let alert = AnomalyAlert(
      subject: causes.count == 1 ? .metric(causes[0].0) : .several(causes.map(\.0)),
      fired: day("2023-08-20"),
      severity: .critical,
      causes: causes.map { metric, kind, direction in
        let finding = AnomalyFinding(
          day: day("2023-08-20"),
          kind: kind,
          direction: direction,
          ratio: 3.43,
          severity: .critical,
          test: test ?? (kind == .stopped ? .zeroRun : kind == .shift ? .sum7 : .day),
          observed: direction == .up ? 8 : 0,
          expected: direction == .up ? 0.07 : expected,
          range: 0...1,
          votes: PlainVotes(8, after: [0, 0, 1]),
          isAfterRelease: metric == "forks"
        )
        return AnomalyAlert.Cause(metric: metric, finding: finding)
      },
      reopens: nil
    )
    return AnomalyDocument(
      SampleInputs.ordinary,
      alert,
      weeks: [nil] + (0..<26).map { $0 % 3 } + [9],
      drifts: drifts,
      items: causes[0].0 == "issues.opened" ? [standing(386, answered: false), standing(389)] : [],
      titles: [386: "Listing more | implementations", 389: "Rotating"],
      marker: marker("anomaly", ["metric": causes.count == 1 ? causes[0].0 : "several"]),
      snoozeLabel: "vitals:snooze"
    )
  }

  static func failure(
    _ stream: Stream,
    _ answer: String = "403, Resource not accessible by integration",
    first: String? = nil,
    input: ReportInput = SampleInputs.ordinary
  ) -> CollectionFailureDocument {
    CollectionFailureDocument(
      input,
      .init(
        stream: stream,
        lastDay: day("2023-08-17"),
        runs: (18...20)
          .map { date in
            .init(
              at: SampleInputs.time("2023-08-\(date + 1)T06:17:00Z"),
              number: date,
              url: "https://github.com/a/b/actions/runs/\(date)",
              answer: date == 18 ? first ?? answer : answer
            )
          },
        known: [
          .init(.issues, until: day("2023-08-20"), isRefused: false),
          .init(.pulls, until: day("2023-08-17"), isRefused: true),
          .init(.traffic, until: nil, isRefused: false),
        ],
        lastScore: 79.7
      ),
      marker: marker("collection-failure", ["stream": stream.rawValue])
    )
  }
}
