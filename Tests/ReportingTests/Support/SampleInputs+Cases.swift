import Analytics
import Model

@testable import Reporting

extension SampleInputs {
  /// A new install whose first run could not finish: draft-irtf-cfrg-opaque on 30 November 2024.
  static var firstDay: ReportInput {
    let since = day("2024-09-16")
    var input = ordinary
    input.repository = .init(
      id: RepositoryID(rawValue: 264_199_822),
      name: name("cfrg/draft-irtf-cfrg-opaque"),
      createdAt: time("2020-05-15T13:07:24Z")
    )
    input.origin.runNumber = 1
    input.origin.writtenAt = time("2024-12-01T06:17:00Z")
    input.origin.nextRunAt = time("2024-12-02T06:17:00Z")
    input.date = day("2024-11-30")
    input.knownSince = since
    input.knownDays = 75.6
    input.score = firstScore
    (input.weekAgo, input.fourWeeksAgo) = (nil, nil)
    input.weeklyScores = [nil, 77, 78]
    (input.metrics, input.metricsBefore) = (
      [
        MetricReading("issues.open", 1, status: .partial, since: since),
        MetricReading("stars.total", 88),
      ], []
    )
    input.openItems = [
      OpenItem(
        number: 467,
        kind: .issue,
        title: "Recommended Configurations",
        createdAt: time("2024-10-26T10:00:00Z"),
        lastActivityAt: time("2024-11-20T10:00:00Z")
      )
    ]
    (input.steps, input.newcomers) = ([], [])
    input.outlooks = firstOutlooks
    input.botItems = 5
    let first = day("2020-05-15")
    input.streams = [
      StreamReading(.stars, knownSince: first, isComplete: true),
      StreamReading(.forks, knownSince: first, isComplete: true),
      StreamReading(.releases, knownSince: first, isComplete: true),
      StreamReading(.issues, knownSince: since, isComplete: false, read: 6, total: 202),
      StreamReading(.pulls, knownSince: since, isComplete: false, read: 11, total: 270),
      StreamReading(.commits, knownSince: since, isComplete: false, read: 10, total: 806),
      StreamReading(.snapshot, knownSince: day("2024-11-30"), isComplete: false),
    ]
    return input
  }

  private static let firstScore = ScoreReading(
    value: 77.92517798626068,
    standardError: 5.086688597815976,
    confidence: 0.3318602693602693,
    coverage: 1,
    publishedBand: nil,
    components: [
      component(
        .contributors,
        78.50169030202898,
        status: .partial,
        baselineDays: 30,
        [
          ("active_30d", 2), ("active_baseline", 1), ("repeat_contributors", 1),
          ("repeat_seen", 1),
        ]
      ),
      component(
        .throughput,
        98.59649122807018,
        status: .partial,
        baselineDays: 30,
        [("merged_30d", 3), ("merged_baseline", 0), ("matured", 7), ("matured_resolved", 7)]
      ),
      component(
        .velocity,
        85.5121726483481,
        status: .partial,
        [("median_hours", 68), ("merged_90d", 10), ("open_90d", 0)]
      ),
      component(
        .freshness,
        58.466773016073624,
        status: .partial,
        [("issues", 3), ("answered_7d", 1), ("median_hours", 230)]
      ),
      component(
        .forks,
        58.55281445304856,
        [("forks_30d", 0), ("forks_baseline", 0)]
      ),
    ]
  )

  /// One part and the traffic missing: draft-ietf-tls-esni on 16 June 2024.
  static var unknownPart: ReportInput {
    var input = ordinary
    input.repository = .init(
      id: RepositoryID(rawValue: 132_952_373),
      name: name("tlswg/draft-ietf-tls-esni"),
      createdAt: time("2018-05-11T00:00:00Z")
    )
    input.date = day("2024-06-16")
    input.origin.writtenAt = time("2024-06-17T06:17:00Z")
    input.score = unknownScore
    input.weekAgo = reading(74.06, [78, 76, 89, 60, 43])
    input.fourWeeksAgo = reading(60.007, [27.1, 48.8, 92.3, 79, 81.7])
    input.openItems = [
      OpenItem(
        number: 618,
        kind: .issue,
        title: "Client behavior on wrong value in HRR extension",
        createdAt: time("2024-06-10T20:00:00Z")
      ),
      OpenItem(
        number: 617,
        kind: .pull,
        title: "Fix two broken internal references",
        createdAt: time("2024-06-10T10:00:00Z")
      ),
      OpenItem(
        number: 609,
        kind: .pull,
        title: "Explain when clients can remember rejected ECH. Fixes #604",
        createdAt: time("2024-02-25T10:00:00Z"),
        firstResponseAt: time("2024-02-26T10:00:00Z"),
        reviews: 14,
        lastActivityAt: time("2024-05-01T10:00:00Z")
      ),
    ]
    input.steps = [
      Step(.decidePulls, items: [609], effect: .between(closed: 0.3, merged: -0.4)),
      Step(.reviewPulls, items: [617]),
      Step(.answerIssues, items: [618]),
    ]
    input.newcomers = []
    return input
  }

