import Analytics
import Model

@testable import Reporting

typealias OpenItem = Reporting.OpenItem
typealias Newcomer = Reporting.Newcomer

/// Reports made by hand from the numbers of real repositories.
enum SampleInputs {
  static func time(_ text: String) -> Timestamp { Timestamp(text) ?? Timestamp(seconds: 0) }
  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  static func component(
    _ id: ComponentID,
    _ score: Double?,
    points: Double? = nil,
    status: MetricStatus = .observed,
    reason: String? = nil,
    baselineDays: Int = 90,
    isMedianReached: Bool = true,
    _ inputs: [(String, Double?)] = []
  ) -> ComponentReading {
    let weights: [ComponentID: Double] = [
      .contributors: 30, .throughput: 20, .velocity: 20, .freshness: 15,
      .forks: 15,
    ]
    let weight = weights[id] ?? 0
    return ComponentReading(
      id: id,
      score: score,
      weight: weight,
      points: points ?? score.map { $0 * weight / 100 },
      status: score == nil ? .unknown : status,
      reason: reason,
      inputs: inputs.map { .init($0.0, $0.1) },
      baselineDays: baselineDays,
      isMedianReached: isMedianReached
    )
  }

  /// Things slow down: draft-irtf-cfrg-vdaf on 20 August 2023.
  static var ordinary: ReportInput {
    let date = day("2023-08-20")
    return ReportInput(
      repository: .init(
        id: RepositoryID(rawValue: 413_903_417),
        name: name("cfrg/draft-irtf-cfrg-vdaf"),
        createdAt: time("2021-10-05T17:30:43Z")
      ),
      origin: .init(
        runNumber: 318,
        runURL: "https://github.com/cfrg/draft-irtf-cfrg-vdaf/actions/runs/318",
        version: "1.0.0",
        writtenAt: time("2023-08-21T06:17:00Z")
      ),
      date: date,
      knownDays: 684.3,
      score: ordinaryScore,
      weekAgo: reading(75.90, [79, 70, 91, 73, 56]),
      fourWeeksAgo: ScoreReading(
        value: 84.881215549,
        confidence: 0.7,
        coverage: 1,
        publishedBand: .thriving,
        components: [
          component(.contributors, 79.6),
          component(.throughput, 85.7),
          component(.velocity, 92.6),
          component(.freshness, 76.7),
          component(.forks, 91.878, [("forks_30d", 2)]),
        ]
      ),
      weeklyScores: weeklyScores,
      metrics: metrics(now: true),
      metricsBefore: metrics(now: false),
      openItems: items,
      steps: [
        Step(.settlePulls, items: [279, 281], effect: .points(1.557174625707532)),
        Step(.answerIssues, items: [283], effect: .points(0.4355230224970228)),
        Step(.welcome, items: [285]),
        Step(.oldQuestions, items: [101, 110, 115]),
      ],
      forkEffect: 2.6,
      newcomers: [
        Newcomer(
          login: "octo-new",
          number: 285,
          kind: .pull,
          title: "prg: unrolled cSHAKE padding",
          openedAt: time("2023-08-18T10:00:00Z"),
          firstResponseAt: time("2023-08-18T10:17:00Z")
        )
      ],
      outlooks: outlooks,
      streams: Stream.allCases.map {
        StreamReading($0, knownSince: day("2021-10-05"), isComplete: true)
      },
      missing: [.traffic, .peers]
    )
  }

  static func name(_ text: String) -> RepositoryName {
    guard let name = RepositoryName(text) else { preconditionFailure("\(text) is no name") }
    return name
  }

  static func reading(_ value: Double, _ scores: [Double]) -> ScoreReading {
    ScoreReading(
      value: value,
      confidence: 0.7,
      coverage: 1,
      components: zip(ComponentID.allCases, scores).map { component($0, $1) }
    )
  }

  private static let ordinaryScore = ScoreReading(
    value: 73.23590610952226,
    standardError: 4.643775506792544,
    confidence: 0.6617050298380223,
    coverage: 1,
    publishedBand: .healthy,
    components: [
      component(
        .contributors,
        78.6028023985001,
        [
          ("active_30d", 6), ("active_baseline", 4), ("repeat_contributors", 5),
          ("repeat_seen", 3), ("retention", 0.52),
        ]
      ),
      component(
        .throughput,
        64.71253166832861,
        [
          ("merged_30d", 4), ("merged_baseline", 9.67), ("opened_30d", 8),
          ("opened_baseline", 9.3), ("matured", 26), ("matured_resolved", 24), ("closure", 0.9),
        ]
      ),
      component(
        .velocity,
        90.2492364123633,
        [("median_hours", 35.9), ("evidence", 27), ("merged_90d", 26), ("open_90d", 4)]
      ),
      component(
        .freshness,
        72.69757900884386,
        [
          ("issues", 18), ("answered_7d", 10), ("answered_share", 0.55), ("median_hours", 31.2),
          ("evidence", 18),
        ]
      ),
      component(
        .forks,
        51.72049948338176,
        [("forks_30d", 0), ("forks_baseline", 0.6667), ("forks_before", 6), ("growth", 0.9)]
      ),
    ]
  )

  static let weeklyScores: [Double?] = [
    68, 72, 71, 74, 66, 55, 58, 59, 59, 59, 59, 59, 61, 65, 68, 63, 66, 71, 73, 72, 82, 80, 80, 79,
    72, 73, 73, 73, 82, 82, 84, 85, 83, 82, 71, 61, 64, 66, 66, 68, 66, 60, 66, 68, 64, 70, 70, 81,
    85, 86, 84, 76, 73,
  ]

  private static func metrics(now: Bool) -> [MetricReading] {
    let values: [(id: String, now: Double?, before: Double?)] = [
      ("pulls.open", 4, 0), ("pulls.opened.30d", 8, 9), ("pulls.merged.30d", 4, 9),
      ("pulls.closed_unmerged.30d", 0, 0), ("pulls.merge_share.90d", 1, 1),
      ("pulls.time_to_merge.median.90d", 27, 28), ("pulls.time_to_merge.p90.90d", 292, 178),
      ("pulls.first_review.median.90d", 4, 0.58), ("pulls.waiting_review.count", 0, 0),
      ("issues.open", 33, 33), ("issues.opened.30d", 5, 8), ("issues.closed.30d", 5, 11),
      ("issues.first_response.median.90d", 20, 20), ("issues.first_response.p90.90d", 262, 262),
      ("issues.answered_in_7d.share.90d", 0.556, 0.63), ("issues.closure_ratio.90d", 1.05, 1.12),
      ("issues.stale.open", 18, 23), ("contributors.active.30d", 6, 5),
      ("contributors.new.30d", 1, 0), ("contributors.returning_share.30d", 0.6, 0.75),
      ("contributors.absence_factor.365d", 1, 1), ("commits.count.30d", 4, 9),
      ("reviews.count.30d", 50, 19), ("releases.count.365d", 4, 4),
      ("release.age_days", 66.4, 38.4), ("stars.total", 24, 22), ("stars.gained.30d", 2, 3),
      ("forks.total", 6, 6), ("forks.gained.30d", 0, 2), ("watchers.total", 8, 8),
      ("traffic.views.14d", nil, nil),
    ]
    return values.map { value in
      let number = now ? value.now : value.before
      return MetricReading(value.id, number, status: number == nil ? .unknown : .observed)
    }
  }

  private static var items: [OpenItem] {
    let pulls = [
      OpenItem(
        number: 279,
        kind: .pull,
        title: "Add security considerations for fixed-key AES",
        createdAt: time("2023-08-03T20:00:00Z"),
        firstResponseAt: time("2023-08-04T00:00:00Z"),
        reviews: 3,
        lastActivityAt: time("2023-08-15T00:00:00Z")
      ),
      OpenItem(
        number: 281,
        kind: .pull,
        title: "Ping-pong topology fixes",
        createdAt: time("2023-08-03T22:00:00Z"),
        firstResponseAt: time("2023-08-04T00:00:00Z"),
        reviews: 5,
        lastActivityAt: time("2023-08-16T00:00:00Z")
      ),
      OpenItem(
        number: 284,
        kind: .pull,
        title: "Apply parallel sum optimization to Histogram FLP",
        createdAt: time("2023-08-16T20:00:00Z"),
        firstResponseAt: time("2023-08-17T00:00:00Z"),
        reviews: 3,
        lastActivityAt: time("2023-08-18T18:00:00Z")
      ),
      OpenItem(
        number: 285,
        kind: .pull,
        title: "prg: unrolled cSHAKE padding",
        createdAt: time("2023-08-18T10:00:00Z"),
        firstResponseAt: time("2023-08-18T10:17:00Z"),
        reviews: 1,
        lastActivityAt: time("2023-08-18T10:17:00Z")
      ),
    ]
    let questions = [
      (274, "Apply parallel sum gadget optimization to Prio3Histogram", "2023-08-01T20:00:00Z"),
      (277, "poc: Replace `ERR_INPUT` et al. with `Error('...')`", "2023-08-03T10:00:00Z"),
      (282, "Sage: Use finite field and polynomial ring classes directly", "2023-08-08T20:00:00Z"),
      (283, "poc: Test (and add test vectors for?) ping-pong API", "2023-08-16T20:30:00Z"),
    ]
    .map { OpenItem(number: $0.0, kind: .issue, title: $0.1, createdAt: time($0.2)) }
    let old = (0..<18)
      .map { index in
        OpenItem(
          number: 101 + index,
          kind: .issue,
          title: "Old question \(index)",
          createdAt: Timestamp(seconds: time("2022-10-01T00:00:00Z").seconds + index * 86_400),
          firstResponseAt: [0, 9, 14].contains(index) ? nil : time("2022-12-01T00:00:00Z"),
          isStale: true
        )
      }
    let answered = (0..<11)
      .map { index in
        OpenItem(
          number: 240 + index,
          kind: .issue,
          title: "Answered \(index)",
          createdAt: time("2023-07-01T00:00:00Z"),
          firstResponseAt: time("2023-07-02T00:00:00Z")
        )
      }
    return pulls + questions + old + answered
  }
}