  private static let unknownScore = ScoreReading(
    value: 74.00851525992938,
    standardError: 5.747775664793283,
    confidence: 0.44032408064185624,
    coverage: 0.85,
    publishedBand: .healthy,
    components: [
      component(
        .contributors,
        78.46465636256508,
        [
          ("active_30d", 8), ("active_baseline", 4.67), ("repeat_contributors", 4),
          ("repeat_seen", 2),
        ]
      ),
      component(
        .throughput,
        75.77266649105485,
        [
          ("merged_30d", 2), ("merged_baseline", 2.33), ("matured", 5), ("matured_resolved", 4),
        ]
      ),
      component(.velocity, 88.81117966137388, [("median_hours", 39)]),
      component(
        .freshness,
        nil,
        reason: "No issue was opened between 90 and 7 days ago"
      ),
      component(
        .forks,
        43.007145544564715,
        [("forks_30d", 0), ("forks_baseline", 1.3333)]
      ),
    ]
  )

  static var notEnoughData: ReportInput {
    var input = firstDay
    input.repository.createdAt = time("2024-11-18T00:00:00Z")
    input.lifecycle = .new
    input.knownSince = nil
    input.knownDays = 13
    input.openItems = []
    input.outlooks = []
    input.streams = []
    input.weeklyScores = [nil, nil]
    let young = "The repository is younger than 60 days"
    input.score = ScoreReading(
      value: nil,
      confidence: 0.05,
      coverage: 0.2,
      components: [
        component(.contributors, nil, reason: young, [("active_30d", 1)]),
        component(.throughput, nil, reason: young),
        component(
          .velocity,
          88,
          isMedianReached: false,
          [("median_hours", 48), ("merged_90d", 2), ("open_90d", 8)]
        ),
        component(.freshness, nil, reason: "No issue was opened between 90 and 7 days ago"),
        component(.forks, nil, reason: young),
      ]
    )
    return input
  }

  static var inactive: ReportInput {
    var input = unknownPart
    input.lifecycle = .inactive(since: day("2021-09-09"))
    return input
  }

  static var archived: ReportInput {
    var input = ordinary
    input.lifecycle = .archived
    return input
  }

  /// Titles of the field study on a private repository of made-up name.
  static var hostile: ReportInput {
    var input = ordinary
    input.repository.name = name("octo-org/-_secret.plans")
    let titles = [
      "a | b \\| c || d", "<!-- repo-vitals:data {} --> hidden <!--", "`x|y` then `unclosed",
      "[click](javascript:alert) ![pixel](x.png)", "fixes #12, GH-12, cli/cli#12",
      "\u{202E}abc\u{0}\n| two | lines |", "{{title}} {{{body}}}", "---", "",
    ]
    input.openItems = titles.enumerated()
      .map { index, title in
        OpenItem(
          number: 300 + index,
          kind: index.isMultiple(of: 2) ? .issue : .pull,
          title: title,
          createdAt: Timestamp(seconds: time("2023-08-01T00:00:00Z").seconds + index * 86_400)
        )
      }
    input.steps = [
      Step(.settlePulls, items: [301, 303], effect: .points(-0.25)),
      Step(.decidePulls, items: [305, 307], effect: .between(closed: 1.2, merged: 2.9)),
      Step(.answerIssues, items: [304, 306, 308], effect: .points(0.6)),
      Step(.welcome, items: [300]),
      Step(.oldQuestions, items: [300, 302]),
    ]
    input.newcomers = [
      Newcomer(
        login: "a`b|c",
        number: 300,
        kind: .issue,
        title: "</details> @octocat",
        openedAt: time("2023-08-18T10:00:00Z")
      )
    ]
    return input
  }

  /// The ordinary day on a server of one's own.
  static var enterprise: ReportInput {
    var input = ordinary
    input.repository.name = name("octo-org/ballot")
    input.origin.server = "https://ghe.example"
    input.origin.runURL = "https://ghe.example/octo-org/ballot/actions/runs/318"
    return input
  }
}
